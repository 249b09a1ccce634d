/**
 * Everything that CI runs, from a fresh clone: install, build, static checks, package checks, tests.
 *
 * `--full` runs the long searches too (200,000 generated and mutated values a kind).
 */
import { BUILD, INSTALL, runSteps } from "./steps.mjs";

const full = process.argv.includes("--full");

runSteps([
  INSTALL,
  { title: "Types", command: "npx", args: ["tsc", "--noEmit"] },
  { title: "Lint and format", command: "npx", args: ["biome", "check", "--error-on-warnings", "."] },
  { title: "Generated files", command: "npx", args: ["tsx", "scripts/generate.ts", "--check"] },
  BUILD,
  { title: "Package metadata", command: "npx", args: ["publint", "--strict"] },
  {
    title: "Packed types",
    command: "npx",
    args: ["attw", "--pack", ".", "--profile", "node16", "--format", "table-flipped"],
  },
  // Beam comes with 160 packages: its example runs with the long searches only.
  ...(full
    ? [
        {
          title: "Apache Beam",
          command: "npm",
          args: ["ci", "--no-audit", "--no-fund", "--prefix", "examples/scale/beam"],
        },
      ]
    : []),
  { title: "Tests", command: "npx", args: ["vitest", "run"], env: full ? { RSPP_FULL: "1" } : {} },
]);

console.log("\nVerified: install, types, lint, generated files, build, package checks and tests are green");
