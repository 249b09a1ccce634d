/**
 * The decisions of the reference runtime, each as a small function that can be replaced.
 *
 * The default parts are the semantics. Replacing one makes a runtime that is broken in one known way, which is
 * how the checks of the conformance kit are shown to find what they are for.
 */
import { computePlanHash } from "../contracts/turn/plan-hash.ts";
import type { ResolvedTurnPlan } from "../contracts/turn/resolved-turn-plan.ts";

/** Causes that may meet at one instant in an active turn, in order of precedence (section 2). */
export const CAUSES = ["authority", "cancel", "failure", "success"] as const;

/** One cause. */
export type Cause = (typeof CAUSES)[number];

/** The decisions that can be replaced. */
export interface ReferenceParts {
  /** Whether an epoch belongs to a past placement (INV-AUTH-02). */
  isStale(epoch: number, current: number): boolean;
  /** Whether a lease change is one: epochs only rise (INV-AUTH-03). */
  raisesEpoch(epoch: number, current: number): boolean;
  /** The epoch that an event without one is given at ingress (INV-AUTH-05). */
  enrichedEpoch(current: number): number | undefined;
  /** Rank of a cause among those that meet; lower wins. */
  precedence(cause: Cause): number;
  /** Whether the snapshots allow a turn (T2). */
  allowsSnapshot(state: string): boolean;
  /** Whether the execution profile can be run (CT-006). */
  allowsProfile(profile: string): boolean;
  /** Whether a turn may open while another is not closed (INV-LIFE-08). */
  mayOverlap(): boolean;
  /** Whether a used turn id may open again (INV-LIFE-05). */
  mayReopen(): boolean;
  /** The hash that a plan is given (CT-004). */
  hashPlan(plan: ResolvedTurnPlan): string;
  /** Whether the plan lists the action and it is still to be had in this turn (INV-PLAN-03). */
  mayAdapt(action: string, plan: ResolvedTurnPlan, used: ReadonlySet<string>): boolean;
  /** Whether outputs of a cancelled turn or part are held back (INV-CXL-01, 02). */
  fences(): boolean;
  /** Whether playback that started is told to have been cancelled (INV-CXL-06). */
  flushesPlayback(): boolean;
  /** Whether `close` follows a terminal signal (INV-LIFE-01, 02). */
  closes(): boolean;
  /** The reason of an abort. */
  abortReason(reason: string): string;
  /** Whether evidence names the three cancel markers (INV-CXL-05). */
  marksCancel(): boolean;
  /** Whether evidence is kept (INV-REC-01). */
  keepsEvidence(): boolean;
  /** Whether an accepted output is told (`output_accepted`). */
  tellsOutput(): boolean;
  /** Whether a drain announces the loss of authority in an active turn (T8). */
  announcesDrain(): boolean;
  /** Whether a provider failure is told before it is answered (F3). */
  tellsProviderError(): boolean;
  /** Whether an exhausted budget is told before it is answered (F2). */
  tellsBudget(): boolean;
  /** Whether an artifact at ingress is looked at (CT-001, CT-002). */
  validates(): boolean;
  /** Whether an event id that was seen is taken again (INV-ORD-02). */
  takesTwice(): boolean;
  /** Whether a stopped edge says that it goes on before it does (INV-BUF-04). */
  resumesFirst(): boolean;
  /** Whether what is blocked for too long is shed (INV-BUF-05). */
  shedsBlocked(): boolean;
  /** Whether dropped items are told (INV-BUF-02). */
  tellsDrops(): boolean;
  /** Whether a merged record names what it stands for (INV-BUF-03). */
  keepsLineage(): boolean;
  /** Whether the drop of a synchronised item is told to its domain (INV-SYNC-01). */
  tellsDiscontinuity(): boolean;
  /** How many credits a delivery takes (INV-BUF-04). */
  creditTaken(): number;
  /** Whether a downgrade was told for the turn (INV-REC-03). */
  isDowngradeTold(told: boolean): boolean;
  /** Divergence classes that a replay finds. */
  replayClasses(found: readonly string[]): readonly string[];
}

/** The semantics. */
export const referenceParts: ReferenceParts = {
  isStale: (epoch, current) => epoch < current,
  raisesEpoch: (epoch, current) => epoch > current,
  enrichedEpoch: (current) => current,
  precedence: (cause) => CAUSES.indexOf(cause),
  allowsSnapshot: (state) => state === "fresh",
  allowsProfile: (profile) => profile === "simple",
  mayOverlap: () => false,
  mayReopen: () => false,
  hashPlan: computePlanHash,
  mayAdapt: (action, plan, used) =>
    (plan.allowed_adaptive_actions as readonly string[]).includes(action) && !used.has(action),
  fences: () => true,
  flushesPlayback: () => true,
  closes: () => true,
  abortReason: (reason) => reason,
  marksCancel: () => true,
  keepsEvidence: () => true,
  tellsOutput: () => true,
  announcesDrain: () => true,
  tellsProviderError: () => true,
  tellsBudget: () => true,
  validates: () => true,
  takesTwice: () => false,
  resumesFirst: () => true,
  shedsBlocked: () => true,
  tellsDrops: () => true,
  keepsLineage: () => true,
  tellsDiscontinuity: () => true,
  creditTaken: () => 1,
  isDowngradeTold: (told) => told,
  replayClasses: (found) => found,
};
