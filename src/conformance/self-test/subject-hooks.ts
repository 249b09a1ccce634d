/** Every hook of a subject, removed: what a runtime looks like that forgot to implement one thing. */
import type { Stimulus } from "../../contracts/conformance/stimulus.ts";
import type { StimulusOutcome } from "../../contracts/conformance/subject-message.ts";
import { answering, hearing, type Mutant } from "../mutants/mutant.ts";

/** A subject without one of its hooks. */
export interface SubjectHook {
  readonly id: string;
  readonly wrap: NonNullable<Mutant["wrap"]>;
}

const KINDS: readonly Stimulus["kind"][] = [
  "open_session",
  "advance",
  "propose_turn",
  "complete_turn",
  "output",
  "cancel",
  "barge_in",
  "cancel_ack",
  "playback",
  "lease",
  "migrate",
  "snapshot",
  "quota",
  "ingress",
  "node_fault",
  "provider_start",
  "provider_fault",
  "edge_offer",
  "edge_take",
  "edge_credit",
  "sync_loss",
  "connection",
  "recorder",
  "judge",
  "replay",
  "operate",
];

const MEMBERS: readonly (keyof StimulusOutcome)[] = [
  "events",
  "evidence",
  "plans",
  "verdict",
  "divergences",
  "report",
];

function without(outcome: StimulusOutcome, member: keyof StimulusOutcome): StimulusOutcome {
  const { [member]: _, ...rest } = outcome;
  return { events: [], ...rest };
}

/** Each stimulus unheard, each member of the answer left out, and no fresh start. */
export const HOOKS: readonly SubjectHook[] = [
  {
    id: "reset",
    wrap: (runtime) => {
      let isStarted = false;
      return {
        ...runtime,
        reset(start) {
          if (!isStarted) runtime.reset(start);
          isStarted = true;
        },
      };
    },
  },
  { id: "apply", wrap: answering(() => ({ events: [] })) },
  ...MEMBERS.map((member) => ({
    id: `answer.${member}`,
    wrap: answering((outcome) => without(outcome, member)),
  })),
  // An acknowledgement of a cancel may be ignored.
  ...KINDS.filter((kind) => kind !== "cancel_ack").map((kind) => ({
    id: `stimulus.${kind}`,
    wrap: hearing((stimulus) => stimulus.kind !== kind),
  })),
];
