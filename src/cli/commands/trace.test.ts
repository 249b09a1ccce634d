import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { BASELINE_EXAMPLE } from "../../contracts/observability/baseline-evidence.ts";
import { PLAN_EXAMPLE } from "../../contracts/turn/resolved-turn-plan.ts";
import { parseStrictXml } from "../../internal/report-text/strict-xml.test-kit.ts";
import { GOOD_TURN, type Step, stream } from "../../trace/stream.test-kit.ts";
import { drive } from "../drive.test-kit.ts";

const text = (...steps: readonly Step[]) =>
  stream(...steps)
    .map((event) => `${JSON.stringify(event)}\n`)
    .join("");

const good = text(...GOOD_TURN);
const failed: readonly Step[] = [["abort", { reason: "provider_failure" }], ["commit"], ["close"]];
const bad = text(["turn_open"], ...failed);
const plan = { ...PLAN_EXAMPLE, turn_id: "t1" };
const evidence = {
  ...BASELINE_EXAMPLE,
  session_id: "session-1",
  turn_id: "t1",
  terminal_outcome: "commit",
  terminal_reason: "",
};
const artifact = { schema_version: "v1", generated_at_utc: "2026-01-01T00:00:00Z", entries: [evidence] };

const trace = (args: readonly string[], files: Readonly<Record<string, unknown>> = {}) =>
  drive(["trace", ...args], { files: { "good.ndjson": good, "bad.ndjson": bad, ...files } });

