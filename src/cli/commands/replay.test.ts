import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

import { contracts } from "../../contracts/catalog.ts";
import { parseStrictXml } from "../../internal/report-text/strict-xml.test-kit.ts";
import { validate } from "../../validators/validate.ts";
import { drive } from "../drive.test-kit.ts";

const trace = contracts.replay_trace.example;
const [entry] = trace.entries;
const edited = (edit: object) => ({ ...trace, entries: [{ ...entry, ...edit }] });
const artifact = contracts.baseline_artifact.example;
const NOW = ["--now", "2026-02-09T22:19:06Z"];
const planned = { class: "PLAN_DIVERGENCE", scope: "turn:turn-1" };
const replay = (files: Readonly<Record<string, unknown>>, ...more: string[]) =>
  drive(["replay", "a.json", "b.json", ...NOW, ...more], { files });

describe("rspp-contracts replay", () => {
  it("passes equal recordings, traces and artifacts alike", async () => {
    expect(await replay({ "a.json": trace, "b.json": trace })).toMatchObject({ code: 0, stderr: "" });
    expect(await replay({ "a.json": artifact, "b.json": artifact })).toMatchObject({ code: 0 });
  });

  it("fails a difference and tells what, where, expected and received", async () => {
    const { code, stdout } = await replay({ "a.json": trace, "b.json": edited({ authority_epoch: 8 }) });
    expect(code).toBe(1);
    expect(stdout).toContain("FAILED  1 of 1 fixture of the full gate failed");
    expect(stdout).toContain("  AUTHORITY_DIVERGENCE turn:turn-1\n");
    expect(stdout).toContain('Entry 0 (event "evt-1"): authority_epoch expected 7 but received 8');
  });

  it("lets pass what the metadata announces, in JSON and YAML", async () => {
    const files = { "a.json": trace, "b.json": edited({ plan_hash: "other" }) };
    const metadata = { fixtures: { a: { expected_divergences: [planned] } } };
    expect(await replay(files)).toMatchObject({ code: 1 });
    expect(await replay({ ...files, "m.json": metadata }, "--metadata", "m.json")).toMatchObject({ code: 0 });
    const yaml =
      "fixtures:\n  a:\n    expected_divergences:\n      - {class: PLAN_DIVERGENCE, scope: 'turn:turn-1'}\n";
    expect(await replay({ ...files, "m.yaml": yaml }, "--metadata", "m.yaml")).toMatchObject({ code: 0 });
  });

  it("takes the tolerance of the call only where the metadata has none", async () => {
    const files = { "a.json": trace, "b.json": edited({ runtime_timestamp_ms: 90 }) };
    const codes = [
      await replay(files),
      await replay(files, "--timing-tolerance", "10"),
      await replay(
        { ...files, "m.json": { fixtures: { a: { timing_tolerance_ms: 5 } } } },
        "--timing-tolerance",
        "10",
        "--metadata",
        "m.json",
      ),
    ].map(({ code }) => code);
    expect(codes).toEqual([1, 0, 1]);
  });

  it("pairs the files of two directories by name, and fails what one side lacks", async () => {
    const files = {
      "x/one.json": trace,
      "x/sub/two.json": trace,
      "y/one.json": trace,
      "y/three.json": trace,
    };
    const { code, stdout } = await drive(["replay", "x", "y", "--json", ...NOW], { files });
    const report = JSON.parse(stdout);
    expect([code, validate("replay_regression_report", report).ok]).toEqual([1, true]);
    expect(
      report.fixtures.map((one: { fixture_id: string; missing_evidence: string[] }) => [
        one.fixture_id,
        ...one.missing_evidence,
      ]),
    ).toEqual([
      ["one"],
      ["sub/two", 'Fixture "sub/two": expected a candidate but received none'],
      ["three", 'Fixture "three": expected a baseline but received none'],
    ]);
  });

  it("holds thresholds against the invocations of the candidate", async () => {
    const invocation = contracts.invocation_outcome_evidence.example;
    const slow = { ...artifact, entries: [{ ...artifact.entries[0], invocation_outcomes: [invocation] }] };
    const fixture = { final_attempt_latency_threshold_ms: 100, invocation_latency_scopes: ["turn:turn-1"] };
    const files = { "a.json": slow, "b.json": slow, "m.json": { fixtures: { a: fixture } } };
    const { code, stdout } = await replay(files, "--metadata", "m.json");
    expect([code, stdout.includes("invocation_latency_final:turn:turn-1")]).toEqual([1, true]);
  });

  it("is inconclusive when no fixture belongs to the gate", async () => {
    const { code, stdout, stderr } = await replay({ "a.json": trace, "b.json": trace }, "--gate", "quick");
    expect([code, stdout.includes("INCONCLUSIVE  No fixture belongs to the quick gate")]).toEqual([3, true]);
    expect(stderr).toContain('give fixtures the gate "quick" or "both"');
  });

  it("reads one side from standard input, and Go evidence", async () => {
    const go = readPeer();
    const stdin = JSON.stringify(trace);
    const files = { "a.json": trace, ...(go !== undefined && { "go.json": go }) };
    expect(await drive(["replay", "a.json", "-", ...NOW], { files, stdin })).toMatchObject({ code: 0 });
    if (go === undefined) return;
    expect(await drive(["replay", "go.json", "go.json", ...NOW], { files })).toMatchObject({ code: 0 });
  });
});

