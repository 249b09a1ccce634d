/** MB: random lives of sessions, compared with the reference runtime. */
import fc from "fast-check";

import type { SubjectCapability } from "../../contracts/conformance/capability.ts";
import type { JsonObject, Stimulus } from "../../contracts/conformance/stimulus.ts";
import { ADAPTIVE_ACTIONS } from "../../contracts/turn/adaptive-action.ts";
import { type CheckContext, definePack, type ScheduleCheck } from "../check/check.ts";
import { differenceFromModel } from "../model/compare-with-model.ts";
import { underOtherNames } from "../model/other-names.ts";
import { LIFE_SESSIONS, randomLife } from "../model/random-stimulus.ts";
import { openSession } from "../scenario/resolve-scenario.ts";

/** Turns of a subject without budgets never run out of time. */
const NO_BUDGET: JsonObject = { budgets: { turn_budget_ms: 86_400_000, path_budget_ms_default: 86_400_000 } };

const plans = (capabilities: readonly SubjectCapability[]): fc.Arbitrary<JsonObject> =>
  fc
    .record({
      allowed_adaptive_actions: fc.subarray([...ADAPTIVE_ACTIONS]),
      mode: fc.constantFrom("signal", "credit", "hybrid"),
    })
    .map(({ allowed_adaptive_actions, mode }) => ({
      allowed_adaptive_actions,
      ...(capabilities.includes("edges") && {
        flow_control: { mode_by_lane: { DataLane: mode, TelemetryLane: mode } },
      }),
      ...(!capabilities.includes("budgets") && NO_BUDGET),
    }));

const lives = (
  about: readonly SubjectCapability[],
  { subject }: CheckContext,
): fc.Arbitrary<Stimulus[][]> => {
  const { capabilities } = subject;
  return fc.tuple(plans(capabilities), randomLife({ capabilities, about })).map(([plan, life]) => {
    const script = [LIFE_SESSIONS.map((session_id) => openSession({ session_id, plan })), ...life];
    return life.length % 4 === 0 ? underOtherNames(script) : script;
  });
};

interface ModelCheck {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly about: readonly SubjectCapability[];
  readonly needs: readonly SubjectCapability[];
  readonly requirements: ScheduleCheck["requirements"];
}

const modelCheck = ({ about, ...head }: ModelCheck): ScheduleCheck => ({
  level: "MUST",
  source: "semantics.md sections 2 to 8",
  profiles: ["full"],
  ...head,
  schedule: {
    instants: (context) => lives(about, context),
    judge: differenceFromModel,
    runs: { quick: 60, full: 400 },
  },
});

const EVERYTHING: readonly SubjectCapability[] = [
  "turns",
  "cancel",
  "authority",
  "admission",
  "budgets",
  "providers",
  "playback",
  "edges",
  "sync",
  "connection",
  "migration",
  "recording",
];

/** Random lives, each about another part of the semantics, and one about all of them. */
export const MODEL_PACK = definePack({
  name: "model",
  title: "Random lives against the reference model",
  checks: [
    modelCheck({
      id: "MB-001",
      title: "Turns open and end as the model says",
      text: "Whatever is proposed, put out and completed, in whatever order, turns open and end as the truth table says",
      about: ["turns", "admission"],
      needs: ["turns"],
      requirements: [
        "INV-LIFE-01",
        "INV-LIFE-02",
        "INV-LIFE-03",
        "INV-LIFE-04",
        "INV-LIFE-05",
        "INV-LIFE-08",
      ],
    }),
    modelCheck({
      id: "MB-002",
      title: "Cancels at every point are fenced",
      text: "A cancel of any scope, at any point of a turn, ends or fences exactly what it names",
      about: ["turns", "cancel", "playback"],
      needs: ["turns", "cancel"],
      requirements: ["INV-CXL-01", "INV-CXL-02", "INV-CXL-03", "INV-CXL-04", "INV-CXL-06"],
    }),
    modelCheck({
      id: "MB-003",
      title: "Leases rotate, are lost and come back",
      text: "Whatever happens to the lease, only the current epoch writes",
      about: ["turns", "authority", "migration"],
      needs: ["turns", "authority"],
      requirements: ["INV-AUTH-01", "INV-AUTH-02", "INV-AUTH-03", "INV-AUTH-04", "INV-LIFE-07"],
    }),
    modelCheck({
      id: "MB-004",
      title: "Faults are answered as the plan allows",
      text: "Faults of nodes, providers, transport and recorder are answered by what the plan allows, else by the end of the turn",
      about: ["turns", "budgets", "providers", "connection", "recording"],
      needs: ["turns"],
      requirements: ["INV-PLAN-03", "FAIL-F2", "FAIL-F3", "FAIL-F6", "INV-REC-02", "INV-REC-03"],
    }),
    modelCheck({
      id: "MB-005",
      title: "Edges under pressure stay bounded and tell what they drop",
      text: "Under any order of offers, takes and credits every item is delivered, merged, or told as dropped",
      about: ["turns", "edges", "sync"],
      needs: ["turns", "edges"],
      requirements: ["INV-BUF-01", "INV-BUF-02", "INV-BUF-03", "INV-BUF-04", "INV-BUF-05", "INV-SYNC-01"],
    }),
    modelCheck({
      id: "MB-006",
      title: "Everything at once",
      text: "When anything may meet anything, precedence decides and no invariant is broken",
      about: EVERYTHING,
      needs: ["turns"],
      requirements: ["INV-LIFE-01", "INV-LANE-01", "INV-ORD-01", "INV-ORD-03"],
    }),
  ],
});
