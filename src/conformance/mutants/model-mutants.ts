/** Broken runtimes for the checks that compare random lives with the model. */
import { answering, hearing, type Mutant, withSignal } from "./mutant.ts";

/** Killed by MB-001 to MB-006. */
export const MODEL_MUTANTS: readonly Mutant[] = [
  {
    id: "turns-overlap",
    check: "MB-001",
    code: "missing_refusal",
    about: "A turn opens while another one is active",
    parts: { mayOverlap: () => true },
  },
  {
    id: "turn-id-reused",
    check: "MB-001",
    code: "missing_refusal",
    about: "A closed turn opens again",
    parts: { mayReopen: () => true },
  },
  {
    id: "complete-is-forgotten",
    check: "MB-001",
    code: "missing_commit",
    about: "A turn that is complete does not end",
    wrap: hearing(({ kind }) => kind !== "complete_turn"),
  },
  {
    id: "node-cancel-ends-turn",
    check: "MB-002",
    code: "missing_cancel",
    about: "A cancel of one node is taken for a cancel of the turn, and told as nothing at all",
    wrap: hearing((stimulus) => !(stimulus.kind === "cancel" && stimulus.scope === "node")),
  },
  {
    id: "barge-in-is-ignored",
    check: "MB-002",
    code: "missing_barge_in",
    about: "The assistant goes on when the user talks over it",
    wrap: hearing(({ kind }) => kind !== "barge_in"),
  },
  {
    id: "old-epoch-accepted",
    check: "MB-003",
    code: "missing_stale_epoch_reject",
    about: "An epoch below the current one is good enough",
    parts: { isStale: () => false },
  },
  {
    id: "lease-goes-back",
    check: "MB-003",
    code: "unexpected_lease_rotated",
    about: "A lease of a lower epoch is taken",
    parts: { raisesEpoch: () => true },
  },
  {
    id: "adapts-without-leave",
    check: "MB-004",
    code: "missing_abort",
    about: "Adaptive actions are taken that the plan does not list",
    parts: { mayAdapt: (action, _plan, used) => !used.has(action) },
  },
  {
    id: "downgrade-told-twice",
    check: "MB-004",
    code: "unexpected_recording_level_downgraded",
    about: "A loss of fidelity is told more than once a turn",
    parts: { isDowngradeTold: () => false },
  },
  {
    id: "credit-is-free",
    check: "MB-005",
    code: "missing_watermark",
    about: "A delivery takes no credit, so that what should wait goes out",
    parts: { creditTaken: () => 0 },
  },
  {
    id: "blocked-forever",
    check: "MB-005",
    code: "missing_shed",
    about: "A blocked producer is never let go",
    parts: { shedsBlocked: () => false },
  },
  {
    id: "cancel-beats-authority",
    check: "MB-006",
    code: "unexpected_cancel",
    about: "A cancel that meets a loss of authority wins",
    parts: { precedence: (cause) => ["cancel", "authority", "failure", "success"].indexOf(cause) },
  },
  {
    id: "close-is-late",
    check: "MB-006",
    code: "missing_close",
    about: "A close is told with the next answer only",
    wrap: (runtime) => {
      let held: readonly { readonly [name: string]: unknown }[] = [];
      const late = answering((outcome) => {
        const events = [...held, ...outcome.events.filter(({ signal }) => signal !== "close")];
        held = outcome.events.filter(({ signal }) => signal === "close");
        return { ...outcome, events };
      })(runtime);
      return {
        ...late,
        reset(start) {
          held = [];
          late.reset(start);
        },
      };
    },
  },
  {
    id: "reason-changes",
    check: "MB-006",
    code: "missing_abort",
    about: "A turn that is aborted gives another reason",
    wrap: withSignal("abort", (event) => ({ ...event, reason: "unknown" })),
  },
];
