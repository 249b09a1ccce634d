/** Generates typia's checks ahead of time, as its users do: its transformer runs in the compiler. */
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

import { build } from "esbuild";

import { BENCH, WORK } from "./folders.mjs";

const FOLDER = join(WORK, "typia");

/** Writes `typia/out/typia-checks.ts` below the work folder, unless it is there for the same types. */
export async function generateTypia() {
  const script = join(FOLDER, "typia-types.mjs");
  await build({
    entryPoints: [join(BENCH, "validate-events/peers/typia-types.ts")],
    outfile: script,
    bundle: true,
    format: "esm",
    platform: "node",
  });
  const { typiaModule } = await import(pathToFileURL(script).href);
  const input = join(FOLDER, "in/typia-checks.ts");
  const types = typiaModule();
  const isDone = existsSync(join(FOLDER, "out/typia-checks.ts")) && readFileSync(input, "utf8") === types;
  if (isDone) return;
  rmSync(join(FOLDER, "out"), { recursive: true, force: true });
  mkdirSync(join(FOLDER, "in"), { recursive: true });
  writeFileSync(input, types);
  writeFileSync(join(FOLDER, "tsconfig.json"), JSON.stringify(COMPILER));
  const typia = join(BENCH, "node_modules/typia/lib/executable/typia.js");
  const options = {
    input: join(FOLDER, "in"),
    output: join(FOLDER, "out"),
    project: join(FOLDER, "tsconfig.json"),
  };
  const flags = Object.entries(options).flatMap(([name, value]) => [`--${name}`, value]);
  execFileSync(process.execPath, [typia, "generate", ...flags], {
    cwd: BENCH,
    stdio: ["ignore", "ignore", "inherit"],
  });
}

const COMPILER = {
  compilerOptions: {
    target: "ES2022",
    module: "ESNext",
    moduleResolution: "Bundler",
    strict: true,
    skipLibCheck: true,
    noEmit: true,
    types: [],
    plugins: [{ transform: "typia/lib/transform" }],
  },
  include: ["in"],
};
