/** The kit finds every broken runtime for the stated reason; and the test of the kit notices when it does not. */
import { expect, test } from "vitest";
import type { Mutant } from "../mutants/mutant.ts";
import { MUTANTS } from "../mutants/mutants.ts";
import { ALL_PACKS } from "../packs/all-packs.ts";
import { AUTHORITY_PACK } from "../packs/authority.ts";
import { CANCELLATION_PACK } from "../packs/cancellation.ts";
import { selfTest } from "./self-test.ts";
import { HOOKS } from "./subject-hooks.ts";

const alive = ({ mutants }: Awaited<ReturnType<typeof selfTest>>) =>
  mutants
    .filter(({ killed }) => !killed)
    .map(({ id, expected, received }) => `${id}: ${expected}, ${received}`);

test("every broken runtime is killed, every removed hook turns the run red, every check is needed", {
  timeout: 120_000,
}, async () => {
  const done: number[] = [];
  const report = await selfTest({ onProgress: (count) => done.push(count) });
  const green = report.hooks.filter(({ red }) => red.length === 0).map(({ id }) => id);
  expect({ alive: alive(report), green, idle: report.idle_checks }).toEqual({
    alive: [],
    green: [],
    idle: [],
  });
  expect(report.passed).toBe(true);
  expect(done).toEqual(Array.from({ length: MUTANTS.length + HOOKS.length }, (_, index) => index + 1));
});

test("broken runtimes have names of their own, and a check each", () => {
  const ids = MUTANTS.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  const checks = ALL_PACKS.flatMap((pack) => pack.checks).filter(({ profiles }) => profiles.length > 0);
  const killing = new Set(MUTANTS.map(({ check }) => check));
  expect(checks.filter(({ id }) => !killing.has(id))).toEqual([]);
});

const LEAKS: Mutant = {
  id: "no-fence",
  check: "CF-002",
  code: "late_output_delivered",
  about: "Late output is delivered",
  parts: { fences: () => false },
};
const packs = [CANCELLATION_PACK];

test.each<[string, Mutant, string]>([
  ["for another reason", { ...LEAKS, code: "another_reason" }, "late_output_delivered"],
  ["by no check at all", { ...LEAKS, parts: {} }, "pass"],
  ["by a check that there is not", { ...LEAKS, check: "CF-999" }, "no such check"],
])("a runtime that is found %s fails the test of the kit", async (_, mutant, received) => {
  const report = await selfTest({ packs, mutants: [mutant], hooks: [] });
  expect(report).toMatchObject({ passed: false, mutants: [{ killed: false, received }] });
});

test("a hook that nobody misses, and a check that nobody needs, fail it, too", async () => {
  const pack = { ...CANCELLATION_PACK, checks: CANCELLATION_PACK.checks.filter(({ id }) => id === "CF-002") };
  const harmless = { id: "nothing", wrap: HOOKS[0]!.wrap };
  const one = await selfTest({
    packs: [pack],
    mutants: [LEAKS],
    hooks: [{ ...harmless, wrap: (runtime) => runtime }],
  });
  expect(one).toMatchObject({ passed: false, hooks: [{ id: "nothing", red: [] }], idle_checks: [] });
  const two = await selfTest({ packs: [pack, AUTHORITY_PACK], mutants: [LEAKS], hooks: [] });
  expect(two.passed).toBe(false);
  expect(two.idle_checks).toContain("AE-001");
});
