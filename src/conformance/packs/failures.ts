/** F1 to F8: one failure at a time. */
import { type CheckCategory, definePack } from "../check/check.ts";
import { scenarioCheck } from "./scenario-check.ts";

const SMOKE: readonly string[] = ["F1", "F3", "F7"];

interface FailureClass {
  readonly id: string;
  readonly title: string;
  readonly requirements?: readonly string[];
  readonly text: string;
  readonly categories?: readonly CheckCategory[];
}

const CLASSES: readonly FailureClass[] = [
  {
    id: "F1",
    title: "Admission overload",
    text: "A quota that is exhausted is answered by reject, defer or shed: before a turn without turn signals, in a turn with one terminal",
  },
  {
    id: "F2",
    title: "Node timeout or failure",
    requirements: ["TURN-T10"],
    text: "A node that hangs or throws exhausts its budget and is answered by degrade or fallback if the plan allows, else abort(node_timeout_or_failure)",
    categories: ["external_node_boundary"],
  },
  {
    id: "F3",
    title: "Provider failure",
    requirements: ["TURN-T10", "INV-PLAN-03"],
    text: "A provider failure is told and answered by retry, switch or fallback if the plan allows, else abort(provider_failure)",
    categories: ["provider_adapter"],
  },
  {
    id: "F4",
    title: "Edge pressure",
    requirements: ["INV-BUF-04", "INV-BUF-05", "INV-LANE-01", "INV-LANE-02"],
    text: "Depth or time beyond the watermark shows as watermark, flow_xoff and flow_xon, drop_notice, and does not end the turn",
  },
  {
    id: "F5",
    title: "Sync-coupled loss",
    requirements: ["INV-SYNC-01"],
    text: "The loss of one stream of a sync domain shows as discontinuity or an atomic drop_notice",
  },
  {
    id: "F6",
    title: "Transport disconnect or stall",
    text: "A disconnect or stall is told, and ends the turn with abort(transport_disconnect_or_stall) when teardown is needed",
    categories: ["transport_adapter"],
  },
  {
    id: "F7",
    title: "Authority conflict",
    requirements: ["TURN-T8", "INV-AUTH-02"],
    text: "A stale event or a revoke is refused before a turn, and in a turn ends it with abort(authority_loss)",
  },
  {
    id: "F8",
    title: "Region failover",
    requirements: ["INV-AUTH-04", "INV-LIFE-07"],
    text: "A migration rotates the lease, ends the turn of the old placement with abort(authority_loss), and refuses the old writer",
  },
];

/** F1 to F8. */
export const FAILURE_PACK = definePack({
  name: "failures",
  title: "Failure classes",
  checks: CLASSES.map(({ id, title, text, requirements = [], categories }) =>
    scenarioCheck({
      id,
      title,
      requirements: [`FAIL-${id}`, ...requirements],
      text,
      source: "semantics.md section 8",
      profiles: SMOKE.includes(id) ? ["quick", "full"] : ["full"],
      ...(categories && { categories }),
    }),
  ),
});
