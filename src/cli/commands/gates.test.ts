import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

import { contracts } from "../../contracts/catalog.ts";
import { goodTurn, troubledTurn } from "../../gates/slo/report/evaluated-run.test-kit.ts";
import { parseStrictXml } from "../../internal/report-text/strict-xml.test-kit.ts";
import { drive } from "../drive.test-kit.ts";

const artifact = contracts.baseline_artifact.example;
const [record] = artifact.entries;
const lines = (...values: unknown[]) => values.map((value) => `${JSON.stringify(value)}\n`).join("");
const good = lines(goodTurn("a"), goodTurn("b"));

describe("rspp-contracts gates", () => {
  it("passes, fails and is inconclusive with an exit code of its own", async () => {
    expect(await drive(["gates", "-"], { stdin: good })).toMatchObject({ code: 0, stderr: "" });
    const failed = await drive(["gates", "-"], { stdin: lines(goodTurn("a"), troubledTurn("b")) });
    expect([failed.code, failed.stdout.includes("FAILED  5 of 7 gates failed over 2 turns")]).toEqual([
      1,
      true,
    ]);
    const none = await drive(["gates", "-"], { stdin: "\n" });
    expect([none.code, none.stderr]).toEqual([
      3,
      "Check that the inputs hold the evidence of the run; they hold no turn\n",
    ]);
  });

  it("is inconclusive when only the end-to-end markers are missing, and passes when told to do without", async () => {
    const { turn_terminal_at_ms: _, ...unmarked } = goodTurn("a");
    const stdin = lines(unmarked);
    expect(await drive(["gates", "-"], { stdin })).toMatchObject({
      code: 3,
      stderr: expect.stringContaining("--no-end-to-end"),
    });
    expect(await drive(["gates", "-", "--no-end-to-end"], { stdin })).toMatchObject({ code: 0 });
    expect(await drive(["gates", "-", "--anchor", "terminal"], { stdin })).toMatchObject({ code: 1 });
  });

  it("reads artifacts, records, metrics, lists of them, and several files as one run", async () => {
    const files = {
      "artifact.json": artifact,
      "records.ndjson": lines(record, { ...record, turn_id: "turn-2" }),
      "list.json": [goodTurn("a"), record],
      "one.json": goodTurn("b"),
    };
    const { code, stdout } = await drive(
      ["gates", "artifact.json", "records.ndjson", "list.json", "one.json", "--json"],
      { files },
    );
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ samples: 6, accepted_turns: 6, passed: true });
  });

  it("tells why the evidence of a turn is incomplete", async () => {
    const stdin = lines({ ...record, merge_rule_id: "" });
    const { code, stdout } = await drive(["gates", "-"], { stdin });
    expect(code).toBe(1);
    expect(stdout).toMatch(/Incomplete evidence \(1 turn\)\n {2}turn turn-1: EVD-\d\d /);
  });

  it("stops at evidence that cannot be read, with the place of every broken record", async () => {
    const stdin = lines(
      goodTurn("a"),
      { ...goodTurn("b"), turn_open_at_ms: -1 },
      { ...goodTurn("c"), surprise: 1 },
      { lane: "DataLane" },
    );
    const { code, stdout, stderr } = await drive(["gates", "-"], { stdin });
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain("received 3 broken parts\n");
    expect(stderr).toMatch(/^<stdin>:2:\d+ {2}error \S+ {2}\/turn_open_at_ms$/m);
    expect(stderr).toMatch(/^<stdin>:3:\d+ {2}error \S+ {2}\/surprise$/m);
    expect(stderr).toMatch(/^<stdin>:4:1 {2}error CLI-04$/m);
  });

  it("points into records of the Go runtime by their own names", async () => {
    const go = { SessionID: "s", TurnID: "t", TurnOpenAtMS: -5 };
    const { code, stderr } = await drive(["gates", "-"], {
      stdin: JSON.stringify({ ...artifact, entries: [go] }),
    });
    expect(code).toBe(2);
    expect(stderr).toMatch(/<stdin>:1:\d+ {2}error \S+ {2}\/entries\/0\/TurnOpenAtMS/);
  });

  it("takes an artifact without entries for a run without evidence", async () => {
    expect(
      await drive(["gates", "-"], { stdin: JSON.stringify({ ...artifact, entries: [] }) }),
    ).toMatchObject({ code: 3 });
  });
});

