/**
 * Whether a report shows the mode that it says it ran in.
 *
 * A run that was meant to stream and fell back would make streaming look slow, and the other way round. Streaming
 * shows as handoffs between stages or as attempts that streamed; a run without streaming must show neither, and
 * must show its attempts, for silence is no evidence.
 */
import type { LiveFinding } from "../../contracts/observability/live-gate-fields.ts";
import type {
  ChainCombination,
  LiveProviderChainReport,
} from "../../contracts/observability/live-provider-chain-report.ts";
import { liveFinding } from "./live-finding.ts";

/** The mode that a report is expected to have run in. */
export type ExecutionMode = LiveProviderChainReport["execution_mode"];

/** What speaks against the mode; `path` is what the report is called in messages. */
export function modeFindings(
  report: LiveProviderChainReport,
  { path, mode }: { readonly path: string; readonly mode: ExecutionMode },
): LiveFinding[] {
  if (report.execution_mode !== mode) {
    const at = { code: "execution_mode_differs", path: `${path}.execution_mode` };
    return [liveFinding({ ...at, expected: `"${mode}"`, received: report.execution_mode })];
  }
  const passed = report.combinations.flatMap((combination, index) =>
    combination.status === "pass" ? [{ combination, at: `${path}.combinations[${index}]` }] : [],
  );
  if (passed.length === 0) {
    const at = { code: `${mode}_evidence_missing`, path: `${path}.combinations` };
    return [liveFinding({ ...at, expected: "at least 1 with status pass", received: "none" })];
  }
  return passed.flatMap(({ combination, at }) =>
    mode === "streaming" ? streamingFindings(combination, at) : nonStreamingFindings(combination, at),
  );
}

const attemptsOf = ({ steps = [] }: ChainCombination) =>
  steps.flatMap(({ output }) => output?.attempts ?? []);

function streamingFindings(combination: ChainCombination, path: string): LiveFinding[] {
  const { handoffs = [] } = combination;
  if (handoffs.length > 0 || attemptsOf(combination).some((attempt) => attempt.streaming_used === true))
    return [];
  const expected = "handoffs or an attempt with streaming_used true";
  return [liveFinding({ code: "streaming_evidence_missing", path, expected, received: "neither" })];
}

function nonStreamingFindings(combination: ChainCombination, path: string): LiveFinding[] {
  const { handoffs = [] } = combination;
  const attempts = attemptsOf(combination);
  if (handoffs.length > 0) {
    const at = { code: "non_streaming_mode_broken", path: `${path}.handoffs` };
    return [liveFinding({ ...at, expected: "no handoff", received: handoffs[0]?.handoff_id })];
  }
  if (attempts.some((attempt) => attempt.streaming_used === true)) {
    const at = { code: "non_streaming_mode_broken", path: `${path}.steps` };
    return [liveFinding({ ...at, expected: "streaming_used false in every attempt", received: true })];
  }
  if (attempts.some((attempt) => attempt.streaming_used === false)) return [];
  const expected = "an attempt with streaming_used false";
  return [
    liveFinding({
      code: "non_streaming_evidence_missing",
      path: `${path}.steps`,
      expected,
      received: "none",
    }),
  ];
}
