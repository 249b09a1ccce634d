/** NODE-BND-05: records of a node outside say where its calls ran and what that took; every record is a whole one. */
import type { TelemetryEntry, TranscriptEntry } from "../../../authoring/harness/transcript.ts";
import type { NodeDefinition } from "../../../authoring/node/node-definition.ts";
import type { NodeFinding } from "../run/node-run.ts";

const MARKS = ["boundary", "node_id", "cpu_units", "memory_mb"] as const;

/** The first output of a node outside whose marks are missing or not whole. */
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
  if (records.length > 0 && records.every(isWhole)) return [];
  const first = records.find((record) => !isWhole(record));
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
