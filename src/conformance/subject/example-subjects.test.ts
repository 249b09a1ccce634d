import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { afterAll, describe, expect, test } from "vitest";

import type { SubjectCapability } from "../../contracts/conformance/capability.ts";
import type { JsonObject, Stimulus } from "../../contracts/conformance/stimulus.ts";
import type { Event } from "../../contracts/signals/event.ts";
import type { ResolvedTurnPlan } from "../../contracts/turn/resolved-turn-plan.ts";
import { createReferenceRuntime } from "../../reference/reference-runtime.ts";
import { anyStimulus, opening } from "../../reference/stimuli.test-kit.ts";
import { checkTrace } from "../../trace/check-trace.ts";
import { validate } from "../../validators/validate.ts";
import { STANDARD_PLAN } from "../scenario/standard-plan.ts";
import { defineSubject } from "./define-subject.ts";
import { spawnSubject } from "./spawn-subject.ts";
import { STIMULUS_CAPABILITY } from "./stimulus-capability.ts";
import type { RunRecord, Subject } from "./subject.ts";

const FOLDER = fileURLToPath(new URL("../../../examples/subjects", import.meta.url));
const DECLARED: readonly SubjectCapability[] = ["turns", "cancel", "authority"];

/** No turn of these scripts lives long enough for a budget, which these subjects do not have. */
const PLAN: ResolvedTurnPlan = {
  ...STANDARD_PLAN,
  budgets: { ...STANDARD_PLAN.budgets, turn_budget_ms: 1_000_000 },
};

/** Parts of a turn are cancelled and give output more often than they would among all stimuli. */
const ofPart = fc
  .record({
    session_id: fc.constant("sess-1"),
    turn_id: fc.constantFrom("t1", "t2"),
    part: fc.constantFrom("node" as const, "provider_invocation" as const),
    id: fc.constantFrom("n1", "n2"),
    isCancel: fc.boolean(),
  })
  .map(({ session_id, turn_id, part, id, isCancel }): Stimulus => {
    const named = { session_id, turn_id, [`${part}_id`]: id };
    return isCancel ? { kind: "cancel", scope: part, ...named } : { kind: "output", text: "x", ...named };
  });

const declared = anyStimulus.filter(({ kind }) => DECLARED.includes(STIMULUS_CAPABILITY[kind]));
const stimulus = fc.oneof({ weight: 3, arbitrary: declared }, { weight: 1, arbitrary: ofPart });
const instants = fc
  .array(
    fc.oneof(
      { weight: 4, arbitrary: stimulus.map((one) => [one]) },
      { weight: 1, arbitrary: fc.array(stimulus, { minLength: 2, maxLength: 3 }) },
    ),
    { maxLength: 40, size: "max" },
  )
  .map((script): Stimulus[][] => [
    [opening(PLAN)],
    ...script,
    [{ kind: "cancel", session_id: "sess-1", scope: "session" }],
  ]);

const eventsOf = ({ outcomes }: RunRecord): JsonObject[] => outcomes.flatMap(({ events }) => events);

/** What a runtime is not free to leave out or to call otherwise, instant by instant. */
const required = ({ outcomes }: RunRecord) =>
  outcomes.map(({ events }) =>
    events
      .filter(({ signal }) => !["turn_open_proposed", "admit", "lease_issued"].includes(String(signal)))
      .map(
        ({ signal = "record", turn_id, scope, reason, authority_epoch, node_id, provider_invocation_id }) => [
          signal,
          turn_id,
          scope,
          signal === "abort" ? reason : undefined,
          authority_epoch,
          node_id,
          provider_invocation_id,
        ],
      ),
  );

const reference = defineSubject({
  name: "reference",
  version: "1.0.0",
  capabilities: DECLARED,
  create: () => createReferenceRuntime(),
});

describe.each([
  ["python3", "python/subject.py"],
  ["perl", "perl/subject.pl"],
])("the example subject in %s", (interpreter, file) => {
  const isThere = spawnSync(interpreter, ["--version"]).status === 0;
  const subject: Subject = spawnSubject({ command: interpreter, args: [`${FOLDER}/${file}`] });
  afterAll(() => subject.close());

  test("declares what it does", async ({ skip }) => {
    skip(!isThere, `${interpreter} is not installed`);
    expect(await subject.describe()).toMatchObject({ capabilities: DECLARED, version: "1.0.0" });
  });

  test("answers random scripts validly, breaks no invariant, and as the reference does", async ({ skip }) => {
    skip(!isThere, `${interpreter} is not installed`);
    const seen = new Set<unknown>();
    await fc.assert(
      fc.asyncProperty(instants, async (script) => {
        const [record, expected] = await Promise.all(
          [subject, reference].map((one) => one.run({ seed: 1, instants: script })),
        );
        expect(record!.fault).toBeUndefined();
        for (const event of eventsOf(record!)) {
          seen.add(event["signal"]);
          expect(validate("event", event)).toMatchObject({ ok: true });
        }
        const { violations, incomplete_turns } = checkTrace(eventsOf(record!) as unknown as Event[]);
        expect([violations, incomplete_turns]).toEqual([[], []]);
        expect(required(record!)).toEqual(required(expected!));
      }),
      { seed: 5, numRuns: 200 },
    );
    for (const signal of [
      "commit",
      "abort",
      "cancel",
      "barge_in",
      "deauthorized_drain",
      "stale_epoch_reject",
    ])
      expect(seen).toContain(signal);
  });

  test("gives the same text for the same requests", async ({ skip }) => {
    skip(!isThere, `${interpreter} is not installed`);
    for (const script of fc.sample(instants, { seed: 6, numRuns: 5 })) {
      const [one, other] = [
        await subject.run({ seed: 1, instants: script }),
        await subject.run({ seed: 1, instants: script }),
      ];
      expect(JSON.stringify(one)).toBe(JSON.stringify(other));
    }
  });

  test("says that it has no answer to what it does not declare", async ({ skip }) => {
    skip(!isThere, `${interpreter} is not installed`);
    const { fault } = await subject.run({
      seed: 1,
      instants: [[opening(PLAN)], [{ kind: "migrate", session_id: "sess-1", authority_epoch: 9 }]],
    });
    expect(fault).toMatchObject({
      code: "subject_unsupported",
      instant: 1,
      message: expect.stringContaining("no answer to migrate"),
    });
  });

  test("can be read in one go", () => {
    const lines = readFileSync(`${FOLDER}/${file}`, "utf8").trimEnd().split("\n");
    expect(lines.length).toBeLessThanOrEqual(150);
    expect(lines.filter((line) => line.length > 116)).toEqual([]);
  });
});
