import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

import { drive } from "../drive.test-kit.ts";

const SCRIPT = '0 propose t1\n120 output t1 "Hello"\n300 barge_in t1\n';

/** Files that a call wrote, by name. */
const written = (cwd: string, directory: string) =>
  Object.fromEntries(
    ["events.ndjson", "plans.ndjson", "evidence.json"].map((name) => [
      name,
      readFileSync(join(cwd, directory, name), "utf8"),
    ]),
  );

describe("rspp-contracts loopback", () => {
  it("runs a session and says what came of it", async () => {
    const { code, stdout, stderr } = await drive(["loopback", "--turns", "40", "--seed", "7"]);
    expect([code, stderr]).toEqual([0, ""]);
    expect(stdout).toMatch(/^turns +40 in \d+\.\d s of virtual time, seed 7$/m);
    expect(stdout).toMatch(/^ended by +commit \d+, cancelled \d+/m);
    expect(stdout).toMatch(/^evidence +40 of 40 turns complete$/m);
    expect(stdout).toMatch(/^trace +0 violations, 0 incomplete turns; \d+ of 38 invariants evaluated$/m);
    expect(stdout).toMatch(/\nPASSED {2}Loopback session of the reference runtime\n$/);
  });

  it("gives the same bytes for the same seed", async () => {
    const [first, again, other] = await Promise.all(
      ["3", "3", "4"].map(async (seed) => {
        const { cwd, stdout } = await drive(["loopback", "--turns", "10", "--seed", seed, "--out", "run"]);
        return { stdout, files: written(cwd, "run") };
      }),
    );
    expect(again).toEqual(first);
    expect(other?.files["events.ndjson"]).not.toBe(first?.files["events.ndjson"]);
  });

  it("writes what the other commands read", async () => {
    const { code, stderr, cwd } = await drive(["loopback", "--turns", "30", "--out", "run"]);
    expect(code).toBe(0);
    expect(stderr).toBe("Wrote run/events.ndjson, run/plans.ndjson, run/evidence.json\n");
    const files = written(cwd, "run");
    const sides = ["--plan", "plans.ndjson", "--evidence", "evidence.json"];
    const traced = await drive(["trace", "events.ndjson", ...sides], { files });
    expect(traced).toMatchObject({ code: 0, stdout: expect.stringContaining("PASSED") });
    const gated = await drive(["gates", "evidence.json"], { files });
    expect(gated).toMatchObject({ code: 0, stdout: expect.stringContaining("PASS") });
    const kinds = ["validate", "events.ndjson", "plans.ndjson", "evidence.json"];
    expect(await drive(kinds, { files })).toMatchObject({ code: 0 });
  });

  it("reports as JSON", async () => {
    const { stdout } = await drive(["loopback", "--turns", "3", "--json"]);
    expect(JSON.parse(stdout)).toMatchObject({
      passed: true,
      seed: 1,
      turns: 3,
      complete_evidence: 3,
      violations: 0,
      invariants: 38,
    });
  });

  it("plays a script and draws its timeline", async () => {
    const { code, stdout, stderr } = await drive(["loopback", "--script", "turn.txt"], {
      files: { "turn.txt": SCRIPT },
    });
    expect([code, stderr]).toEqual([0, ""]);
    expect(stdout).toMatch(/^ +ms {2}world +runtime +turn$/m);
    expect(stdout).toMatch(/^ +300 {2}barge_in +t1$/m);
    expect(stdout).toMatch(/^ +abort +t1 +reason=cancelled$/m);
  });

  it("plays a script from standard input, as JSON, and keeps what came of it", async () => {
    const argv = ["loopback", "--script", "-", "--json", "--out", "."];
    const { code, stdout, cwd } = await drive(argv, { stdin: [SCRIPT.slice(0, 9), SCRIPT.slice(9)] });
    expect(code).toBe(0);
    expect(JSON.parse(stdout).timeline.at(-1)).toMatchObject({ at_ms: 300, from: "subject", name: "close" });
    expect(JSON.parse(written(cwd, ".")["evidence.json"] ?? "").entries).toHaveLength(1);
  });

  it("writes no evidence where no turn ended", async () => {
    const { code, stderr } = await drive(["loopback", "--script", "-", "--out", "."], {
      stdin: "0 propose t1",
    });
    expect([code, stderr]).toEqual([0, "Wrote events.ndjson, plans.ndjson\n"]);
  });

  it("locates each problem of a script", async () => {
    const files = { "turn.txt": "0 propse t1\n10 complete t1\n5 wait\n" };
    const { code, stdout, stderr } = await drive(["loopback", "--script", "turn.txt"], { files });
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toBe(`Cannot play turn.txt: expected a turn script but received 2 problems
turn.txt:1:3  expected a verb but received "propse"; did you mean propose?
turn.txt:3:1  expected a time >= 10 ms but received "5"
The language of scripts: docs/reference-runtime.md
`);
    const many = await drive(["loopback", "--script", "-"], { stdin: "x\n".repeat(30) });
    expect(many.stderr).toContain("\n... and 10 more\n");
  });

  it.each([
    [["extra"], 'Cannot use "extra": expected options only'],
    [["--turns", "0"], "Cannot use --turns: expected 1 to 100000 but received 0"],
    [["--turns", "many"], 'Cannot use --turns: expected a whole number but received "many"'],
    [["--seed", "1.5"], "Cannot use --seed: expected a whole number"],
    [["--script", "turn.txt", "--seed", "1"], "Cannot use --seed with --script"],
    [["--script", "trun.txt"], "Did you mean turn.txt?"],
    [["--script", "big.txt"], "expected a script of at most 1048576 bytes"],
    [["--script", "."], "Cannot read"],
  ])("refuses the arguments %j", async (argv, message) => {
    const files = { "turn.txt": SCRIPT, "big.txt": `# ${"x".repeat(1_048_576)}` };
    const { code, stdout, stderr } = await drive(["loopback", ...argv], { files });
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toContain(message);
  });
});
