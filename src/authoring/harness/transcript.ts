/** The transcript: everything that happened in a harness, in order. The same script and seed give the same bytes. */
import type { EventRecord } from "../../contracts/events/event-record.ts";
import type { OutcomeClass } from "../node/node-definition.ts";
import type { NodeRuleId } from "../rules/node-rules.ts";
import type { HookName, NodeStep } from "./node-step.ts";

/** A step as it was done: `at_ms` is monotonic time since the session began. */
export interface StepEntry {
  readonly at_ms: number;
  readonly entry: "step";
  readonly step: NodeStep;
}

/** A hook that was called, and how the call ended. */
export interface HookEntry {
  readonly at_ms: number;
  readonly entry: "hook";
  readonly hook: HookName;
  readonly turn_id?: string;
  /** `event_id` of what `process` got. */
  readonly event_id?: string;
  /** Absent while the call runs; `took_ms` with it. */
  outcome?: OutcomeClass;
  took_ms?: number;
  /** Message of what was thrown. */
  error?: string;
}

/** What became of an output. */
export type Delivery =
  | "delivered"
  /** The turn was cancelled or over: fenced. */
  | "late"
  /** The node broke a rule with it that makes it worthless. */
  | "refused";

/** An output of the node. */
export interface OutputEntry {
  readonly at_ms: number;
  readonly entry: "output";
  readonly type: string;
  readonly payload: unknown;
  readonly envelope: EventRecord;
  readonly delivery: Delivery;
}

/** Telemetry of the node. */
export interface TelemetryEntry {
  readonly at_ms: number;
  readonly entry: "telemetry";
  readonly name: string;
  readonly fields: { readonly [name: string]: string | number | boolean };
}

/** An input that did not reach the node. */
export interface DroppedEntry {
  readonly at_ms: number;
  readonly entry: "dropped";
  readonly event_id: string;
  readonly reason: "turn_over" | "stopped" | "overload" | "malformed" | "disconnected";
  readonly detail?: string;
}

/** A rule that was broken. */
export interface NodeViolation {
  readonly at_ms: number;
  readonly entry: "violation";
  readonly rule: NodeRuleId;
  readonly message: string;
  readonly expected: string;
  readonly received: string;
  readonly likely_cause?: string;
}

/** One thing that happened. */
export type TranscriptEntry =
  | StepEntry
  | HookEntry
  | OutputEntry
  | TelemetryEntry
  | DroppedEntry
  | NodeViolation;
