/** CF: cancellation and fencing. */
import { definePack } from "../check/check.ts";
import { scenarioCheck } from "./scenario-check.ts";

const source = "semantics.md sections 4 and 9";

/** CF-001 to CF-004. */
export const CANCELLATION_PACK = definePack({
  name: "cancellation",
  title: "Cancellation and fencing",
  checks: [
    scenarioCheck({
      id: "CF-001",
      title: "A cancel during generation ends fenced and terminal",
      requirements: ["CF-001", "TURN-T7", "INV-CXL-01", "INV-CXL-03", "INV-CXL-06"],
      text: "A cancel during generation ends the turn, fenced and terminal",
      source,
      categories: ["provider_adapter", "external_node_boundary"],
    }),
    scenarioCheck({
      id: "CF-002",
      title: "Late provider output after a cancel is fenced",
      requirements: ["CF-002", "INV-CXL-02", "INV-CXL-04"],
      text: "Provider output that comes after the cancel is absent, or marked as late and not delivered",
      source,
      categories: ["provider_adapter", "external_node_boundary"],
    }),
    scenarioCheck({
      id: "CF-003",
      title: "The cancel path has exactly one terminal, then close",
      requirements: ["CF-003", "INV-LIFE-01", "INV-LIFE-02", "INV-LIFE-05"],
      text: "The cancel path emits exactly one terminal, then close",
      source,
      categories: ["provider_adapter"],
    }),
    scenarioCheck({
      id: "CF-004",
      title: "Evidence has the cancel markers",
      requirements: ["CF-004", "INV-CXL-05"],
      text: "Evidence of a cancelled turn has the markers of acceptance, fence and sending",
      source,
    }),
  ],
});
