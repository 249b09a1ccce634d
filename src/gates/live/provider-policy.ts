/** Whether a live report keeps to the providers that may be used. */
import type { LiveFinding } from "../../contracts/observability/live-gate-fields.ts";
import type { LiveProviderChainReport } from "../../contracts/observability/live-provider-chain-report.ts";
import { liveFinding } from "./live-finding.ts";
import { MODALITIES, type Modality, type ProviderCatalogue } from "./provider-catalogue.ts";

const MOST = 5;

/** Providers that are not in the catalogue, not enabled, or too few or too many of a modality. */
export function providerFindings(
  report: LiveProviderChainReport,
  { path, catalogue }: { readonly path: string; readonly catalogue: ProviderCatalogue },
): LiveFinding[] {
  return MODALITIES.flatMap((modality) => {
    const enabled = report.enabled_providers[modality];
    const place = `${path}.enabled_providers.${modality}`;
    const count = new Set(enabled).size;
    const found: LiveFinding[] = [];
    if (count < 1 || count > MOST)
      found.push(
        liveFinding({
          code: "provider_count_out_of_range",
          path: place,
          expected: `1 to ${MOST} providers`,
          received: count,
        }),
      );
    enabled.forEach((id, index) => {
      found.push(...strangers(id, { path: `${place}[${index}]`, modality, catalogue }));
    });
    for (const [list, uses] of usesOf(report)) {
      uses.forEach((use, index) => {
        const [id, at] = [
          use[`${modality}_provider_id`],
          `${path}.${list}[${index}].${modality}_provider_id`,
        ];
        found.push(...strangers(id, { path: at, modality, catalogue }));
        if (!enabled.includes(id))
          found.push(
            liveFinding({
              code: "provider_not_enabled",
              path: at,
              expected: "an enabled provider",
              received: id,
            }),
          );
      });
    }
    return found;
  });
}

const usesOf = ({ selected_combinations, combinations }: LiveProviderChainReport) =>
  [
    ["selected_combinations", selected_combinations],
    ["combinations", combinations],
  ] as const;

function strangers(
  id: string,
  {
    path,
    modality,
    catalogue,
  }: { readonly path: string; readonly modality: Modality; readonly catalogue: ProviderCatalogue },
): LiveFinding[] {
  if (catalogue[modality].includes(id)) return [];
  const expected = `one of ${catalogue[modality].join(", ")}`;
  return [liveFinding({ code: "provider_not_in_catalogue", path, expected, received: id })];
}
