/**
 * docs/conformance.md: its snippets run and print what stands behind them, its tables are those of the code.
 * After a change run `UPDATE_DOCS=1 npx vitest run src/conformance/conformance-page.test.ts`.
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

import { conformanceCommand } from "../cli/commands/conformance.ts";
import { EXIT } from "../cli/exit-code.ts";
import { parseOptions } from "../cli/options/parse-options.ts";
import { SUBJECT_CAPABILITIES } from "../contracts/conformance/capability.ts";
import { CheckResultSchema } from "../contracts/conformance/check-result.ts";
import { validate } from "../validators/validate.ts";
import {
  anchorsOf,
  callsOf,
  linksOf,
  rowsOf,
  runSnippet,
  snippetsOf,
  withOutputs,
  withRows,
} from "./documentation-page.test-kit.ts";
import { scenarios } from "./generated/scenarios.ts";
import { MUTANTS } from "./mutants/mutants.ts";
import { ALL_PACKS } from "./packs/all-packs.ts";
import { SUBJECT_FAULTS } from "./subject/subject.ts";
import { readLimits } from "./subject/subject-limits.ts";
import { parseReplay } from "./suite/replay-request.ts";

const DOCS = new URL("../../docs/", import.meta.url);
const read = (name: string) => readFileSync(new URL(name, DOCS), "utf8");
const isUpdate = process.env["UPDATE_DOCS"] === "1";
const FILE = new URL("conformance.md", DOCS);
const README = read("../README.md");

const packRows = ALL_PACKS.map(({ name, title, checks }) => {
  const ids = checks.map(({ id }) => id);
  const range = ids.length > 1 ? `${ids[0]} to ${ids.at(-1)}` : ids.join();
  return [`\`${name}\``, title, range];
});

if (isUpdate) {
  const page = withRows(read("conformance.md"), { mark: "packs", rows: packRows });
  const printing = snippetsOf(page, "js").filter(({ output }) => output !== undefined);
  const outputs = await Promise.all(printing.map(({ code }) => runSnippet(code)));
  writeFileSync(FILE, withOutputs(page, outputs));
}

const PAGE = read("conformance.md");
const snippets = snippetsOf(PAGE, "js").map((snippet, index) => ({ ...snippet, number: index + 1 }));
const unquoted = (cell = "") => cell.replaceAll("`", "");
/** The version of the kit is told, and may be another one. */
const ofAnyKit = (text: string) => text.replaceAll(/, kit \S+/g, ", kit *");

describe("the snippets", () => {
  test("are there", () => {
    expect(snippets.length).toBeGreaterThanOrEqual(8);
    expect(snippets.filter(({ output }) => output !== undefined).length).toBeGreaterThanOrEqual(5);
  });

  test.each(snippets)("number $number runs and prints what stands behind it", async ({ code, output }) => {
    const printed = await runSnippet(code);
    if (output !== undefined) expect(ofAnyKit(printed)).toBe(ofAnyKit(output));
  });

  test.each([
    ["docs/conformance.md", PAGE],
    ["README.md", README],
  ])("the suite of %s registers a test for each check of its profile", async (_, page) => {
    const [suite] = snippetsOf(page, "ts").filter(({ code }) => code.includes("conformanceSuite"));
    const vitest = `export const afterAll = () => {};
      export const describe = (_, register) => register();
      export const test = (name) => console.log(name);`;
    const printed = await runSnippet(suite?.code ?? "", { modules: { vitest } });
    const profile = suite?.code.includes('"full"') ? "full" : "quick";
    const checks = ALL_PACKS.flatMap((pack) => pack.checks).filter(({ profiles }) =>
      profiles.includes(profile),
    );
    expect(printed.trim().split("\n")).toEqual(checks.map(({ id, title }) => `${id} ${title}`));
  });

  test("the failure tells where to look", () => {
    const failure =
      snippets.map(({ output = "" }) => output).find((output) => output.includes("rerun")) ?? "";
    for (const part of ["requires", "> ", "expected", "received", "likely cause", "code", "rerun"])
      expect(failure).toContain(`  ${part}`);
    const replay = /rerun +(.*)/.exec(failure)?.[1] ?? "";
    expect(parseReplay(replay)).toMatchObject({ check: "MB-002", seed: 1 });
    for (const call of [...callsOf(PAGE, "npx rspp-contracts conformance")])
      if (call.includes("--path")) expect(call.join(" ")).toContain(replay);
    expect(PAGE).toContain(`RSPP_CONFORMANCE="${replay}"`);
  });
});

