/** The files of a run of the reference runtime, as the other commands read them. */
import type { BaselineArtifact } from "../../contracts/observability/baseline-artifact.ts";
import type { ReferenceRun } from "../../reference/driven-run.ts";

/**
 * Texts by file name: events and plans one a line, the evidence as a baseline artifact with one record a line.
 * A run in which no turn ended has no evidence to write: an artifact has at least one entry.
 */
export function runFiles(
  { events, plans, evidence }: ReferenceRun,
  generated_at_utc: BaselineArtifact["generated_at_utc"],
): Readonly<Record<string, string>> {
  return {
    "events.ndjson": ndjson(events),
    "plans.ndjson": ndjson(plans),
    ...(evidence.length > 0 && { "evidence.json": artifactText(evidence, generated_at_utc) }),
  };
}

const ndjson = (values: readonly unknown[]): string =>
  values.map((value) => `${JSON.stringify(value)}\n`).join("");

function artifactText(evidence: ReferenceRun["evidence"], generated_at_utc: string): string {
  const lines = evidence.map((entry) => `    ${JSON.stringify(entry)}`);
  return `{
  "schema_version": "v1",
  "generated_at_utc": ${JSON.stringify(generated_at_utc)},
  "entries": [
${lines.join(",\n")}
  ]
}
`;
}
