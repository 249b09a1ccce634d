/**
 * Runs the benchmarks.
 *
 * Usage: node bench/run.mjs [names...] [--from dist|src] [--quick] [--record]
 *
 * Without names, all of them. `--from` says what is measured: the build in dist (default when there is
 * one) or a build of the sources. `--quick` only shows that they work. `--record` rewrites the results in
 * bench/README.md. The exit code is 1 when subjects that should agree do not; time never fails a run.
 */
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

const HERE = fileURLToPath(new URL(".", import.meta.url));
const USUAL = ["validate-events", "ndjson", "import-cost", "arbitraries", "gates", "trace"];
/** Known by name only: it writes files of several GB and takes minutes. */
const NAMES = [...USUAL, "scale"];

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    from: { type: "string" },
    quick: { type: "boolean", default: false },
    record: { type: "boolean", default: false },
  },
});
const names = positionals.length > 0 ? positionals : USUAL;
refuseUnknown("benchmark", names, NAMES);
refuseUnknown("--from", values.from === undefined ? [] : [values.from], ["dist", "src"]);

if (!existsSync(join(HERE, "node_modules/esbuild"))) {
  console.log("Installing the dependencies of the benchmarks (bench/package-lock.json)\n");
  execFileSync("npm", ["ci", "--no-audit", "--no-fund"], {
    cwd: HERE,
    stdio: "inherit",
    shell: process.platform === "win32",
  });
}

// Imported late: these need the dependencies.
const { subjectPackage, hasBuild } = await import("./build/subject-package.mjs");
const { bundleBench } = await import("./build/bundle-bench.mjs");
const { WORK } = await import("./build/folders.mjs");
const { describeMachine } = await import("./build/machine.mjs");

mkdirSync(WORK, { recursive: true });
const subject = await subjectPackage(values.from ?? (hasBuild() ? "dist" : "src")).catch(refuseBuild);
const recordFile = join(WORK, "record.md");
rmSync(recordFile, { force: true });
const heading = `Measured: ${subject.about}; ${describeMachine()}.`;
console.log(`${heading}\n`);

let exitCode = 0;
for (const name of names) {
  if (name === "validate-events") await (await import("./build/generate-typia.mjs")).generateTypia();
  const file = await bundleBench(name, subject.entries).catch(refuseBuild);
  const { status } = spawnSync(process.execPath, ["--expose-gc", "--no-warnings", file], {
    cwd: join(HERE, ".."),
    stdio: "inherit",
    env: {
      ...process.env,
      RSPP_BENCH_ENTRIES: JSON.stringify(subject.entries),
      ...(values.quick && { RSPP_BENCH_QUICK: "1" }),
      ...(values.record && { RSPP_BENCH_RECORD: recordFile }),
    },
  });
  if (status !== 0) exitCode = 1;
}
if (values.record) recordResults();
process.exitCode = exitCode;

/** Puts what the benchmarks reported between the markers of the README. */
function recordResults() {
  const readme = join(HERE, "README.md");
  const text = readFileSync(readme, "utf8");
  const [before, rest] = text.split("<!-- results -->\n");
  const after = rest?.split("<!-- end of results -->")[1];
  if (after === undefined) throw new Error("Cannot record: expected the results markers in bench/README.md");
  const results = readFileSync(recordFile, "utf8").trim();
  const body = `<!-- results -->\n\n${heading}\n\n${results}\n\n<!-- end of results -->`;
  writeFileSync(readme, `${before}${body}${after}`);
}

/** What is wrong with the code has been printed by esbuild. */
function refuseBuild(error) {
  console.error(error.errors === undefined ? error : "Cannot build: expected code that compiles, see above");
  process.exit(2);
}

function refuseUnknown(what, given, known) {
  const wrong = given.find((name) => !known.includes(name));
  if (wrong === undefined) return;
  console.error(`Cannot run ${what}: expected one of ${known.join(", ")} but received "${wrong}"`);
  process.exit(2);
}