describe("limits", () => {
  it("come from a file and differ from the defaults only where it says so", async () => {
    const files = { "limits.json": { turn_open_decision_p95_ms: 79 } };
    const { code, stdout } = await drive(["gates", "-", "--thresholds", "limits.json"], {
      files,
      stdin: good,
    });
    expect(code).toBe(1);
    expect(stdout).toMatch(/G1 .* FAIL .* 80 ms +<= 79 ms/);
  });

  it.each([
    [
      "a mistyped name",
      '{\n  "turn_open_decison_p95_ms": 1}',
      'limits.json:2:31 Cannot use "turn_open_decison_p95_ms": expected the name of a limit',
    ],
    [
      "a mistyped name, with the nearest one",
      '{"turn_open_decison_p95_ms": 1}',
      "Did you mean turn_open_decision_p95_ms?",
    ],
    ["a wrong value", '{"end_to_end_p50_ms": 1.5}', "expected an integer"],
    ["a ratio over 1", '{"baseline_completeness_ratio": 95}', "expected a ratio from 0 to 1"],
    ["a repeated name", '{"end_to_end_p50_ms": 1, "end_to_end_p50_ms": 2}', "repeated name"],
    ["a list", "[]", "expected an object of limits"],
  ])("are refused for %s", async (_, text, words) => {
    const { code, stderr } = await drive(["gates", "-", "--thresholds", "limits.json"], {
      files: { "limits.json": text },
      stdin: good,
    });
    expect(code).toBe(2);
    expect(stderr).toContain(words);
  });

  it("are refused when the file is not there", async () => {
    const { code, stderr } = await drive(["gates", "-", "--thresholds", "limit.json"], {
      files: { "limits.json": {} },
      stdin: good,
    });
    expect([code, stderr]).toEqual([2, expect.stringContaining("Did you mean limits.json?")]);
  });
});

describe("reports of rspp-contracts gates", () => {
  it("come in every format", async () => {
    const report = async (format: string) =>
      (await drive(["gates", "-", "--format", format], { stdin: good })).stdout;
    expect(JSON.parse(await report("json"))).toMatchObject({ passed: true });
    expect(parseStrictXml(await report("junit")).name).toBe("testsuites");
    expect(await report("markdown")).toMatch(/^## ✓ MVP SLO gates: passed/);
    expect(await report("html")).toMatch(/^<!doctype html>/);
    expect(await report("text")).toMatch(/^MVP SLO gates: <stdin>\nPASSED/);
  });

  it("are written to a directory, whole, and listed", async () => {
    const { code, stdout, stderr, cwd } = await drive(["gates", "-", "--out", "reports/today", "--json"], {
      stdin: good,
    });
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ passed: true });
    const names = ["gates.html", "gates.json", "gates.junit.xml", "gates.md", "gates.txt"];
    expect(readdirSync(join(cwd, "reports/today")).sort()).toEqual(names);
    for (const name of names) expect(stderr).toContain(`reports/today/${name}`);
    expect(readFileSync(join(cwd, "reports/today/gates.json"), "utf8")).toBe(stdout);
  });

  it("cannot be written over a file", async () => {
    const { code, stderr } = await drive(["gates", "-", "--out", "x"], { stdin: good, files: { x: "" } });
    expect([code, stderr]).toEqual([2, expect.stringContaining("Cannot write reports to x")]);
  });

  it("are appended to the step summary only when asked for", async () => {
    const argv = ["gates", "-", "--step-summary"];
    const { code, stderr } = await drive(argv, { stdin: good });
    expect([code, stderr]).toEqual([2, expect.stringContaining("GITHUB_STEP_SUMMARY")]);
    const { cwd } = await drive([], { files: { summary: "before\n" } });
    const env = { GITHUB_STEP_SUMMARY: join(cwd, "summary") };
    expect(await drive(argv, { stdin: good, env })).toMatchObject({ code: 0 });
    expect(readFileSync(env.GITHUB_STEP_SUMMARY, "utf8")).toMatch(/^before\n## ✓ MVP SLO gates: passed/);
    await drive(["gates", "-"], { stdin: good, env });
    expect(readFileSync(env.GITHUB_STEP_SUMMARY, "utf8").match(/## /g)).toHaveLength(1);
  });
});

describe("usage of rspp-contracts gates", () => {
  it.each([
    [["gates"], "expected at least 1 evidence file"],
    [["gates", "-", "--profile", "full"], "Cannot read full"],
    [["gates", "-", "--anchor", "playbak"], "Did you mean playback?"],
    [["gates", "gone.json"], "Cannot read gone.json"],
    [["gates", "-", "--threshold", "x"], "Did you mean --thresholds?"],
  ])("refuses %j", async (argv, words) => {
    const { code, stdout, stderr } = await drive(argv, { stdin: good });
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain(words);
  });
});