describe("formats", () => {
  const files = { "a.json": trace, "b.json": edited({ reason: "<b>other</b>", plan_hash: "x" }) };

  it("are all written to a directory, and equal calls write equal bytes", async () => {
    const read = async () => {
      const { code, cwd } = await replay(files, "--out", "reports");
      expect(code).toBe(1);
      const names = readdirSync(join(cwd, "reports")).sort();
      return names.map((name) => [name, readFileSync(join(cwd, "reports", name), "utf8")] as const);
    };
    const first = await read();
    expect(first.map(([name]) => name)).toEqual([
      "replay.html",
      "replay.json",
      "replay.junit.xml",
      "replay.md",
      "replay.txt",
    ]);
    expect(await read()).toEqual(first);
  });

  it("are well formed and escape what they show", async () => {
    const xml = (await replay(files, "--format", "junit")).stdout;
    expect(() => parseStrictXml(xml)).not.toThrow();
    expect(xml).toContain('failures="1"');
    const page = (await replay(files, "--format", "html")).stdout;
    expect(page).toContain("&lt;b&gt;other");
    expect(page).not.toContain("<b>other");
    expect(page).not.toMatch(/<script|https?:\/\//);
    const markdown = (await replay(files, "--format", "markdown")).stdout;
    expect(markdown).toMatch(/^## ✗ Replay regression: failed/);
    expect(markdown).not.toContain("<b>");
  });

  it("have the first divergence and both timelines of a failing fixture in the page", async () => {
    const page = (await replay(files, "--format", "html")).stdout;
    expect(page.indexOf("First: PLAN_DIVERGENCE")).toBeGreaterThan(0);
    expect(page.indexOf("First: PLAN_DIVERGENCE")).toBeLessThan(page.indexOf('<table class="sides">'));
    expect(page).toContain('<a href="#f0-e0">Go to entry 0</a>');
    expect(page).toContain('id="f0-e0"');
  });
});

describe("broken input", () => {
  it.each([
    ["one path", ["replay", "a.json"], "expected a baseline and a candidate but received 1 path"],
    ["three paths", ["replay", "a.json", "a.json", "a.json"], "but received 3 paths"],
    ["stdin twice", ["replay", "-", "-"], "Cannot read standard input twice"],
    ["a file and a directory", ["replay", "a.json", "d"], "but received a file and a directory"],
    ["a missing file", ["replay", "a.json", "aa.json"], "Cannot read aa.json: expected a file or directory"],
    [
      "an event",
      ["replay", "a.json", "event.json"],
      "Cannot replay event.json: expected a replay_trace or a baseline_artifact but received a",
    ],
    ["text", ["replay", "a.json", "text.json"], "text.json:1:1"],
    ["an empty file", ["replay", "a.json", "empty.json"], "empty.json"],
    ["a broken trace", ["replay", "a.json", "broken.json"], "broken.json:1:"],
    ["an event told twice", ["replay", "a.json", "twice.json"], 'but received "evt-1" again'],
    [
      "a wrong time",
      ["replay", "a.json", "a.json", "--now", "today"],
      "Cannot use --now: expected an RFC 3339 time",
    ],
    [
      "a wrong tolerance",
      ["replay", "a.json", "a.json", "--timing-tolerance", "1s"],
      "Cannot use --timing-tolerance",
    ],
    ["wrong metadata", ["replay", "a.json", "a.json", "--metadata", "m.json"], "m.json:3:"],
  ])("%s stops the call", async (_, argv, told) => {
    const files = {
      "a.json": trace,
      "d/a.json": trace,
      "event.json": contracts.event_record.example,
      "text.json": "hello",
      "empty.json": "",
      "broken.json": edited({ authority_epoch: "seven" }),
      "twice.json": { ...trace, lineage: [...trace.lineage, ...trace.lineage] },
      "m.json": '{\n  "fixtures": {\n    "a": { "gate": "fast" }\n  }\n}',
    };
    const { code, stdout, stderr } = await drive(argv, { files });
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain(told);
  });
});

function readPeer(): string | undefined {
  const file = new URL("../../../../shared/data/peer-go/runtime-baseline.json", import.meta.url);
  if (existsSync(file)) return readFileSync(file, "utf8");
  console.warn(`Skipping the evidence of the peer: ${file.pathname} is absent`);
  return undefined;
}
