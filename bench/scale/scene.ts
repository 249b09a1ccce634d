/** The files that are measured on, and the bundle of our workers, in a folder that goes when all is done. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createReadStream, createWriteStream, mkdtempSync, rmSync, statfsSync, statSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";

import { build } from "esbuild";

import type { FilePart, KeyOrder } from "./made-turns.ts";
import { endedWithUs } from "./run-here.ts";

interface TurnFile {
  readonly path: string;
  readonly bytes: number;
}

/** What contenders are measured on. */
export interface Scene {
  /** All turns in both orders, and a tenth of them in the order of our writer. */
  readonly files: Readonly<Record<KeyOrder | "tenth", TurnFile>>;
  readonly workerFile: string;
  remove(): void;
}

const BYTES_OF_TURN = 380;
const PARTS = 8;

/** Makes it. */
export async function makeScene(turns: number): Promise<Scene> {
  const parent = process.env["RSPP_SCALE_DIR"] ?? tmpdir();
  const { bavail, bsize } = statfsSync(parent);
  const needed = 2.5 * turns * BYTES_OF_TURN;
  if (bavail * bsize < needed) {
    const room = `${Math.round((bavail * bsize) / 1e9)} GB`;
    throw new Error(
      `Cannot write ${turns} turns to ${parent}: expected room for ${Math.ceil(needed / 1e9)} GB but received ${room}`,
    );
  }
  const folder = mkdtempSync(join(parent, "rspp-scale-"));
  const remove = () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  process.once("exit", remove);
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => process.exit(1));
  const workerFile = join(folder, "scan-worker.mjs");
  await build({
    entryPoints: [join(process.cwd(), "src/cli/scale/scan-worker.ts")],
    outfile: workerFile,
    bundle: true,
    format: "esm",
    platform: "node",
    target: "node20",
    logLevel: "warning",
  });
  const files = {
    writer: await makeFile({ path: join(folder, "writer.ndjson"), order: "writer", from: 0, turns }),
    shuffled: await makeFile({ path: join(folder, "shuffled.ndjson"), order: "shuffled", from: 0, turns }),
    tenth: await makeFile({
      path: join(folder, "tenth.ndjson"),
      order: "writer",
      from: 0,
      turns: turns / 10,
    }),
  };
  return { files, workerFile, remove };
}

/** Parts are written by processes side by side and joined. */
async function makeFile({ path, order, turns }: FilePart): Promise<TurnFile> {
  const parts = Array.from({ length: PARTS }, (_, part): FilePart => {
    const from = Math.floor((turns * part) / PARTS);
    return { path: `${path}.${part}`, order, from, turns: Math.floor((turns * (part + 1)) / PARTS) - from };
  });
  const waiting = [...parts];
  const work = async () => {
    for (let part = waiting.shift(); part !== undefined; part = waiting.shift()) await writeInProcess(part);
  };
  await Promise.all(Array.from({ length: Math.min(PARTS, cpus().length) }, work));
  for (const part of parts) {
    await pipeline(
      createReadStream(part.path, { highWaterMark: 1 << 20 }),
      createWriteStream(path, { flags: "a" }),
    );
    rmSync(part.path);
  }
  return { path, bytes: statSync(path).size };
}

async function writeInProcess(part: FilePart): Promise<void> {
  const writer = spawn(
    process.execPath,
    ["--no-warnings", process.argv[1]!, "--subject", "write", JSON.stringify(part)],
    {
      stdio: "inherit",
    },
  );
  const [code] = (await endedWithUs(writer, once(writer, "exit"))) as [number | null];
  if (code !== 0) throw new Error(`Cannot write ${part.path}: expected exit code 0 but received ${code}`);
}
