/** The verbs of turn scripts: what each is followed by, and the stimulus that it stands for. */
import type { Stimulus } from "../../contracts/conformance/stimulus.ts";
import { defined } from "../../internal/defined.ts";
import { oneWord, SHAPES, type ValueShapes } from "./script-shape.ts";
import type { ScriptValue } from "./turn-script.ts";
import { userEvent } from "./user-event.ts";

/** Values by name, as far as they were given. */
export type Given = { readonly [name: string]: ScriptValue | undefined };

/** What a statement knows besides its own values. */
export interface StatementPlace {
  readonly session_id: string;
  readonly at_ms: number;
  /** Tells its place in the script apart from others. */
  readonly line: string;
}

/** One verb. */
export interface ScriptVerb {
  readonly about: string;
  /** What follows, in order; all of them are needed. */
  readonly operands: ValueShapes;
  /** `name=value` after the operands; none of them is needed. */
  readonly options: ValueShapes;
  stimulus(given: Given, place: StatementPlace): Stimulus | undefined;
}

const { turn, node, invocation, edge, sync, text, epoch, items, amount, outcome, lane, yes, event } = SHAPES;

type Names = { readonly [member: string]: string | undefined };

/** A verb whose values are members of its stimulus; `names` says under which names, where they differ. */
function verb(
  about: string,
  kind: Stimulus["kind"],
  shapes: { readonly operands?: ValueShapes; readonly options?: ValueShapes; readonly also?: object },
): ScriptVerb {
  const { operands = {}, options = {}, also = {} } = shapes;
  return {
    about,
    operands,
    options,
    stimulus: (given, { session_id }) =>
      ({ kind, session_id, ...also, ...defined(renamed(given)) }) as unknown as Stimulus,
  };
}

const MEMBERS: Names = {
  turn: "turn_id",
  node: "node_id",
  invocation: "provider_invocation_id",
  edge: "edge_id",
  sync: "sync_id",
  epoch: "authority_epoch",
};

function renamed(given: Given): { [member: string]: unknown } {
  return Object.fromEntries(Object.entries(given).map(([name, value]) => [MEMBERS[name] ?? name, value]));
}

const FAULTS = oneWord("fault", "timeout", "rate_limit", "disconnect");
const STATES = oneWord("state", "fresh", "stale", "missing", "partial", "incompatible");
const SOURCES = oneWord("source", "file", "env", "http");
const POINTS = oneWord("point", "session", "edge_enqueue", "edge_dequeue", "node_dispatch");
const CONNECTION = oneWord(
  "connection state",
  "connected",
  "reconnecting",
  "disconnected",
  "ended",
  "silence",
  "stall",
);

/** The verbs by name, in the order in which help lists them. */
export const SCRIPT_VERBS: { readonly [name: string]: ScriptVerb } = {
  audio: {
    about: "User audio comes in, before a turn or in one",
    operands: {},
    options: { turn },
    stimulus: (given, place) => userEvent(given, { ...place, payload_class: "audio_raw" }),
  },
  propose: verb("The user begins a turn", "propose_turn", { operands: { turn }, options: { epoch } }),
  output: verb("A node or provider gives assistant output", "output", {
    operands: { turn, text },
    options: { node, invocation, epoch },
  }),
  playback: verb("The transport reports playback", "playback", {
    operands: { turn, phase: oneWord("phase", "started", "completed") },
  }),
  complete: verb("All work of the turn is done", "complete_turn", { operands: { turn } }),
  barge_in: verb("The user talks over the assistant", "barge_in", { operands: { turn } }),
  cancel: {
    about: "Somebody cancels the turn, or a node or invocation of it",
    operands: { turn },
    options: { node, invocation },
    stimulus: (given, { session_id }) => {
      const part = given["node"] !== undefined ? "node" : "provider_invocation";
      const scope = (given["node"] ?? given["invocation"]) ? part : "turn";
      return { kind: "cancel", session_id, scope, ...defined(renamed(given)) } as unknown as Stimulus;
    },
  },
  cancel_session: verb("Somebody cancels the session", "cancel", { also: { scope: "session" } }),
  cancel_ack: verb("The provider confirms that it stopped", "cancel_ack", { operands: { turn } }),
  event: {
    about: "An event record arrives at ingress",
    operands: {},
    options: { turn, epoch, id: event },
    stimulus: (given, place) => userEvent(given, { ...place, payload_class: "text_raw" }),
  },
  rotate: verb("The lease rotates", "lease", { operands: { epoch }, also: { change: "rotate" } }),
  grant: verb("A lease is granted", "lease", { operands: { epoch }, also: { change: "issue" } }),
  revoke: verb("The lease is revoked", "lease", { also: { change: "revoke" } }),
  migrate: verb("The session moves to another placement", "migrate", { operands: { epoch } }),
  snapshot: verb("The turn-start snapshots are in a state", "snapshot", {
    operands: { state: STATES },
    options: { on_failure: outcome, source: SOURCES },
    also: { on_failure: "reject", source: "file" },
  }),
  quota: {
    about: "A quota is used up, or free again",
    operands: { at: POINTS, state: oneWord("state", "exhausted", "free") },
    options: { outcome },
    stimulus: ({ state, ...given }, { session_id }) =>
      ({
        kind: "quota",
        session_id,
        exhausted: state === "exhausted",
        ...defined(given),
      }) as unknown as Stimulus,
  },
  node_fault: verb("A node fails", "node_fault", {
    operands: { turn, node, fault: oneWord("fault", "hang", "throw") },
  }),
  provider_start: verb("A provider begins to work", "provider_start", {
    operands: { turn, invocation, modality: oneWord("modality", "stt", "llm", "tts") },
  }),
  provider_fault: verb("A provider fails", "provider_fault", {
    operands: { turn, invocation, fault: FAULTS },
  }),
  offer: verb("A node offers items to an edge", "edge_offer", {
    operands: { turn, edge, items },
    options: { lane, sync },
    also: { lane: "DataLane" },
  }),
  take: verb("The consumer of an edge takes items, only on demand from then on", "edge_take", {
    operands: { edge, items },
  }),
  credit: verb("The consumer of an edge gives credit", "edge_credit", {
    operands: { edge, amount },
    options: { lane },
    also: { lane: "DataLane" },
  }),
  sync_loss: verb("One stream of a sync group is lost", "sync_loss", { operands: { turn, edge, sync } }),
  connection: {
    about: "The transport changes its state",
    operands: { state: CONNECTION },
    options: { teardown: yes },
    stimulus: ({ state, teardown }, { session_id }) =>
      ({
        kind: "connection",
        session_id,
        state,
        ...(teardown !== undefined && { teardown: teardown === "yes" }),
      }) as Stimulus,
  },
  recorder: verb("The recorder is in a state", "recorder", {
    operands: { state: oneWord("state", "ok", "pressure", "unavailable") },
  }),
  wait: { about: "Nothing but time", operands: {}, options: {}, stimulus: () => undefined },
};