test.each([
  ["docs/conformance.md", PAGE, 8],
  ["README.md", README, 2],
])("the calls of %s can be made", (_, page, least) => {
  const calls = callsOf(page, "npx rspp-contracts conformance");
  expect(calls.length).toBeGreaterThanOrEqual(least);
  for (const call of calls) expect(parseOptions(call, conformanceCommand.options).positionals).toEqual([]);
});

test("what goes over the wire is valid, and an answer has the number of its request", () => {
  const lines = snippetsOf(PAGE, "wire")[0]?.code.trim().split("\n") ?? [];
  expect(lines.length).toBeGreaterThanOrEqual(8);
  const messages = lines.map((line) => ({
    isRequest: line.startsWith("> "),
    value: JSON.parse(line.slice(2)),
  }));
  for (const { isRequest, value } of messages)
    expect(validate(isRequest ? "subject_request" : "subject_reply", value)).toMatchObject({ ok: true });
  const ids = (isRequest: boolean) =>
    messages.filter((one) => one.isRequest === isRequest).map(({ value }) => value.id);
  expect(ids(true)).toEqual(ids(false));
});

describe("the tables", () => {
  const first = (mark: string, page = PAGE) => rowsOf(page, mark).map(([cell]) => unquoted(cell));

  test("list every capability, pack, verdict, exit code and limit", () => {
    expect(first("capabilities")).toEqual(SUBJECT_CAPABILITIES);
    expect(rowsOf(PAGE, "packs")).toEqual(packRows);
    expect(first("verdicts")).toEqual(CheckResultSchema.shape.verdict.options);
    const { inconclusive: _, ...codes } = EXIT;
    expect(first("exit codes").map(Number)).toEqual(Object.values(codes));
    const limits = rowsOf(PAGE, "limits").map(([name, value]) => [unquoted(name), Number(value)]);
    expect(Object.fromEntries(limits)).toEqual(readLimits());
  });

  test("of docs/errors.md list every fault of a subject", () => {
    expect(first("subject faults", read("errors.md"))).toEqual(SUBJECT_FAULTS);
  });

  test("cover the code of every broken runtime", () => {
    const told = first("codes").join(", ").split(", ");
    const expectations = scenarios.flatMap(({ steps, finally: last = [] }) => [
      ...steps.flatMap(({ expect: wanted = [] }) => wanted),
      ...last,
    ]);
    const ofScenarios = new Set(expectations.map(({ code }) => code));
    const isTold = (code: string) =>
      told.includes(code) ||
      /^(missing|unexpected)_/.test(code) ||
      /^[A-Z]{3}-/.test(code) ||
      ofScenarios.has(code);
    expect(MUTANTS.map(({ code }) => code).filter((code) => !isTold(code))).toEqual([]);
  });
});

test.each(["conformance.md", "checks.md"])("the links of docs/%s lead somewhere", (name) => {
  for (const link of linksOf(read(name))) {
    if (link.startsWith("https://")) continue;
    const [path = "", anchor] = link.split("#");
    const target = path === "" ? name : path;
    expect(existsSync(new URL(target, DOCS)), link).toBe(true);
    if (anchor !== undefined) expect(anchorsOf(read(target)), link).toContain(anchor);
  }
});

test("docs/checks.md has a row for every check and every requirement", () => {
  const page = read("checks.md");
  for (const { id, level } of ALL_PACKS.flatMap((pack) => pack.checks))
    expect(page).toMatch(new RegExp(`^\\| ${id} \\| ${level} \\| `, "m"));
  for (const requirement of ALL_PACKS.flatMap((pack) => pack.checks).flatMap((check) => check.requirements))
    if (!/^CON-/.test(requirement)) expect(page).toContain(`\n| ${requirement} | `);
});
