/** The examples of this folder run on real engines and assert what they show. */
import { execFileSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const HERE = new URL("./", import.meta.url);

/** What each example needs and where it looks for it, and a line that it prints. */
const EXAMPLES = [
  {
    name: "gate-with-duckdb.mjs",
    needs: "@duckdb/node-api",
    from: HERE,
    prints: "all 5000 turns: first_output_p95_exceeded, missing_cancel_fence_marker, end_to_end_p95_exceeded",
  },
  {
    name: "gate-with-beam.mjs",
    needs: "apache-beam",
    from: new URL("beam/package.json", HERE),
    prints: "ap-south 1666 turns, end to end p95 1756 ms: pass",
  },
];

function isInstalled({ needs, from }: (typeof EXAMPLES)[number]): boolean {
  try {
    createRequire(from).resolve(needs);
    return true;
  } catch {
    console.warn(`Not run: ${needs} is not installed for ${fileURLToPath(from)}`);
    return false;
  }
}

test("every example of the folder is here", () => {
  const found = readdirSync(HERE).filter((name) => name.startsWith("gate-"));
  expect(found.toSorted()).toEqual(EXAMPLES.map(({ name }) => name).toSorted());
});

for (const example of EXAMPLES.filter(isInstalled)) {
  test(`${example.name} runs and asserts what it shows`, () => {
    const printed = execFileSync("node", [fileURLToPath(new URL(example.name, HERE))], { encoding: "utf8" });
    expect(printed.split("\n")).toContain(example.prints);
  });
}