describe("rspp-contracts trace", () => {
  it("passes a legal stream, and says what was evaluated and what was not", async () => {
    const { code, stdout, stderr } = await trace(["good.ndjson"]);
    expect([code, stderr]).toEqual([0, ""]);
    expect(stdout).toMatch(/^ {2}INV-LIFE-01 +3 checked$/m);
    expect(stdout).toMatch(/^ {2}INV-BUF-01 +Missing: --plan$/m);
    expect(stdout).toMatch(
      /PASSED {2}No violation in 4 events of 1 session; \d+ of 38 invariants evaluated\n$/,
    );
  });

  it("tells each violation with its requirement, its timeline and how it should be", async () => {
    const { code, stdout } = await trace(["bad.ndjson"]);
    expect(code).toBe(1);
    expect(
      stdout,
    ).toContain(`bad.ndjson:3  INV-LIFE-01  A turn's signals follow open, then exactly one of commit/abort, then close; never both terminals, never two
  Cannot accept commit of turn "t1": expected close but received commit after abort
  in session "session-1", turn "t1"
     line 1  seq 1  10 ms  turn_open  event-1
     line 2  seq 2  20 ms  abort      event-2
  >  line 3  seq 3  30 ms  commit     event-3
  expected  close
  received  commit after abort
  semantics section 2 (F-139, NF-029)`);
    expect(stdout).toMatch(/FAILED {2}1 violation of 1 invariant in 4 events of 1 session/);
  });

  it("locates lines that cannot be judged, and counts them as violations", async () => {
    const lines = `${good}{"a":1,"a":2}\n\nnot json\n{"lane":"DataLane"}\n`;
    const { code, stdout } = await trace(["lines.ndjson"], { "lines.ndjson": lines });
    expect(code).toBe(1);
    expect(stdout).toMatch(/^lines\.ndjson:5:8 {2}error JSN-01/m);
    expect(stdout).toMatch(/^lines\.ndjson:7:1 {2}error JSN-05/m);
    expect(stdout).toMatch(/^lines\.ndjson:8:1 {2}error TRC-01 {2}\/session_id/m);
    expect(stdout).toMatch(/FAILED {2}3 lines that cannot be judged in 7 events/);
  });

  it("reports turns that the stream ends within, which are no violations", async () => {
    const { code, stdout } = await trace(["open.ndjson"], { "open.ndjson": text(["turn_open"], ["commit"]) });
    expect(code).toBe(0);
    expect(stdout).toContain('open.ndjson:2  Turn "t1" is incomplete: expected close but the stream ends');
    expect(stdout).toContain("PASSED  No violation, 1 incomplete turn in 2 events");
  });

  it("is inconclusive where nothing was put to the test", async () => {
    expect(await trace(["none.ndjson"], { "none.ndjson": "" })).toMatchObject({ code: 3 });
    const { code, stdout } = await trace(["good.ndjson", "--only", "INV-SYNC"]);
    expect(code).toBe(3);
    expect(stdout).toContain(
      "INCONCLUSIVE  Nothing could be evaluated in 4 events of 1 session; 0 of 1 invariant",
    );
  });

  it("takes plans and evidence beside the stream, in any layout", async () => {
    const files = {
      "plan.json": plan,
      "plans.ndjson": `${JSON.stringify(plan)}\n`,
      "baseline.json": artifact,
      "records.json": [evidence],
    };
    for (const args of [
      ["--plan", "plan.json", "--evidence", "baseline.json"],
      ["--plan", "plans.ndjson", "--evidence", "records.json"],
    ]) {
      const { code, stdout } = await trace(["good.ndjson", ...args], files);
      expect(code).toBe(0);
      for (const id of ["INV-PLAN-02", "INV-BUF-01", "INV-REC-01", "INV-REC-04"]) {
        expect(stdout).toMatch(new RegExp(`^ {2}${id} +1 checked`, "m"));
      }
    }
    const { code, stdout } = await trace(["good.ndjson", "--evidence", "e.json"], {
      "e.json": { ...artifact, entries: [{ ...evidence, turn_id: "t9" }] },
    });
    expect(code).toBe(1);
    expect(stdout).toContain("good.ndjson:4  INV-REC-01");
  });

  it("stops where plans or evidence cannot be read", async () => {
    const { plan_hash: _, ...broken } = plan;
    const refused = await trace(["good.ndjson", "--plan", "p.ndjson"], {
      "p.ndjson": `${JSON.stringify(plan)}\n${JSON.stringify(broken)}\n{`,
    });
    expect(refused).toMatchObject({ code: 2, stdout: "" });
    expect(refused.stderr).toMatch(
      /^Cannot check the trace: expected readable plans but received 2 broken artifacts\n/,
    );
    expect(refused.stderr).toMatch(/^p\.ndjson:2:1 {2}error PLN-01/m);
    expect(refused.stderr).toMatch(/^p\.ndjson:3:\d+ {2}error JSN-05/m);
    expect(await trace(["good.ndjson", "--evidence", "none.json"])).toMatchObject({ code: 2, stdout: "" });
  });

  it("checks the invariants that are named, by id or by family", async () => {
    const { code, stdout } = await trace(["bad.ndjson", "--only", "inv-life-02,INV-ORD"]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/of 5 invariants evaluated\n$/);
    const wrong = await trace(["bad.ndjson", "--only", "INV-LIFE-09"]);
    expect(wrong).toMatchObject({ code: 2, stdout: "" });
    expect(wrong.stderr).toMatch(
      /^Cannot use --only: .* but received "INV-LIFE-09"\nDid you mean INV-LIFE-0\d\?\n$/,
    );
  });

  it("puts late events into their order, and may begin within a turn", async () => {
    const [open, data, ...rest] = good.trimEnd().split("\n");
    const late = `${[data, rest[0], open, rest[1]].join("\n")}\n`;
    expect(await trace(["late.ndjson"], { "late.ndjson": late })).toMatchObject({ code: 1 });
    const inOrder = await trace(["late.ndjson", "--reorder-window", "2"], { "late.ndjson": late });
    expect(inOrder).toMatchObject({ code: 0 });
    const midway = `${rest.join("\n")}\n`;
    expect(await trace(["m.ndjson"], { "m.ndjson": midway })).toMatchObject({ code: 1 });
    expect(await trace(["m.ndjson", "--starts-midway"], { "m.ndjson": midway })).toMatchObject({ code: 0 });
    const hinted = await trace(["m.ndjson"], { "m.ndjson": midway });
    expect(hinted.stdout).toContain("set --starts-midway");
  });

  it("reads standard input in chunks", async () => {
    const chunks = [bad.slice(0, 100), bad.slice(100)];
    const { code, stdout } = await drive(["trace", "-"], { stdin: chunks });
    expect(code).toBe(1);
    expect(stdout).toContain("<stdin>:3  INV-LIFE-01");
  });

  it.each([
    [[], "expected 1 NDJSON file or - but received none"],
    [["a", "b"], "expected 1 NDJSON file or - but received 2"],
    [["good.ndjson", "--reorder-window", "x"], 'expected an integer from 0 to 999999 but received "x"'],
    [["good.ndjson", "--only", ","], "expected ids such as"],
    [["doc.json"], "expected NDJSON, one event a line"],
    [["godo.ndjson"], "Did you mean good.ndjson?"],
    [["-", "--plan", "-"], "Cannot read standard input twice"],
  ])("refuses the arguments %j", async (args, message) => {
    const { code, stdout, stderr } = await trace(args, { "doc.json": [] });
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toContain(message);
  });
});

