/** The real process: exit codes, streams and broken pipes. */
import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

import { contracts } from "../contracts/catalog.ts";
import { goodTurn, troubledTurn } from "../gates/slo/report/evaluated-run.test-kit.ts";
import { writeFiles } from "./drive.test-kit.ts";

const MAIN = fileURLToPath(new URL("main.ts", import.meta.url));
const TSX = import.meta.resolve("tsx");

interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

function start(argv: readonly string[], cwd: string, nodeArguments: readonly string[] = []): ChildProcess {
  const env = { PATH: process.env["PATH"] };
  return spawn(process.execPath, ["--import", TSX, ...nodeArguments, MAIN, ...argv], { cwd, env });
}

async function ended(child: ChildProcess, stdin = ""): Promise<Ended> {
  let stdout = "";
  let stderr = "";
  child.stdout?.on("data", (chunk) => (stdout += String(chunk)));
  child.stderr?.on("data", (chunk) => (stderr += String(chunk)));
  child.stdin?.end(stdin);
  const code = await new Promise<number | null>((resolve) => child.on("close", resolve));
  return { code, stdout, stderr };
}

describe("the rspp-contracts process", { timeout: 60_000 }, () => {
  const event = contracts.event_record.example;

  it("exits with 0 for a pass and writes nothing but the report", async () => {
    const cwd = writeFiles({ "a.json": event });
    const { code, stdout, stderr } = await ended(start(["validate", "a.json"], cwd));
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toMatch(/^PASSED/);
  });

  it("exits with 1 for violations, of artifacts and of gates", async () => {
    const cwd = writeFiles({ "a.json": { ...event, lane: "?" } });
    expect(await ended(start(["validate", "a.json"], cwd))).toMatchObject({ code: 1 });
    expect(await ended(start(["gates", "-"], cwd), JSON.stringify(troubledTurn("a")))).toMatchObject({
      code: 1,
    });
  });

  it("exits with 2 for wrong usage and for inputs that are not there", async () => {
    const cwd = writeFiles({});
    expect(await ended(start(["gates", "--nope"], cwd))).toMatchObject({ code: 2, stdout: "" });
    expect(await ended(start(["gates", "nope.json"], cwd))).toMatchObject({ code: 2, stdout: "" });
  });

  it("exits with 3 when there is too little evidence, and with 0 when there is enough", async () => {
    const cwd = writeFiles({});
    expect(await ended(start(["gates", "-"], cwd))).toMatchObject({ code: 3 });
    expect(await ended(start(["gates", "-", "--json"], cwd), JSON.stringify(goodTurn("a")))).toMatchObject({
      code: 0,
      stderr: "",
    });
  });

  it("exits with 70 for a defect of its own", async () => {
    const cwd = writeFiles({ "break.mjs": "process.stdout.write = () => { throw new Error('boom'); };" });
    const child = start(["--help"], cwd, ["--import", `file://${join(cwd, "break.mjs")}`]);
    const { code, stderr } = await ended(child);
    expect(code).toBe(70);
    expect(stderr).toMatch(/^Internal fault of rspp-contracts .*boom/);
  });

  it("keeps its exit code and its peace when the reader goes away", async () => {
    const bad = `${JSON.stringify({ ...event, lane: "?", session_id: "x".repeat(3000) })}\n`;
    const files = Object.fromEntries(
      Array.from({ length: 30 }, (_, index) => [`f${index}.ndjson`, bad.repeat(100)]),
    );
    const child = start(["validate", ".", "--json"], writeFiles(files));
    child.stdout?.destroy();
    const { code, stderr } = await ended(child);
    expect({ code, stderr }).toEqual({ code: 1, stderr: "" });
  });
});
