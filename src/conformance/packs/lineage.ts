/** ML: merges, losses and how they are told. */
import { definePack } from "../check/check.ts";
import { scenarioCheck } from "./scenario-check.ts";

const source = "semantics.md sections 6 and 9";

/** ML-001 to ML-004. */
export const LINEAGE_PACK = definePack({
  name: "lineage",
  title: "Merges, losses and their lineage",
  checks: [
    scenarioCheck({
      id: "ML-001",
      title: "A drop notice has a valid range and reason",
      requirements: ["ML-001", "INV-BUF-01", "INV-BUF-02"],
      text: "What is dropped is told by a drop_notice with a valid range and reason",
      source,
      categories: ["transport_adapter"],
    }),
    scenarioCheck({
      id: "ML-002",
      title: "Merge lineage is complete and deterministic",
      requirements: ["ML-002", "INV-BUF-03"],
      text: "A merged record names its group and everything that it stands for, the same every time",
      source,
    }),
    scenarioCheck({
      id: "ML-003",
      title: "A deterministic drop is not an unexplained absence",
      requirements: ["ML-003", "INV-BUF-02", "INV-ORD-01"],
      text: "Every gap in the numbers of an edge is explained",
      source,
    }),
    scenarioCheck({
      id: "ML-004",
      title: "Sync discontinuity and reset markers are deterministic",
      requirements: ["ML-004", "INV-SYNC-01"],
      text: "The loss of a stream of a sync group drops the whole group or marks a discontinuity",
      source,
    }),
  ],
});
