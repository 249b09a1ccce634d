/** AE: authority and epochs. */
import { definePack } from "../check/check.ts";
import { scenarioCheck } from "./scenario-check.ts";

const source = "semantics.md sections 5 and 9";

/** AE-001 to AE-005. */
export const AUTHORITY_PACK = definePack({
  name: "authority",
  title: "Authority and epochs",
  checks: [
    scenarioCheck({
      id: "AE-001",
      title: "A stale proposal opens nothing",
      requirements: ["AE-001", "TURN-T3", "INV-AUTH-02", "INV-AUTH-03"],
      text: "A proposal of a stale epoch gets stale_epoch_reject and no turn signals",
      source,
    }),
    scenarioCheck({
      id: "AE-002",
      title: "Loss of authority ends the turn, before a cancel",
      requirements: ["AE-002", "TURN-T8", "INV-LIFE-07"],
      text: "An in-turn revoke gives deauthorized_drain, abort(authority_loss), close, and wins a tie with cancel",
      source,
    }),
    scenarioCheck({
      id: "AE-003",
      title: "Stale output of an old placement is refused",
      requirements: ["AE-003", "TURN-T12", "INV-AUTH-01", "INV-AUTH-02", "INV-AUTH-04"],
      text: "Output of an old placement is refused; the turn of the current one is untouched",
      source,
      categories: ["transport_adapter", "external_node_boundary"],
    }),
    scenarioCheck({
      id: "AE-004",
      title: "Missing authority metadata is enriched",
      requirements: ["AE-004", "INV-AUTH-05"],
      text: "An event without authority metadata is enriched deterministically or refused",
      source,
      categories: ["transport_adapter"],
    }),
    scenarioCheck({
      id: "AE-005",
      title: "A proposal without authority opens nothing",
      requirements: ["AE-005", "TURN-T4", "INV-LIFE-03", "INV-LIFE-04"],
      text: "A proposal after authority was revoked gets deauthorized_drain and opens nothing",
      source,
    }),
  ],
});
