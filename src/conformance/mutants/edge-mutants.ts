/** Broken runtimes for the checks of edges, transport, operation and failure classes. */
import { answering, emitting, hearing, type Mutant, mishearing, withSignal } from "./mutant.ts";

/** Killed by ML-001 to F8. */
export const EDGE_MUTANTS: readonly Mutant[] = [
  {
    id: "silent-drops",
    check: "ML-001",
    code: "drop_not_told",
    about: "What is dropped is not told",
    parts: { tellsDrops: () => false },
  },
  {
    id: "drop-without-edge",
    check: "ML-001",
    code: "drop_not_told",
    about: "A drop is told for another edge",
    wrap: withSignal("drop_notice", (event) => ({ ...event, edge_id: "somewhere" })),
  },
  {
    id: "no-lineage",
    check: "ML-002",
    code: "merge_without_lineage",
    about: "A merged record does not name what it stands for",
    parts: { keepsLineage: () => false },
  },
  {
    id: "lineage-left-out",
    check: "ML-002",
    code: "merge_lineage_incomplete",
    about: "A merged record leaves out what it was merged from last",
    wrap: emitting((event) => {
      const { merged_from_event_ids: ids } = event;
      return Array.isArray(ids) ? { ...event, merged_from_event_ids: ids.slice(0, -1) } : event;
    }),
  },
  {
    id: "unexplained-gap",
    check: "ML-003",
    code: "gap_not_explained",
    about: "Numbers are missing on an edge, and nothing says why",
    parts: { tellsDrops: () => false },
  },
  {
    id: "no-discontinuity",
    check: "ML-004",
    code: "discontinuity_missing",
    about: "The loss of a stream is not told to its domain",
    parts: { tellsDiscontinuity: () => false },
  },
  {
    id: "half-a-group",
    check: "ML-004",
    code: "discontinuity_missing",
    about: "The loss of a stream leaves the rest of its group",
    wrap: hearing(({ kind }) => kind !== "sync_loss"),
  },
  {
    id: "ingress-unchecked",
    check: "LK-001",
    code: "invalid_event_accepted",
    about: "What comes in is not looked at",
    parts: { validates: () => false },
  },
  {
    id: "ingress-twice",
    check: "LK-001",
    code: "duplicate_accepted",
    about: "A duplicate is taken in again",
    parts: { takesTwice: () => true },
  },
  {
    id: "connection-untold",
    check: "LK-001",
    code: "connection_not_told",
    about: "Connection states are not told",
    wrap: hearing(({ kind }) => kind !== "connection"),
  },
  {
    id: "report-of-the-day",
    check: "LK-002",
    code: "not_deterministic",
    about: "A report is not the same for the same state",
    wrap: (runtime) => {
      let count = 0;
      return answering((outcome) => {
        if (outcome.report === undefined) return outcome;
        count += 1;
        return { ...outcome, report: { ...outcome.report, number: count } };
      })(runtime);
    },
  },
  {
    id: "any-configuration",
    check: "LK-002",
    code: "bad_configuration_taken",
    about: "A configuration that is not understood is put up with",
    wrap: answering((outcome) =>
      outcome.report === undefined ? outcome : { ...outcome, report: { ...outcome.report, ok: true } },
    ),
  },
  {
    id: "quota-ignored",
    check: "F1",
    code: "overload_not_told",
    about: "A quota that is exhausted changes nothing",
    wrap: hearing(({ kind }) => kind !== "quota"),
  },
  {
    id: "budget-untold",
    check: "F2",
    code: "node_budget_not_told",
    about: "An exhausted budget is not told",
    parts: { tellsBudget: () => false },
  },
  {
    id: "node-never-times-out",
    check: "F2",
    code: "node_budget_at_wrong_time",
    about: "A node that hangs is never given up",
    wrap: hearing((stimulus) => !(stimulus.kind === "node_fault" && stimulus.fault === "hang")),
  },
  {
    id: "provider-error-untold",
    check: "F3",
    code: "provider_error_not_told",
    about: "A provider failure is not told",
    parts: { tellsProviderError: () => false },
  },
  {
    id: "never-adapts",
    check: "F3",
    code: "provider_failure_not_adapted",
    about: "What the plan allows is not made use of",
    parts: { mayAdapt: () => false },
  },
  {
    id: "adapts-for-ever",
    check: "F3",
    code: "adapted_twice",
    about: "The same action is taken again and again",
    parts: {
      mayAdapt: (action, plan) => (plan.allowed_adaptive_actions as readonly string[]).includes(action),
    },
  },
  {
    id: "resumes-unsaid",
    check: "F4",
    code: "not_resumed",
    about: "Data resumes before flow_xon",
    parts: { resumesFirst: () => false },
  },
  {
    id: "blocked-for-ever",
    check: "F4",
    code: "INV-BUF-05",
    about: "A blocked producer is never let go",
    parts: { shedsBlocked: () => false },
  },
  {
    id: "sync-loss-untold",
    check: "F5",
    code: "discontinuity_missing",
    about: "The loss of a stream goes by without a word",
    wrap: hearing(({ kind }) => kind !== "sync_loss"),
  },
  {
    id: "teardown-ignored",
    check: "F6",
    code: "proposal_without_transport",
    about: "A turn goes on when its transport is torn down",
    wrap: mishearing((stimulus) =>
      stimulus.kind === "connection" ? { ...stimulus, teardown: false } : stimulus,
    ),
  },
  {
    id: "transport-reason",
    check: "F6",
    code: "turn_not_torn_down",
    about: "A teardown gives a reason of its own",
    parts: { abortReason: (reason) => (reason.startsWith("transport") ? "disconnected" : reason) },
  },
  {
    id: "revoke-ignored",
    check: "F7",
    code: "conflict_before_turn",
    about: "A revoke changes nothing",
    wrap: hearing((stimulus) => !(stimulus.kind === "lease" && stimulus.change === "revoke")),
  },
  {
    id: "migration-ignored",
    check: "F8",
    code: "migration_not_told",
    about: "A migration changes nothing",
    wrap: hearing(({ kind }) => kind !== "migrate"),
  },
  {
    id: "migration-unfinished",
    check: "F8",
    code: "migration_not_told",
    about: "A migration has no end",
    wrap: withSignal("migration_finish", () => undefined),
  },
];
