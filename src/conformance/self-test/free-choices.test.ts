/** Runtimes that differ from the reference only in what the subject protocol leaves to them: they pass. */
import { expect, test } from "vitest";

import { SUBJECT_CAPABILITIES, type SubjectCapability } from "../../contracts/conformance/capability.ts";
import type { JsonObject } from "../../contracts/conformance/stimulus.ts";
import type { StimulusOutcome } from "../../contracts/conformance/subject-message.ts";
import { answering, emitting, type Mutant } from "../mutants/mutant.ts";
import { runConformance } from "../runner/run-conformance.ts";
import { referenceSubject } from "../subject/reference-subject.ts";
import type { Subject } from "../subject/subject.ts";

type Wrap = NonNullable<Mutant["wrap"]>;
type Range = { readonly start: number; readonly end: number };

const CHECKS = ["MB-001", "MB-002", "MB-003", "MB-004", "MB-005", "MB-006"];

/** Each event followed or preceded by others, with the numbers that they then have. */
const told =
  (change: (event: JsonObject, outcome: StimulusOutcome) => readonly JsonObject[]): Wrap =>
  (runtime) => {
    const more = new Map<unknown, number>();
    const renumbered = (event: JsonObject, outcome: StimulusOutcome) =>
      change(event, outcome).map((one, index) => {
        const { session_id, runtime_sequence, seq_range } = one;
        const by = (more.get(session_id) ?? 0) + (index === 0 ? 0 : 1);
        more.set(session_id, by);
        const range = seq_range as Range | undefined;
        return {
          ...one,
          runtime_sequence: Number(runtime_sequence) + by,
          ...(range && { seq_range: { start: range.start + by, end: range.end + by } }),
        };
      });
    const inner = answering((outcome) => ({
      ...outcome,
      events: outcome.events.flatMap((event) => renumbered(event, outcome)),
    }))(runtime);
    return {
      ...inner,
      reset(start) {
        more.clear();
        inner.reset(start);
      },
    };
  };

const FREE: readonly (readonly [string, Wrap])[] = [
  [
    "a shed names the edge, or no turn at all",
    emitting(({ turn_id, ...event }) =>
      event["signal"] === "shed"
        ? { ...event, event_scope: "session", edge_id: "block" }
        : { turn_id, ...event },
    ),
  ],
  [
    "playback is told to be cancelled whether it started or not",
    told((event, { events }) => {
      const { signal, reason, turn_id } = event;
      const isTold = events.some(
        (one) => one["signal"] === "playback_cancelled" && one["turn_id"] === turn_id,
      );
      if (signal !== "abort" || reason !== "cancelled" || isTold) return [event];
      const { reason: _, causal_parent_id: __, ...rest } = event;
      return [
        { ...rest, signal: "playback_cancelled", emitted_by: "RK-23", event_id: `p-${rest["event_id"]}` },
        event,
      ];
    }),
  ],
  [
    "a stale output is refused in the scope of its turn",
    answering((outcome, stimuli) => {
      const [only, ...others] = stimuli;
      if (only?.kind !== "output" || others.length > 0) return outcome;
      const events = outcome.events.map((event) =>
        event["signal"] === "stale_epoch_reject"
          ? { ...event, event_scope: "turn", turn_id: only.turn_id }
          : event,
      );
      return { ...outcome, events };
    }),
  ],
];

test.each(FREE)("%s", async (_, wrap) => {
  const report = await runConformance(referenceSubject({ wrap }), { checks: CHECKS });
  const failures = report.subjects[0]!.results.flatMap(({ failure }) => (failure ? [failure] : []));
  expect(failures.map(({ code, expected, received }) => [code, expected, received])).toEqual([]);
});

/** The reference runtime as one that can do no more than this. */
function withOnly(
  capabilities: readonly SubjectCapability[],
  without: readonly (keyof StimulusOutcome)[],
): Subject {
  const wrap = answering((outcome) => {
    const members = Object.entries(outcome).filter(
      ([name]) => !(without as readonly string[]).includes(name),
    );
    return Object.fromEntries(members) as unknown as StimulusOutcome;
  });
  const subject = referenceSubject({ wrap });
  return { ...subject, describe: async () => ({ name: "some", version: "1", capabilities }) };
}

test.each<[string, readonly SubjectCapability[]]>([
  ["edges alone", ["turns", "edges"]],
  ["edges and merges", ["turns", "edges", "merge"]],
  [
    "everything but plans and evidence",
    SUBJECT_CAPABILITIES.filter((one) => one !== "plans" && one !== "evidence"),
  ],
])("a runtime with %s is judged by the plans of its sessions", async (_, capabilities) => {
  const checks = ["MB-005", "F4", ...(capabilities.includes("providers") ? ["F2", "F3"] : [])];
  const report = await runConformance(withOnly(capabilities, ["plans", "evidence"]), {
    checks,
    profile: "full",
  });
  expect(
    report.subjects[0]!.results.map(({ verdict, reason, failure }) => reason ?? failure?.message ?? verdict),
  ).toEqual(checks.map(() => "pass"));
});
