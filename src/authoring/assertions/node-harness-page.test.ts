/**
 * docs/node-harness.md: its snippets run and print what stands behind them, its tables are those of the code.
 * After a change run `UPDATE_DOCS=1 npx vitest run src/authoring/assertions/node-harness-page.test.ts`.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";

import {
  anchorsOf,
  linksOf,
  rowsOf,
  runSnippet,
  type Snippet,
  snippetsOf,
  withOutputs,
} from "../../conformance/documentation-page.test-kit.ts";
import { MARBLE_SYMBOLS } from "../script/marble-legend.ts";
import { readNodeScript } from "../script/parse-node-script.ts";
import * as assertions from "./node-assertions.ts";
import { nodeMatchers } from "./node-matchers.ts";

const FILE = new URL("../../../docs/node-harness.md", import.meta.url);
const DOOR = "@rspp/contracts/v1/authoring";

const path = (name: string) => JSON.stringify(new URL(name, import.meta.url).pathname);

/** The front door, and beside it what stands in the files of scripts and assertions. */
const KIT = [
  "../../v1/authoring.ts",
  "./node-assertions.ts",
  "./node-matchers.ts",
  "../script/output-marbles.ts",
  "../script/parse-marbles.ts",
  "../script/format-marbles.ts",
  "../script/parse-node-script.ts",
  "../script/format-node-script.ts",
  "../script/record-script.ts",
  "../script/replay-script.ts",
  "../script/transcript-text.ts",
]
  .map((name) => `export * from ${path(name)};`)
  .join("\n");

/** As much of a test runner as the snippet of the matchers needs. */
const RUNNER = `
  const known = {};
  export const expect = (received) => {
    const call = (isNegated) => new Proxy({}, { get: (_, name) => (...args) => {
      const { pass, message } = known[name](received, ...args);
      if (pass === isNegated) throw new Error(message());
      console.log(isNegated ? "not" : "", name);
    } });
    return Object.assign(Object.create(call(false)), { not: call(true) });
  };
  expect.extend = (matchers) => void Object.assign(known, matchers);
  export const test = (name, run) => run();
`;

const folder = mkdtempSync(join(tmpdir(), "rspp-node-kit-"));
const kit = join(folder, "kit.ts");
writeFileSync(kit, KIT);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const run = ({ code }: Snippet) => runSnippet(code.replaceAll(DOOR, kit), { modules: { vitest: RUNNER } });

const read = () => readFileSync(FILE, "utf8");

if (process.env["UPDATE_DOCS"] === "1") {
  const printing = snippetsOf(read(), "js").filter(({ output }) => output !== undefined);
  writeFileSync(FILE, withOutputs(read(), await Promise.all(printing.map(run))));
}

const PAGE = read();
const snippets = snippetsOf(PAGE, "js").map((snippet, index) => ({ ...snippet, number: index + 1 }));
const names = (mark: string) => rowsOf(PAGE, mark).map(([cell = ""]) => /`(\w+)\(/.exec(cell)?.[1]);

describe("the snippets of docs/node-harness.md", () => {
  test("are there, and each says what it prints", () => {
    expect(snippets).toHaveLength(6);
    for (const { output } of snippets) expect(output).not.toBe("");
  });

  test.each(snippets)("number $number runs and prints what stands behind it", async (snippet) => {
    expect(await run(snippet)).toBe(snippet.output);
  });

  test("the matchers run, every one of them", async () => {
    const [matchers] = snippetsOf(PAGE, "ts");
    expect(matchers).toBeDefined();
    const printed = await run(matchers ?? { code: "" });
    for (const name of Object.keys(nodeMatchers)) expect(printed).toContain(` ${name}\n`);
  });

  test("the fixture is a script", () => {
    const [fixture] = snippetsOf(PAGE, "ndjson");
    expect(readNodeScript(fixture?.code ?? "")).toMatchObject({ ok: true, script: { seed: 7 } });
  });
});

describe("the tables of docs/node-harness.md", () => {
  test("list every assertion", () => {
    expect(names("assertions").sort()).toEqual(Object.keys(assertions).sort());
  });

  test("list every symbol of marbles", () => {
    const cells = rowsOf(PAGE.replaceAll("\\|", "|"), "marbles").map(([cell = ""]) => cell);
    for (const symbol of Object.keys(MARBLE_SYMBOLS)) expect(cells).toContain(`\`${symbol}\``);
  });

  test("and text have links that lead somewhere", () => {
    const links = linksOf(PAGE);
    expect(links).not.toEqual([]);
    for (const link of links) expect(anchorsOf(PAGE)).toContain(link.slice(1));
  });
});
