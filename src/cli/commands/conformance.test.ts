/** `rspp-contracts conformance` on real processes: verdicts, reports, replay, corpus and baseline. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it, test } from "vitest";

import { parseStrictXml } from "../../internal/report-text/strict-xml.test-kit.ts";
import { validateText } from "../../validators/validate-text.ts";
import { drive } from "../drive.test-kit.ts";

const DIST = new URL("../../../dist/v1/conformance.js", import.meta.url).href;

/** A subject process: the reference runtime, whose answers go through `change`. */
const subject = (change: string) => `
  import { createReferenceRuntime, serveSubject } from ${JSON.stringify(DIST)};
  const create = () => {
    const runtime = createReferenceRuntime();
    return {
      reset: (start) => runtime.reset(start),
      apply: (stimuli) => (${change})(runtime.apply(stimuli), stimuli),
    };
  };
  await serveSubject({ name: "mine", version: "1.2.3", capabilities: ["turns", "evidence"], create });
`;
const FILES = {
  "good.mjs": subject("(answer) => answer"),
  "bad.mjs": subject(
    '({ events, ...rest }) => ({ ...rest, events: events.filter((event) => event.signal !== "commit") })',
  ),
};
const START = `--subject=${process.execPath}`;
const conformance = (args: readonly string[], files: Readonly<Record<string, unknown>> = {}) =>
  drive(["conformance", ...args], { files: { ...FILES, ...files } });

describe("rspp-contracts conformance", { timeout: 30_000 }, () => {
  it("passes a runtime that keeps the contract, and leaves nothing behind", async () => {
    const { code, stdout, stderr, cwd } = await conformance([`${START} good.mjs`, "--check", "MB-001"]);
    expect([code, stderr]).toEqual([0, ""]);
    expect(stdout).toMatch(/mine 1\.2\.3 +PASSED +1 of 1 check executed/);
    expect(stdout).toMatch(/PASSED {2}1 of 1 subject keeps the contract/);
    expect(readdirSync(cwd).sort()).toEqual(["bad.mjs", "good.mjs"]);
  });

  it("fails one that does not, with a replay line that shows the same again", async () => {
    const { code, stdout, cwd } = await conformance([`${START} bad.mjs`, "--check", "MB-001"]);
    expect(code).toBe(1);
    const replay = /npx rspp-contracts (conformance .*)/.exec(stdout)?.[1] ?? "";
    expect(replay).toContain(`--subject '${process.execPath} bad.mjs' --check MB-001 --seed 1 --path `);
    expect(readFileSync(join(cwd, ".rspp-corpus.jsonl"), "utf8").split("\n")).toHaveLength(2);
    const words = replay.match(/'[^']*'|\S+/g)!.map((word) => word.replaceAll("'", ""));
    const again = await drive(words, { files: FILES });
    const failureOf = (text: string) => /Failures of[\s\S]*?(?=\nSummary)/.exec(text)?.[0];
    expect(failureOf(again.stdout)).toBe(failureOf(stdout));
    expect(failureOf(stdout)).toMatch(/commit/);
  });

  it("writes every report, and the summary of a job", async () => {
    const args = [
      `${START} bad.mjs`,
      "--reference",
      "--check",
      "MB-001,CT-002",
      "--no-corpus",
      "--out",
      "reports",
    ];
    const { stderr, cwd, stdout } = await drive(["conformance", ...args], {
      files: { ...FILES, summary: "" },
      env: {},
    });
    expect(stderr).toMatch(/^Wrote .*report\.html$/m);
    const text = (name: string) => readFileSync(join(cwd, "reports", name), "utf8");
    expect(validateText("conformance_report", text("report.json"))).toMatchObject({ ok: true });
    expect(() => parseStrictXml(text("report.xml"))).not.toThrow();
    expect(text("report.html")).toMatch(/^<!doctype html>/i);
    expect(text("report.txt")).toBe(stdout);
    expect(text("report.md")).toContain("CT-002");
    expect(readdirSync(cwd)).not.toContain(".rspp-corpus.jsonl");
  });

  it("keeps known failures in a baseline, and tells when one is stale", async () => {
    const entry = ["--reason", "being mended", "--issue", "https://example.org/7", "--owner", "team-a"];
    const update = [
      `${START} bad.mjs`,
      "--check",
      "MB-001",
      "--baseline",
      "known.json",
      "--update-baseline",
      ...entry,
    ];
    const first = await conformance(update);
    expect(first.stderr).toMatch(/Wrote known\.json with 1 known failures/);
    const known = readFileSync(join(first.cwd, "known.json"), "utf8");
    expect(validateText("conformance_baseline", known)).toMatchObject({ ok: true });
    const withKnown = { "known.json": known };
    const accepted = await conformance(
      [`${START} bad.mjs`, "--check", "MB-001", "--baseline", "known.json"],
      withKnown,
    );
    expect([accepted.code, accepted.stdout]).toEqual([0, expect.stringContaining("team-a")]);
    const stale = await conformance(
      [`${START} good.mjs`, "--check", "MB-001", "--baseline", "known.json"],
      withKnown,
    );
    expect([stale.code, stale.stdout]).toEqual([1, expect.stringMatching(/stale/)]);
  });

  test.each<[string, readonly string[], RegExp]>([
    ["no subject", [], /expected a subject but received none\nName one with --subject/],
    ["a positional", ["good.mjs"], /Cannot use "good.mjs": expected options only/],
    [
      "an unknown check",
      ["--reference", "--check", "CF-01"],
      /Cannot choose check "CF-01".*did you mean "CF-001"/,
    ],
    ["a path without its check", ["--reference", "--path", "0"], /expected exactly one check/],
    [
      "a seed that is none",
      ["--reference", "--seed", "x"],
      /Cannot use --seed: expected an integer from 0 to 4294967295/,
    ],
    [
      "a baseline that is not there",
      ["--reference", "--baseline", "no.json"],
      /Cannot read the baseline no.json/,
    ],
    [
      "a baseline that is none",
      ["--reference", "--baseline", "good.mjs"],
      /Cannot use the baseline good.mjs/,
    ],
    [
      "a corpus that is none",
      ["--reference", "--corpus", "good.mjs"],
      /good.mjs: Cannot read line \d+ of the corpus/,
    ],
    [
      "an entry of a baseline without a reason",
      ["--reference", "--baseline", "b.json", "--update-baseline"],
      /expected --reason but received none/,
    ],
  ])("refuses %s before anything is run", async (_, args, message) => {
    const { code, stdout, stderr } = await conformance(args);
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(message);
  });

  it("counts a subject that does not speak as failed, by the name of its command", async () => {
    const { code, stdout } = await conformance(["--subject", "exit 3", "--check", "MB-001"]);
    expect([code, stdout]).toEqual([1, expect.stringMatching(/exit 3 +FAILED +0 of 1 check executed/)]);
    expect(stdout).toMatch(/subject_not_started/);
  });
});

test("the examples in other languages keep the contract", { timeout: 60_000 }, async ({ skip }) => {
  const examples = fileURLToPath(new URL("../../../examples/subjects", import.meta.url));
  const started = [`python3 ${examples}/python/subject.py`, `perl ${examples}/perl/subject.pl`];
  const args = started.flatMap((command) => ["--subject", command]);
  const { code, stdout } = await conformance([...args, "--no-corpus"]);
  if (/subject_not_started/.test(stdout)) skip("python3 or perl is not installed");
  expect([code, stdout]).toEqual([0, expect.stringContaining("PASSED  2 of 2 subjects keep the contract")]);
});
