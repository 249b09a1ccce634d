/**
 * docs/node-conformance.md: its snippets run and print what stands behind them, its calls can be made.
 * After a change run `UPDATE_DOCS=1 npx vitest run src/conformance/nodes/node-conformance-page.test.ts`.
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { expect, test } from "vitest";

import { NODE_RULE_IDS, NODE_RULES } from "../../authoring/rules/node-rules.ts";
import { conformanceCommand } from "../../cli/commands/conformance.ts";
import { parseOptions } from "../../cli/options/parse-options.ts";
import {
  anchorsOf,
  callsOf,
  linksOf,
  runSnippet,
  snippetsOf,
  withOutputs,
} from "../documentation-page.test-kit.ts";

const DOCS = new URL("../../../docs/", import.meta.url);
const FILE = new URL("node-conformance.md", DOCS);
const read = (file: URL) => readFileSync(file, "utf8");

if (process.env["UPDATE_DOCS"] === "1") {
  const outputs = await Promise.all(snippetsOf(read(FILE), "js").map(({ code }) => runSnippet(code)));
  writeFileSync(FILE, withOutputs(read(FILE), outputs));
}

const PAGE = read(FILE);
const ofAnyKit = (text: string) => text.replaceAll(/, kit \S+/g, ", kit *");
const [snippet] = snippetsOf(PAGE, "js");

test("the snippet finds what the page says, and its line is the one that the page repeats", async () => {
  const printed = await runSnippet(snippet?.code ?? "");
  expect(ofAnyKit(printed)).toBe(ofAnyKit(snippet?.output ?? ""));
  const replay = /rerun +(.*)/.exec(printed)?.[1] ?? "";
  expect(replay).toContain("--check NODE-CXL-02");
  expect(PAGE).toContain(`RSPP_CONFORMANCE="${replay}"`);
  const replayed = callsOf(PAGE, "npx rspp-contracts conformance").find((call) => call.includes("--path"));
  expect(replayed?.join(" ")).toContain(replay);
});

test("the suite registers a test for each rule", async () => {
  const [suite] = snippetsOf(PAGE, "ts");
  const vitest = `export const afterAll = () => {};
    export const describe = (_, register) => register();
    export const test = (name) => console.log(name);`;
  const shout = `import { defineNode } from "@rspp/contracts/v1/authoring";
    export const shout = defineNode({ node_id: "shout", version: "1.0.0", execution_scope: "turn",
      inputs: {}, outputs: {}, create: () => ({ process() {} }) });`;
  const printed = await runSnippet(suite?.code ?? "", { modules: { vitest, "./shout.js": shout } });
  const names = NODE_RULE_IDS.map((id) => `${id} ${NODE_RULES[id].title}`);
  expect(printed.trim().split("\n")).toEqual(names);
});

test("the calls can be made, and the links lead somewhere", () => {
  const calls = callsOf(PAGE, "npx rspp-contracts conformance");
  expect(calls).toHaveLength(3);
  for (const call of calls) expect(parseOptions(call, conformanceCommand.options).positionals).toEqual([]);
  for (const link of linksOf(PAGE).filter((one) => !one.startsWith("http"))) {
    const [path = "", anchor] = link.split("#");
    expect(existsSync(new URL(path, DOCS)), link).toBe(true);
    if (anchor !== undefined) expect(anchorsOf(read(new URL(path, DOCS))), link).toContain(anchor);
  }
});
