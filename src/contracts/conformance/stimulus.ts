/**
 * A stimulus: one thing that the world does to a runtime under test. The kit plays the whole world (user,
 * transport, providers, consumers, control plane, recorder, clock); the runtime answers with events.
 */
import type { Lane } from "../events/lane.ts";
import type { ReplayMode } from "../spec/replay-mode.ts";
import type { ResolvedTurnPlan } from "../turn/resolved-turn-plan.ts";

/** Any JSON object, valid as an artifact or not. */
export type JsonObject = { readonly [name: string]: unknown };

interface InSession {
  readonly session_id: string;
}

interface InTurn extends InSession {
  readonly turn_id: string;
}

/** Opens a session. Capability `turns`. */
export interface OpenSession extends InSession {
  readonly kind: "open_session";
  readonly pipeline_version: string;
  readonly authority_epoch: number;
  /** What turns of the session resolve to; a turn's own plan has its turn_id, epoch and hash. */
  readonly plan: ResolvedTurnPlan;
}

/** Lets time pass. The runtime does what falls due, in order of due time. */
export interface Advance {
  readonly kind: "advance";
  readonly ms: number;
}

/** The user begins a turn. Capability `turns`. */
export interface ProposeTurn extends InTurn {
  readonly kind: "propose_turn";
  /** Epoch that the proposer believes in; the session's current one unless told. */
  readonly authority_epoch?: number;
}

/** All work of the turn is done. Capability `turns`. */
export interface CompleteTurn extends InTurn {
  readonly kind: "complete_turn";
}

/** A provider or node gives assistant output. Capability `turns`. */
export interface Output extends InTurn {
  readonly kind: "output";
  readonly text: string;
  /** The provider's id of the invocation that it belongs to. */
  readonly provider_invocation_id?: string;
  readonly node_id?: string;
  /** Epoch of the placement that produced it; the current one unless told. */
  readonly authority_epoch?: number;
}

/** Somebody cancels. Capability `cancel`. */
export interface Cancel extends InSession {
  readonly kind: "cancel";
  readonly scope: "session" | "turn" | "node" | "provider_invocation";
  readonly turn_id?: string;
  readonly node_id?: string;
  readonly provider_invocation_id?: string;
}

/** The user talks over the assistant. Capability `cancel`. */
export interface BargeIn extends InTurn {
  readonly kind: "barge_in";
}

/** The provider confirms that it stopped. Capability `cancel`. */
export interface CancelAck extends InTurn {
  readonly kind: "cancel_ack";
}

/** The transport reports playback of the assistant's audio. Capability `playback`. */
export interface Playback extends InTurn {
  readonly kind: "playback";
  readonly phase: "started" | "completed";
}

/** The control plane changes the lease. Capability `authority`. */
export interface Lease extends InSession {
  readonly kind: "lease";
  readonly change: "rotate" | "revoke" | "issue";
  /** The new epoch; with `rotate` and `issue`. */
  readonly authority_epoch?: number;
}

/** The session moves to another placement under a new epoch. Capability `migration`. */
export interface Migrate extends InSession {
  readonly kind: "migrate";
  readonly authority_epoch: number;
}

/** The turn-start snapshots are in a state. Capability `admission`. */
export interface Snapshot extends InSession {
  readonly kind: "snapshot";
  readonly state: "fresh" | "stale" | "missing" | "partial" | "incompatible";
  readonly source: "file" | "env" | "http";
  readonly on_failure: "defer" | "reject";
}

/** A quota is used up, or free again. Capability `admission`. */
export interface Quota extends InSession {
  readonly kind: "quota";
  readonly at: "session" | "edge_enqueue" | "edge_dequeue" | "node_dispatch";
  readonly exhausted: boolean;
  /** What the policy says to a proposal when the session quota is used up. */
  readonly outcome?: "reject" | "defer";
}

/** Something arrives at ingress, valid or not. Capability `ingress`. */
export interface Ingress extends InSession {
  readonly kind: "ingress";
  readonly event: JsonObject;
}

/** A node fails. Capability `budgets`. */
export interface NodeFault extends InTurn {
  readonly kind: "node_fault";
  readonly node_id: string;
  readonly fault: "throw" | "hang";
}

/** A provider begins to work. Capability `providers`. */
export interface ProviderStart extends InTurn {
  readonly kind: "provider_start";
  readonly provider_invocation_id: string;
  readonly modality: "stt" | "llm" | "tts";
}

/** A provider fails. Capability `providers`. */
export interface ProviderFault extends InTurn {
  readonly kind: "provider_fault";
  readonly provider_invocation_id: string;
  readonly fault: "timeout" | "rate_limit" | "disconnect";
}

/** Items are offered to an edge. Capability `edges`. */
export interface EdgeOffer extends InTurn {
  readonly kind: "edge_offer";
  readonly edge_id: string;
  readonly lane: Exclude<Lane, "ControlLane">;
  readonly items: number;
  readonly sync_id?: string;
}

/** The consumer of an edge takes items. Capability `edges`. */
export interface EdgeTake extends InSession {
  readonly kind: "edge_take";
  readonly edge_id: string;
  readonly items: number;
}

/** The consumer of an edge gives credit. Capability `edges`. */
export interface EdgeCredit extends InSession {
  readonly kind: "edge_credit";
  readonly edge_id: string;
  readonly lane: Exclude<Lane, "ControlLane">;
  readonly amount: number;
}

/** One stream of a sync group is lost. Capability `sync`. */
export interface SyncLoss extends InTurn {
  readonly kind: "sync_loss";
  readonly edge_id: string;
  readonly sync_id: string;
}

/** The transport changes its state. Capability `connection`. */
export interface Connection extends InSession {
  readonly kind: "connection";
  readonly state: "connected" | "reconnecting" | "disconnected" | "ended" | "silence" | "stall";
  /** Whether the session cannot go on. */
  readonly teardown?: boolean;
}

/** The recorder is in a state. Capability `recording`. */
export interface Recorder extends InSession {
  readonly kind: "recorder";
  readonly state: "ok" | "pressure" | "unavailable";
}

/** Asks for a verdict on an artifact. Capability `validation`. */
export interface Judge {
  readonly kind: "judge";
  readonly contract: string;
  readonly artifact: unknown;
}

/** Asks to replay what was recorded since the run began. Capability `replay`. */
export interface Replay extends InSession {
  readonly kind: "replay";
  readonly mode: ReplayMode;
  /** How far recomputed times may differ, in ms. */
  readonly timing_tolerance_ms: number;
  /** The plan that the candidate runs by instead of the recorded one. */
  readonly candidate_plan?: ResolvedTurnPlan;
  /** How much later than recorded every recomputed step is, in ms. */
  readonly delay_ms?: number;
}

/** An operator runs a command. Capability `operator`. */
export interface Operate {
  readonly kind: "operate";
  readonly command: "status" | "drain" | "bootstrap";
  readonly configuration: JsonObject;
}

/** One thing that the world does to a runtime. */
export type Stimulus =
  | OpenSession
  | Advance
  | ProposeTurn
  | CompleteTurn
  | Output
  | Cancel
  | BargeIn
  | CancelAck
  | Playback
  | Lease
  | Migrate
  | Snapshot
  | Quota
  | Ingress
  | NodeFault
  | ProviderStart
  | ProviderFault
  | EdgeOffer
  | EdgeTake
  | EdgeCredit
  | SyncLoss
  | Connection
  | Recorder
  | Judge
  | Replay
  | Operate;

/** What a stimulus is called. */
export type StimulusKind = Stimulus["kind"];
