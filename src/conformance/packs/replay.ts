/** RD: replay and the evidence that it runs on. */
import fc from "fast-check";

import type { JsonObject } from "../../contracts/conformance/stimulus.ts";
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
    [{ kind: "advance", ms: 5 }],
    [{ kind: "propose_turn", session_id, turn_id }],
    [{ kind: "provider_start", session_id, turn_id, provider_invocation_id, modality: "llm" }],
    [{ kind: "advance", ms: work_ms }],
    [{ kind: "output", session_id, turn_id, text: "answer", provider_invocation_id }],
    [{ kind: "complete_turn", session_id, turn_id }],
  ];
}

/** The evidence tells the latency that the clock of the kit showed: the replay gate is evaluated on it. */
function judgeLatency({ instants, outcomes }: Run): Judgement {
  const worked = instants.flat().findLast(({ kind }) => kind === "advance");
  const work_ms = worked?.kind === "advance" ? worked.ms : 0;
  const instant = instants.length - 1;
  const found = (outcomes[instant]?.evidence ?? []).flatMap(({ invocation_outcomes: list }) =>
    Array.isArray(list) ? (list as JsonObject[]) : [],
  );
  const outcome = found.find((one) => one["provider_invocation_id"] === provider_invocation_id);
  const total = outcome?.["total_invocation_latency_ms"];
  return total === work_ms ? undefined : wrongLatency({ work_ms, total, instant });
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
      title: "Invocation latencies are kept for the replay gate",
      requirements: ["RD-005"],
      text: "Breaches of invocation latency thresholds fail the replay gate: evidence tells every latency as it was",
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