describe("the reports of a trace", () => {
  it("as JSON hold the whole result", async () => {
    const { code, stdout } = await trace(["bad.ndjson", "--json"]);
    expect(code).toBe(1);
    const report = JSON.parse(stdout);
    expect(report).toMatchObject({
      verdict: "failed",
      passed: false,
      file: "bad.ndjson",
      unreadable_lines: [],
    });
    expect(report.violations).toMatchObject([{ id: "INV-LIFE-01", event_index: 2 }]);
    expect(report.summary.invariants).toHaveLength(38);
  });

  it("as JUnit have a case an invariant", async () => {
    const { stdout } = await trace(["lines.ndjson", "--format", "junit"], { "lines.ndjson": `${bad}x\n` });
    const suites = parseStrictXml(stdout);
    expect(suites.attributes).toMatchObject({ tests: "39", failures: "1", errors: "1" });
    expect(stdout).toContain('<failure message="Cannot accept commit of turn &quot;t1&quot;');
    expect(stdout).toContain("lines.ndjson:5:1 JSN-05");
    expect(stdout).toContain('<skipped message="Missing: --plan"/>');
  });

  it("as Markdown mark the offending event", async () => {
    const { stdout } = await trace(["bad.ndjson", "--format", "markdown"]);
    expect(stdout).toMatch(/^## ✗ Trace <code>bad.ndjson<\/code>: failed$/m);
    expect(stdout).toMatch(/^\| ▶ \| line 3 \| seq 3 \| 30 ms \| commit \| event-3 \|$/m);
  });

  it("as annotations lead to the lines", async () => {
    const { stdout } = await trace(["lines.ndjson", "--format", "github"], { "lines.ndjson": `${bad}x\n` });
    expect(stdout).toMatch(/^::error file=lines\.ndjson,line=5,col=1,title=JSN-05::/m);
    expect(stdout).toMatch(/^::error file=lines\.ndjson,line=3,title=INV-LIFE-01::Cannot accept commit/m);
  });

  it("show no text of the stream that could forge a report", async () => {
    const forged = bad.replaceAll('"t1"', '"t1\\u001b[2K\\n::error::x"');
    for (const format of ["text", "junit", "markdown", "github"]) {
      const { stdout } = await trace(["f.ndjson", "--format", format], { "f.ndjson": forged });
      expect(stdout).not.toContain("\u001b");
      expect(stdout).not.toMatch(/^::error::x/m);
    }
  });

  it("are the same for the recorded run of the examples, whichever way it comes", async () => {
    const run = readFileSync(
      new URL("../../../examples/voice-assistant-run/events.ndjson", import.meta.url),
      "utf8",
    );
    const { code, stdout } = await trace(["run.ndjson", "--json"], { "run.ndjson": run });
    expect(code).toBe(0);
    const piped = await drive(["trace", "-", "--json"], { stdin: [run.slice(0, 50_001), run.slice(50_001)] });
    expect(piped.stdout.replace("<stdin>", "run.ndjson")).toBe(stdout);
  });
});
