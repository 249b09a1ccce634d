/** The combinations of two live reports that have the same providers. */
import type {
  LIVE_FIGURES,
  LiveFinding,
  LiveLatencyPair,
} from "../../contracts/observability/live-gate-fields.ts";
import type {
  ChainCombination,
  LiveProviderChainReport,
} from "../../contracts/observability/live-provider-chain-report.ts";
import { liveFinding } from "./live-finding.ts";

/** A latency that is compared. */
export type LiveFigure = (typeof LIVE_FIGURES)[number];

/** A report and what it is called in messages. */
export interface LiveSide {
  readonly path: "streaming" | "non_streaming";
  readonly report: LiveProviderChainReport;
}

/** The combinations that passed, by their providers, and what keeps them from being compared fairly. */
export interface IndexedSide {
  readonly path: LiveSide["path"];
  readonly byProviders: ReadonlyMap<string, ChainCombination>;
  readonly findings: readonly LiveFinding[];
}

/** Indexes a report. Of combinations with the same providers only the first is used, and that is told. */
export function indexSide({ path, report }: LiveSide): IndexedSide {
  const byProviders = new Map<string, ChainCombination>();
  const findings: LiveFinding[] = [];
  if (report.status !== "pass") {
    const at = { code: "live_report_not_passed", path: `${path}.status` };
    findings.push(liveFinding({ ...at, expected: '"pass"', received: report.status }));
  }
  report.combinations.forEach((combination, index) => {
    if (combination.status !== "pass") return;
    const key = keyOf(combination);
    const at = { code: "combination_repeated", path: `${path}.combinations[${index}]` };
    if (!byProviders.has(key)) byProviders.set(key, combination);
    else findings.push(liveFinding({ ...at, expected: "each combination of providers once", received: key }));
  });
  return { path, byProviders, findings };
}

/** Combinations that passed on this side and not on the other. */
export function unpairedFindings(side: IndexedSide, other: IndexedSide): LiveFinding[] {
  const lone = [...side.byProviders.keys()].filter((key) => !other.byProviders.has(key));
  return lone.map((key) => {
    const at = { code: "combination_unpaired", path: `${other.path}.combinations` };
    return liveFinding({
      ...at,
      expected: `${key}, as in ${side.path}, with status pass`,
      received: undefined,
    });
  });
}

/** Pairs with the latency on both sides, in the order of the streaming report, and what is missing. */
export function pairsOf(
  figure: LiveFigure,
  { streaming, nonStreaming }: { readonly streaming: IndexedSide; readonly nonStreaming: IndexedSide },
): { readonly pairs: LiveLatencyPair[]; readonly findings: LiveFinding[] } {
  const pairs: LiveLatencyPair[] = [];
  const findings: LiveFinding[] = [];
  for (const [key, left] of streaming.byProviders) {
    const right = nonStreaming.byProviders.get(key);
    if (right === undefined) continue;
    const [fast, slow] = [latencyOf(left, figure), latencyOf(right, figure)];
    if (fast === undefined || slow === undefined) {
      const side = fast === undefined ? streaming : nonStreaming;
      const at = { code: "latency_missing", path: `${side.path}.combinations` };
      findings.push(
        liveFinding({ ...at, expected: `${figure}_latency_ms above 0 of ${key}`, received: undefined }),
      );
      continue;
    }
    const { stt_provider_id, llm_provider_id, tts_provider_id } = left;
    const times = { streaming_ms: fast, non_streaming_ms: slow, delta_ms: fast - slow };
    pairs.push({ stt_provider_id, llm_provider_id, tts_provider_id, ...times });
  }
  return { pairs, findings };
}

/** A latency of 0 is one that was not measured. */
function latencyOf({ latency }: ChainCombination, figure: LiveFigure): number | undefined {
  const value = latency?.[`${figure}_latency_ms`] ?? 0;
  return value > 0 ? value : undefined;
}

const keyOf = (ids: ChainCombination) =>
  [ids.stt_provider_id, ids.llm_provider_id, ids.tts_provider_id].map((id) => JSON.stringify(id)).join(" ");
