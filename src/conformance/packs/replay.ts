/** RD: replay and the evidence that it runs on. */
import fc from "fast-check";

import type { JsonObject } from "../../contracts/conformance/stimulus.ts";
import type { ReplayDivergence } from "../../contracts/observability/replay-divergence.ts";
import { evaluateDivergences } from "../../gates/replay/evaluate-divergences.ts";
import { defineCheck, definePack } from "../check/check.ts";
import type { Finding, Judgement } from "../check/finding.ts";
import type { Instants, Run } from "../check/run.ts";
import { openSession, STANDARD_SESSION as session_id } from "../scenario/resolve-scenario.ts";
import { scenarioCheck } from "./scenario-check.ts";

const turn_id = "t1";
const provider_invocation_id = "inv-1";

/** A turn whose provider works for so many milliseconds before it gives its output. */
function invocation(work_ms: number): Instants {
  return [
    [openSession()],
    [{ kind: "propose_turn", session_id, turn_id }],
    [{ kind: "provider_start", session_id, turn_id, provider_invocation_id, modality: "llm" }],
    [{ kind: "advance", ms: work_ms }],
    [{ kind: "output", session_id, turn_id, text: "answer", provider_invocation_id }],
    [{ kind: "complete_turn", session_id, turn_id }],
  ];
}

/** The evidence tells the latency that the clock of the kit showed, and a threshold below it fails the replay gate. */
function judgeLatency({ instants, outcomes }: Run): Judgement {
  const worked = instants.flat().find(({ kind }) => kind === "advance");
  const work_ms = worked?.kind === "advance" ? worked.ms : 0;
  const instant = instants.length - 1;
  const found = (outcomes[instant]?.evidence ?? []).flatMap(({ invocation_outcomes: list }) =>
    Array.isArray(list) ? (list as JsonObject[]) : [],
  );
  const outcome = found.find((one) => one["provider_invocation_id"] === provider_invocation_id);
  const total = outcome?.["total_invocation_latency_ms"];
  if (total !== work_ms) return wrongLatency({ work_ms, total, instant });
  const failing = (threshold: number) => evaluateDivergences(breaches(work_ms, threshold), {}).failing.length;
  if (failing(work_ms - 1) === 1 && failing(work_ms) === 0) return undefined;
  return {
    could_not_run: "The replay gate of the kit does not fail a breach of an invocation latency threshold",
  };
}

function wrongLatency({
  work_ms,
  total,
  instant,
}: {
  work_ms: number;
  total: unknown;
  instant: number;
}): Finding {
  return {
    code: "invocation_latency_wrong",
    message: `Evidence of turn "${turn_id}" does not tell how long the invocation took`,
    expected: `total_invocation_latency_ms ${work_ms} of ${provider_invocation_id}`,
    received: total === undefined ? "none" : JSON.stringify(total),
    likely_cause:
      "The latency runs from the start of the invocation to its first accepted output, on the monotonic clock",
    at: { instant },
  };
}

/** What replay says of an invocation that took longer than its threshold. */
function breaches(latency_ms: number, threshold_ms: number): readonly ReplayDivergence[] {
  if (latency_ms <= threshold_ms) return [];
  const scope = `invocation_latency_total:${provider_invocation_id}`;
  const message = `Took ${latency_ms} ms: expected at most ${threshold_ms} ms`;
  return [{ class: "TIMING_DIVERGENCE", scope, message, diff_ms: latency_ms - threshold_ms }];
}

/** RD-001 to RD-005. */
export const REPLAY_PACK = definePack({
  name: "replay",
  title: "Replay and its evidence",
  checks: [
    scenarioCheck({
      id: "RD-001",
      title: "Replayed decisions are the recorded ones",
      requirements: ["RD-001"],
      text: "Replaying the decisions of a recorded run shows no divergence",
      source: "semantics.md section 9",
    }),
    scenarioCheck({
      id: "RD-002",
      title: "Recomputed timing stays within the tolerance",
      requirements: ["RD-002"],
      text: "Recomputed timing differs only within the tolerance; a difference beyond it is told",
      source: "semantics.md section 9",
      profiles: ["full"],
    }),
    scenarioCheck({
      id: "RD-003",
      title: "Accepted turns have complete evidence",
      requirements: ["RD-003", "TURN-T9", "INV-REC-01", "INV-REC-02", "INV-REC-03", "INV-REC-04"],
      text: "Every accepted turn has complete OR-02 baseline evidence",
      source: "semantics.md sections 7 and 9",
      profiles: ["full"],
      categories: ["external_node_boundary"],
    }),
    scenarioCheck({
      id: "RD-004",
      title: "Another plan shows as PLAN_DIVERGENCE",
      requirements: ["RD-004"],
      text: "A snapshot provenance mismatch shows as PLAN_DIVERGENCE and must be expected",
      source: "semantics.md section 9",
      profiles: ["full"],
    }),
    defineCheck({
      id: "RD-005",
      level: "MUST",
      title: "Invocation latencies are kept, and breaches fail the replay gate",
      requirements: ["RD-005"],
      text: "Breaches of invocation latency thresholds fail the replay gate",
      source: "semantics.md section 9",
      needs: ["turns", "providers", "evidence"],
      profiles: ["full"],
      categories: ["provider_adapter"],
      schedule: {
        instants: () => fc.integer({ min: 1, max: 700 }).map(invocation),
        judge: judgeLatency,
      },
    }),
  ],
});
