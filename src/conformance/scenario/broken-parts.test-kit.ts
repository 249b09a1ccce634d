/** Runtimes with one decision of the reference runtime broken, and ones that do not hear one kind of stimulus. */
import type { StimulusKind } from "../../contracts/conformance/stimulus.ts";
import type { ReferenceParts } from "../../reference/reference-parts.ts";
import { STIMULUS_CAPABILITY } from "../subject/stimulus-capability.ts";

/** One broken runtime. */
export interface BrokenParts {
  readonly name: string;
  readonly parts?: Partial<ReferenceParts>;
  readonly deafTo?: StimulusKind;
}

const RANKS = { success: 0, failure: 1, cancel: 2, authority: 3 } as const;

const PARTS: Readonly<Record<string, Partial<ReferenceParts>>> = {
  "takes every epoch for current": { isStale: () => false },
  "takes the current epoch for stale": { isStale: (epoch, current) => epoch <= current },
  "takes every epoch for stale": { isStale: () => true },
  "takes a lease of any epoch": { raisesEpoch: () => true },
  "takes no lease": { raisesEpoch: () => false },
  "enriches with epoch 0": { enrichedEpoch: () => 0 },
  "enriches with nothing": { enrichedEpoch: () => undefined },
  "turns precedence round": { precedence: (cause) => RANKS[cause] },
  "takes stimuli of one instant as they come": { precedence: () => 0 },
  "allows every snapshot": { allowsSnapshot: () => true },
  "allows partial snapshots": { allowsSnapshot: (state) => state === "fresh" || state === "partial" },
  "allows no snapshot": { allowsSnapshot: () => false },
  "runs every profile": { allowsProfile: () => true },
  "lets turns overlap": { mayOverlap: () => true },
  "opens turns again": { mayReopen: () => true },
  "hashes nothing": { hashPlan: () => "0".repeat(64) },
  "hashes the turn only": { hashPlan: ({ turn_id }) => turn_id.length.toString(16).padStart(64, "0") },
  "adapts as it likes": { mayAdapt: () => true },
  "adapts again and again": {
    mayAdapt: (action, plan) => (plan.allowed_adaptive_actions as readonly string[]).includes(action),
  },
  "never adapts": { mayAdapt: () => false },
  "has no fence": { fences: () => false },
  "plays on": { flushesPlayback: () => false },
  "leaves turns open": { closes: () => false },
  "gives one reason": { abortReason: () => "failed" },
  "marks no cancel": { marksCancel: () => false },
  "keeps no evidence": { keepsEvidence: () => false },
  "does not tell outputs": { tellsOutput: () => false },
  "does not tell drains": { announcesDrain: () => false },
  "does not tell provider errors": { tellsProviderError: () => false },
  "does not tell budgets": { tellsBudget: () => false },
  "validates nothing": { validates: () => false },
  "takes events twice": { takesTwice: () => true },
  "resumes late": { resumesFirst: () => false },
  "sheds nothing": { shedsBlocked: () => false },
  "does not tell drops": { tellsDrops: () => false },
  "keeps no lineage": { keepsLineage: () => false },
  "does not tell discontinuities": { tellsDiscontinuity: () => false },
  "takes no credit": { creditTaken: () => 0 },
  "takes double credit": { creditTaken: () => 2 },
  "tells downgrades again": { isDowngradeTold: () => false },
  "tells no downgrade": { isDowngradeTold: () => true },
  "finds no divergence": { replayClasses: () => [] },
};

/** Every broken runtime. An acknowledgement of a cancel may be ignored, so may the start of an invocation. */
export const brokenParts = (): readonly BrokenParts[] => [
  ...Object.entries(PARTS).map(([name, parts]) => ({ name, parts })),
  ...(Object.keys(STIMULUS_CAPABILITY) as StimulusKind[])
    .filter((kind) => kind !== "cancel_ack" && kind !== "judge")
    .map((deafTo) => ({ name: `does not hear ${deafTo}`, deafTo })),
];
