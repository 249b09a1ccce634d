/**
 * docs/porting-tests.md: the tests in the harness run and pass, the table counts what the page shows.
 *
 * The usual way sleeps for real, so it runs only where it is asked for, with `RUN_USUAL_WAY=1`. After a change run
 * `UPDATE_DOCS=1 npx vitest run src/authoring/docs`.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

import { rowsOf, runSnippet, withRows } from "../../conformance/documentation-page.test-kit.ts";

const FILE = new URL("../../../docs/porting-tests.md", import.meta.url);

/** The blocks of a page by what stands behind `js`. */
const blocksOf = (page: string, kind: string): string[] =>
  [...page.matchAll(/^```js ([\w-]+)\n([\s\S]*?)^```$/gm)].flatMap(([, of, text = ""]) =>
    of === kind ? [text] : [],
  );

const linesOf = (text: string): number =>
  text.split("\n").filter((line) => !/^\s*(?:\/\/.*|\/?\*.*)?$/.test(line)).length;

const sleepsOf = (text: string): number =>
  [...text.matchAll(/await sleep\((\d+)\)/g)].reduce((sum, [, ms]) => sum + Number(ms), 0);

const page = () => readFileSync(FILE, "utf8");

/** The imports of one way, and its tests with their titles. */
function wayOf(kind: "usual" | "harness") {
  const [imports = "", ...tests] = blocksOf(page(), kind);
  return { imports, tests };
}

const usual = wayOf("usual");
const harness = wayOf("harness");
const titles = [...page().matchAll(/^## \d+\. (.*)$/gm)].map(([, title = ""]) => title);

const rows = titles.map((title, index) => {
  const [theirs = "", ours = ""] = [usual.tests[index], harness.tests[index]];
  return [`${index + 1}. ${title}`, ...[linesOf(theirs), sleepsOf(theirs), linesOf(ours)].map(String)];
});
const sum = (column: number) => rows.reduce((total, row) => total + Number(row[column]), 0);
const table = [...rows, ["**All**", ...[1, 2, 3].map((column) => `**${sum(column)}**`)]];

if (process.env["UPDATE_DOCS"] === "1")
  writeFileSync(FILE, withRows(page(), { mark: "counts", rows: table }));

/** Runs tests of a way with its nodes; rejects when one fails. */
const play = (kind: "usual" | "harness", tests: readonly string[]) => {
  const [name, nodes] = kind === "usual" ? ["./usual-nodes.js", "usual-nodes"] : ["./nodes.js", "nodes"];
  const modules = { [name]: blocksOf(page(), nodes)[0] ?? "" };
  const { imports } = kind === "usual" ? usual : harness;
  return runSnippet([imports, ...tests].join("\n"), { modules });
};

test("twelve tests, each in both forms and under the same title", () => {
  expect(titles).toHaveLength(12);
  const named = (texts: readonly string[]) => texts.map((text) => /^test\("(.*)",/.exec(text)?.[1]);
  expect(named(harness.tests)).toEqual(named(usual.tests));
  expect(named(harness.tests)).toHaveLength(12);
});

test("the table counts what the page shows, and the harness needs fewer lines everywhere and no sleep", () => {
  expect(rowsOf(page(), "counts")).toEqual(table);
  for (const [title, theirs, , ours] of rows) expect(Number(ours), title).toBeLessThan(Number(theirs));
  expect(harness.tests.join("\n")).not.toMatch(/await sleep/);
});

describe("in the harness", () => {
  test("all pass", async () => {
    const printed = await play("harness", harness.tests);
    expect(printed).toMatch(/^# pass 12$/m);
    expect(printed).toMatch(/^# fail 0$/m);
  });

  test("each fails when its node is broken", async () => {
    const BREAKS: readonly (readonly [index: number, from: string, to: string])[] = [
      [0, "ctx.time.sleep(100)", "new Promise((resolve) => setTimeout(resolve, 100))"],
      [1, 'cancel: "preemptible"', 'cancel: "cooperative"'],
      [2, "giveUp();\n        yield", "yield"],
      [3, "else if (done.has(payload.segment)) return;", ""],
      [4, "setTimeout(end, 700)", "setTimeout(end, 699)"],
      [5, "[1, 2, 3]", "[1]"],
      [6, "interruptions += 1;", ""],
      [7, "done.add(payload.segment);", ""],
      [
        8,
        'yield { type: "speech.word", payload: word };',
        'void ctx.emit({ type: "speech.word", payload: word + word });',
      ],
      [9, "Math.max(0, ...done)", "0"],
      [10, "state.session_durable.set", "(() => {})"],
      [11, "from_ms <= played_ms", "true"],
    ];
    const nodes = blocksOf(page(), "nodes")[0] ?? "";
    const outcomes = await Promise.all(
      BREAKS.map(async ([index, from, to]) => {
        expect(nodes.split(from).length, from).toBeGreaterThan(1);
        const modules = { "./nodes.js": nodes.replaceAll(from, to) };
        const code = [harness.imports, harness.tests[index] ?? ""].join("\n");
        return runSnippet(code, { modules }).then(
          () => `${titles[index]} passes`,
          () => "fails",
        );
      }),
    );
    expect(outcomes).toEqual(BREAKS.map(() => "fails"));
  });
});

test("no node of the page breaks a rule of nodes", async () => {
  const code = `
    import { runNodeConformance } from "@rspp/contracts/v1/authoring";
    import * as nodes from "./nodes.js";
    const late = (ms, value) => new Promise((resolve) => setTimeout(resolve, ms, value));
    const segments = [1, 2, 3].map((segment) => ({ segment, text: "Yes." }));
    const { voice, answers, tool, transcript, endOfTurn, memory, captions } = nodes;
    const lookUp = (_city, attempt) => (attempt % 2 === 1 ? new Promise(() => {}) : late(50, "sunny"));
    const runs = [
      [voice, { inputs: { "text.segment": ["one two three", "four"] } }],
      [answers, { config: { ask: () => late(100, "sunny") } }],
      [tool, { config: { lookUp } }],
      [transcript, { inputs: { "stt.partial": segments, "stt.final": segments } }],
      [endOfTurn],
      [memory, { inputs: { "text.final": ["My name is Ada", "Who am I?"] } }],
      [captions, {
        inputs: {
          "text.caption": [0, 400].map((from_ms) => ({ from_ms, text: "Good" })),
          "audio.played": [100, 500].map((until_ms) => ({ until_ms })),
        },
      }],
    ];
    if (runs.length !== Object.values(nodes).filter((node) => "descriptor" in node).length) throw new Error("Missing");
    for (const [node, options] of runs)
      for (const { check_id, verdict } of (await runNodeConformance(node, options)).subjects[0].results)
        if (verdict === "fail") console.log(node.descriptor.node_id, check_id);
    console.log("done");`;
  const modules = { "./nodes.js": blocksOf(page(), "nodes")[0] ?? "" };
  expect(await runSnippet(code, { modules })).toBe("done\n");
});

if (process.env["RUN_USUAL_WAY"] === "1")
  test("the usual way passes, too", async () => {
    const printed = await play("usual", usual.tests);
    expect(printed).toMatch(/^# pass 12$/m);
  });
