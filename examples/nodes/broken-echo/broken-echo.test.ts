import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { describe, expect, test } from "vitest";

import type { NodeContractError } from "../../../src/v1/authoring.ts";
import { assertAnySchedule } from "../any-schedule.test-kit.ts";
import { createNodeHarness, type ExampleNode, load } from "../example-node.test-kit.ts";

const { brokenEcho } = await load<{ brokenEcho: ExampleNode }>("broken-echo/broken-echo.mjs");
const pathTo = (name: string) => fileURLToPath(new URL(name, import.meta.url));

const ofAnyKit = (text: string) => text.replace(/, kit \S+/, ", kit *");

async function breachesOf(play: (harness: Awaited<ReturnType<typeof createNodeHarness>>) => Promise<void>) {
  const harness = await createNodeHarness(brokenEcho);
  await play(harness);
  const error = await harness.close().catch((thrown: NodeContractError) => thrown);
  return error?.violations.map(({ rule }) => rule) ?? [];
}

describe("the broken echo", () => {
  test("looks right as long as nothing happens", async () => {
    const rules = await breachesOf(async (harness) => {
      await harness.feed("text.final", "hello");
      await harness.runToIdle();
      expect(harness.outputs()).toMatchObject([{ at_ms: 300, payload: "hello" }]);
    });
    expect(rules).toEqual([]);
  });

  test("is caught at each of its mistakes that a single run can show", async () => {
    expect(await breachesOf((harness) => harness.feed("text.final", null))).toEqual(["NODE-LIFE-01"]);
    const lateRules = await breachesOf(async (harness) => {
      await harness.openTurn();
      await harness.feed("text.final", "hello");
      await harness.cancel();
    });
    expect(lateRules).toEqual(["NODE-CXL-01"]);
    const movedRules = await breachesOf(async (harness) => {
      await harness.feed("text.final", "hello");
      await harness.migrate();
    });
    expect(movedRules).toEqual(["NODE-LIFE-04"]);
  });

  test("is caught by random schedules", async () => {
    const payloads = { "text.final": fc.string() };
    await expect(assertAnySchedule(brokenEcho, { payloads })).rejects.toThrow("Property failed");
  });

  test("is caught by the suite, with a short script for each rule, and gets the report that is committed", ({
    skip,
  }) => {
    const printed = execFileSync(process.execPath, [pathTo("report.mjs"), "--suite"], { encoding: "utf8" });
    skip(printed.startsWith("This build has no"), "run `npm run build` first");
    const failed = [...printed.matchAll(/^ +✗ +(NODE-\w+-\d+)/gm)].map(([, rule]) => rule);
    const expected = ["NODE-LIFE-04", "NODE-SCOPE-02", "NODE-CXL-01", "NODE-ROB-02", "NODE-DATA-03"];
    expect(failed).toEqual(expect.arrayContaining(expected));
    expect(failed).not.toContain("NODE-ROB-07");
    const committed = readFileSync(pathTo("suite-report.txt"), "utf8");
    expect(ofAnyKit(printed)).toBe(ofAnyKit(committed));
  });

  test("gets the report of a test that is committed", () => {
    const printed = execFileSync(process.execPath, [pathTo("report.mjs")], { encoding: "utf8" });
    expect(printed).toBe(readFileSync(pathTo("report.txt"), "utf8"));
  });
});
