/** NODE-BND-05: after each call of a node outside there is a record that says where it ran, and what that took. */
import type { TelemetryEntry, TranscriptEntry } from "../../../authoring/harness/transcript.ts";
import type { NodeDefinition } from "../../../authoring/node/node-definition.ts";
import type { NodeFinding } from "../run/node-run.ts";

const MARKS = ["boundary", "node_id", "cpu_units", "memory_mb"] as const;

/** The first output of a node outside without a mark. */
export function findMissingMarks(
  { descriptor }: NodeDefinition,
  transcript: readonly TranscriptEntry[],
): readonly NodeFinding[] {
  if (descriptor.execution_mode === "in_process") return [];
  const marked = transcript.findIndex(({ entry }) => entry === "output");
  if (marked < 0) return [];
  const records = transcript.filter(
    (one): one is TelemetryEntry => one.entry === "telemetry" && one.name === "boundary",
  );
  const isWhole = ({ fields }: TelemetryEntry) =>
    MARKS.every((name) => name in fields) && fields["node_id"] === descriptor.node_id;
  if (records.some(isWhole)) return [];
  const [first] = records;
  return [
    {
      rule: "NODE-BND-05",
      message: "The outputs of the node are not marked",
      expected: `a telemetry record "boundary" with ${MARKS.join(", ")} of node ${descriptor.node_id}`,
      received: first === undefined ? "none" : JSON.stringify(first.fields),
      transcript,
      marked,
    },
  ];
}
