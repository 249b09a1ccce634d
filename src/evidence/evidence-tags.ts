/** What the evidence of a turn says about the group that the turn belongs to. */
import type { BaselineEvidence } from "../contracts/observability/baseline-evidence.ts";
import { MODALITIES } from "../contracts/provider/provider-outcome.ts";

/**
 * The tags of a turn as far as its evidence carries them: `pipeline_version`; `stt_provider`, `llm_provider` and
 * `tts_provider`, several joined by `+` in alphabetical order; `tool_turn`, `yes` if anything outside of the pipeline
 * was called, else `no`. What the evidence does not tell has no tag.
 *
 * @since 0.1.0
 */
export function evidenceTags({
  pipeline_version,
  invocation_outcomes,
}: BaselineEvidence): Record<string, string> {
  const tags: Record<string, string> = {};
  if (pipeline_version !== "") tags["pipeline_version"] = pipeline_version;
  const providers = new Map<string, Set<string>>();
  for (const { modality, provider_id } of invocation_outcomes) {
    if (typeof modality !== "string" || typeof provider_id !== "string" || provider_id === "") continue;
    const known = providers.get(modality) ?? new Set();
    providers.set(modality, known.add(provider_id));
  }
  for (const modality of MODALITIES) {
    const ids = providers.get(modality);
    if (modality === "external") tags["tool_turn"] = ids === undefined ? "no" : "yes";
    else if (ids !== undefined) tags[`${modality}_provider`] = [...ids].sort().join("+");
  }
  return tags;
}
