/** LK: what a transport adapter and an operator see. */
import { definePack } from "../check/check.ts";
import { scenarioCheck } from "./scenario-check.ts";

/** LK-001 to LK-003. */
export const TRANSPORT_PACK = definePack({
  name: "transport",
  title: "Transport adapters and operation",
  checks: [
    scenarioCheck({
      id: "LK-001",
      title: "Ingress is classified, egress fenced, the connection normalised",
      requirements: ["LK-001", "INV-ORD-02", "INV-ORD-03", "INV-ORD-04"],
      text: "A transport adapter classifies what comes in, fences what goes out, and normalises connection states",
      source: "semantics.md section 9",
      profiles: ["full"],
      categories: ["transport_adapter"],
    }),
    scenarioCheck({
      id: "LK-002",
      title: "Operator commands are deterministic and fail closed",
      requirements: ["LK-002"],
      text: "Operator commands give deterministic reports and fail closed on bad configuration",
      source: "semantics.md section 9",
      profiles: ["full"],
    }),
    scenarioCheck({
      id: "LK-003",
      level: "SHOULD",
      title: "A live transport carries a turn",
      requirements: ["LK-003"],
      text: "A session over a live transport connects, carries a turn and its playback, and ends",
      source: "semantics.md section 9",
      // Needs credentials: runs only when it is named.
      profiles: [],
      categories: ["transport_adapter"],
    }),
  ],
});
