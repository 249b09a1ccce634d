import { mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

import { contracts } from "../../contracts/catalog.ts";
import { drive, writeFiles } from "../drive.test-kit.ts";

const event = contracts.event_record.example;
const signal = contracts.control_signal.example;
const laneless = { ...event, lane: "SideLane" };
const lines = (...values: unknown[]) => values.map((value) => `${JSON.stringify(value)}\n`).join("");

describe("rspp-contracts validate", () => {
  it("accepts valid artifacts and counts them by kind", async () => {
    const { code, stdout } = await drive(["validate", "a.json", "b.json"], {
      files: { "a.json": event, "b.json": signal },
    });
    expect(code).toBe(0);
    expect(stdout).toBe(
      "PASSED  2 artifacts in 2 files came out as expected\n  control_signal  1 accepted\n  event_record    1 accepted\n",
    );
  });

  it("says where and why an artifact is refused", async () => {
    const files = { "a.json": JSON.stringify(laneless, null, 2) };
    const { code, stdout } = await drive(["validate", "a.json"], { files });
    expect(code).toBe(1);
    const at = files["a.json"].split("\n").findIndex((line) => line.includes("SideLane"));
    expect(stdout).toMatch(
      new RegExp(
        `^a\\.json:${at + 1}:11 {2}error EVT-\\d\\d {2}event_record /lane\n {2}Cannot accept "lane"`,
      ),
    );
    expect(stdout).toContain('received "SideLane"');
    expect(stdout).toContain("FAILED  1 of 1 artifact in 1 file did not come out as expected");
  });

  it("reads NDJSON line by line, with the numbers of the lines", async () => {
    const text = `${lines(event, signal)}\n${lines(laneless)}not json\n${lines(event)}`;
    const { code, stdout } = await drive(["validate", "a.ndjson"], { files: { "a.ndjson": text } });
    expect(code).toBe(1);
    expect(stdout).toMatch(/^a\.ndjson:4:\d+ {2}error EVT-/m);
    expect(stdout).toMatch(/^a\.ndjson:5:1 {2}error JSN-05/m);
    expect(stdout).toContain("FAILED  2 of 5 artifacts in 1 file");
  });

  it("lists the first hundred findings of a file and counts the rest", async () => {
    const { stdout } = await drive(["validate", "-"], {
      stdin: lines(...Array.from({ length: 250 }, () => laneless)),
    });
    expect(stdout.match(/error EVT-/g)).toHaveLength(100);
    expect(stdout).toContain("... and 150 more artifacts of <stdin>");
    expect(stdout).toContain("FAILED  250 of 250 artifacts");
  });

  it("reads standard input, as one document or as NDJSON", async () => {
    const document = JSON.stringify(event, null, 2);
    expect(
      await drive(["validate", "-"], { stdin: [document.slice(0, 9), document.slice(9)] }),
    ).toMatchObject({ code: 0 });
    const { stdout } = await drive(["validate", "-", "--kind", "event"], { stdin: lines(event, signal) });
    expect(stdout).toContain("event  2 accepted");
  });

  it("takes an array for a list of artifacts, unless the kind is given", async () => {
    const files = { "a.json": [event, laneless], "empty.json": [] };
    const list = await drive(["validate", "a.json"], { files });
    expect(list.stdout).toMatch(/a\.json:1:\d+ {2}error EVT-\d\d {2}event_record \/1\/lane/);
    expect((await drive(["validate", "a.json", "--kind", "event"], { files })).stdout).toContain(
      "received an array",
    );
    const empty = await drive(["validate", "empty.json"], { files });
    expect([empty.code, empty.stdout.includes("CLI-03")]).toEqual([1, true]);
  });

  it("walks directories in a fixed order and passes over what is hidden", async () => {
    const files = {
      "d/b.json": event,
      "d/a/z.ndjson": lines(event),
      "d/.git/x.json": "{",
      "d/node_modules/y.json": "{",
      "d/c.txt": "",
    };
    const { code, stdout } = await drive(["validate", "d", "--json"], { files });
    expect(code).toBe(0);
    expect(JSON.parse(stdout).files.map(({ file }: { file: string }) => file)).toEqual([
      "d/a/z.ndjson",
      "d/b.json",
    ]);
  });

  it("refuses what is of no known kind and names the nearest kinds", async () => {
    const { code, stdout } = await drive(["validate", "-"], {
      stdin: JSON.stringify({ session_id: "s", turn_id: "t" }),
    });
    expect(code).toBe(1);
    expect(stdout).toMatch(/error CLI-01\n.*\n {2}Name the kind with --kind; nearest: .*replay_cursor/);
  });

  it("keeps unknown fields for consumers and refuses them for producers", async () => {
    const stdin = JSON.stringify({ ...event, later_field: 1 });
    expect(await drive(["validate", "-"], { stdin })).toMatchObject({ code: 1 });
    expect(await drive(["validate", "-", "--unknown-fields", "allow"], { stdin })).toMatchObject({ code: 0 });
  });

  it("reads evidence in the form of the Go runtime", async () => {
    const stdin = JSON.stringify({ SessionID: "s", TurnID: "t", Surprise: 1 });
    const { code, stdout } = await drive(["validate", "-"], { stdin });
    expect(code).toBe(1);
    expect(stdout).toContain("CON-03  baseline_evidence /Surprise");
  });
});

describe("fixtures", () => {
  const files = {
    "f/event/valid/a.json": event,
    "f/event/invalid/b.json": laneless,
    "f/event-record/invalid/c.json": "{",
  };

  it("are recognized by their folders: a refusal in invalid is what is expected", async () => {
    const { code, stdout } = await drive(["validate", "f"], { files });
    expect(code).toBe(0);
    expect(stdout).toContain("because f has valid and invalid folders; --no-fixtures treats all files alike");
    expect(stdout).toMatch(/f\/event\/invalid\/b\.json {2}refused as expected \(EVT-\d\d\)/);
    expect(stdout).toContain("f/event-record/invalid/c.json  refused as expected (JSN-05)");
    expect(stdout).toContain(
      "  event         1 accepted, 1 refused as expected\n  event_record  1 refused as expected\n",
    );
    expect(await drive(["validate", "f", "--no-fixtures"], { files })).toMatchObject({ code: 1 });
  });

  it("fail when one in invalid is accepted", async () => {
    const { code, stdout } = await drive(["validate", "f"], {
      files: { ...files, "f/event/invalid/good.json": event },
    });
    expect(code).toBe(1);
    expect(stdout).toContain("f/event/invalid/good.json:1:1  error CLI-02  event");
  });

  it("fail when one in invalid was never held against a contract", async () => {
    const more = { "f/no-kind/invalid/d.json": { some: "thing" } };
    const { code, stdout } = await drive(["validate", "f"], { files: { ...files, ...more } });
    expect([code, stdout.includes("error CLI-01")]).toEqual([1, true]);
  });

  it("are asked for with --fixtures where only one of the folders is given", async () => {
    const argv = ["validate", "f/event/invalid"];
    expect(await drive(argv, { files })).toMatchObject({ code: 1 });
    expect(await drive([...argv, "--fixtures"], { files })).toMatchObject({ code: 0 });
    expect(await drive([...argv, "--fixtures", "--no-fixtures"], { files })).toMatchObject({ code: 2 });
  });
});

describe("inputs that cannot be read", () => {
  it("decide over everything else, with the nearest name", async () => {
    const { code, stdout } = await drive(["validate", "evnt.json", "event.json"], {
      files: { "event.json": laneless },
    });
    expect(code).toBe(2);
    expect(stdout).toContain(
      "evnt.json  unreadable\n  Cannot read evnt.json: expected a file or directory but received nothing at that path\n  Did you mean event.json?",
    );
    expect(stdout).toContain(
      "UNREADABLE  1 of 2 files could not be read; 1 artifact checked, 1 not as expected",
    );
  });

  it("include documents over the limit and directories without artifacts", async () => {
    const files = { "big.json": event, "d/readme.txt": "" };
    const big = await drive(["validate", "big.json", "--max-bytes", "100"], { files });
    expect([big.code, big.stdout.includes("Raise the limit with --max-bytes")]).toEqual([2, true]);
    expect(await drive(["validate", "d"], { files })).toMatchObject({ code: 2 });
  });

  it("do not include a long line: it is refused, and the next one is read", async () => {
    const long = { ...event, session_id: "x".repeat(5000) };
    const { code, stdout } = await drive(["validate", "-", "--max-bytes", "2000"], {
      stdin: lines(event, long, event),
    });
    expect(code).toBe(1);
    expect(stdout).toMatch(/<stdin>:2:1 {2}error JSN-07/);
    expect(stdout).toContain("FAILED  1 of 3 artifacts");
  });

  it("include links that lead in a circle", async () => {
    const cwd = writeFiles({});
    mkdirSync(join(cwd, "d"));
    symlinkSync("loop.json", join(cwd, "d", "loop.json"));
    const { code, stdout } = await drive(["validate", join(cwd, "d")]);
    expect([code, stdout.includes("unreadable")]).toEqual([2, true]);
  });

  it("are different from inputs without artifacts, which prove nothing", async () => {
    const { code, stdout } = await drive(["validate", "a.ndjson"], { files: { "a.ndjson": "\n\n" } });
    expect(code).toBe(3);
    expect(stdout).toBe("INCONCLUSIVE  No artifacts in 1 file\n");
  });
});

describe("usage of rspp-contracts validate", () => {
  it.each([
    [["validate"], "expected at least 1 file"],
    [["validate", "-", "-"], "standard input twice"],
    [["validate", "-", "--kind", "evnt"], "Did you mean event?"],
    [["validate", "-", "--max-bytes", "lots"], "expected a size"],
    [["validate", "-", "--unknown-fields", "alow"], "Did you mean allow?"],
  ])("refuses %j", async (argv, words) => {
    const { code, stdout, stderr } = await drive(argv);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain(words);
  });
});
