/** Assertions about a run, for every test runner: each one throws a NodeAssertionError with what happened around it. */
import type { HookName } from "../harness/node-step.ts";
import type { OutcomeClass } from "../node/node-definition.ts";
import type { NodeRuleId } from "../rules/node-rules.ts";
import type { MarbleOptions } from "../script/marble-legend.ts";
import type { OutputLegend, Transcribed } from "../script/output-marbles.ts";
import type { PayloadMatcher } from "../script/payload-match.ts";
import {
  findContract,
  findHooks,
  findOutcome,
  findSilenceAfterCancel,
  findTelemetry,
  findViolation,
} from "./find-conduct.ts";
import { findMarbles } from "./find-marbles.ts";
import {
  type ExpectedOutput,
  findOutput,
  findOutputs,
  findSilence,
  findWithin,
  type Moment,
} from "./find-outputs.ts";
import { demandFinding } from "./node-assertion-error.ts";

/** How expected marbles are read. */
export interface MarbleExpectation extends MarbleOptions {
  readonly legend: OutputLegend;
}

/** The delivered outputs are exactly these, in this order. */
export function assertOutputs(subject: Transcribed, expected: readonly ExpectedOutput[]): void {
  demandFinding(subject, findOutputs(subject, expected));
}

/** An output of the type was delivered; with `payload` (a value, a function that judges, a matcher) if told. */
export function assertEmitted(
  subject: Transcribed,
  type: string,
  options: { readonly payload?: PayloadMatcher; readonly at_ms?: number; readonly turn_id?: string } = {},
): void {
  demandFinding(subject, findOutput(subject, { type, ...options }));
}

/** Nothing was given, of one type or of all, after `after_ms` or ever. Outputs that came late and were fenced count. */
export function assertSilent(
  subject: Transcribed,
  options: { readonly type?: string; readonly after_ms?: number } = {},
): void {
  demandFinding(subject, findSilence(subject, options));
}

/** After the first cancel, and until the next turn is opened, nothing was given later than `within_ms`; 0 unless told. */
export function assertSilentAfterCancel(
  subject: Transcribed,
  { within_ms = 0 }: { readonly within_ms?: number } = {},
): void {
  demandFinding(subject, findSilenceAfterCancel(subject, within_ms));
}

/**
 * An output was delivered no later than `ms` after a moment: a time, or the last input of a type, or the last step of a
 * kind; the begin of the session unless told.
 */
export function assertEmittedWithin(
  subject: Transcribed,
  expected: ExpectedOutput & { readonly ms: number; readonly after?: Moment },
): void {
  demandFinding(subject, findWithin(subject, expected));
}

/** The last call of a hook ended with the outcome; `process` unless told. */
export function assertEndedWith(
  subject: Transcribed,
  outcome: OutcomeClass,
  { hook = "process" }: { readonly hook?: HookName } = {},
): void {
  demandFinding(subject, findOutcome(subject, { hook, outcome }));
}

/** Exactly these hooks were called, in this order. Hooks that the node does not have are not called. */
export function assertHooks(subject: Transcribed, expected: readonly HookName[]): void {
  demandFinding(subject, findHooks(subject, expected));
}

/** A rule was broken. */
export function assertViolation(subject: Transcribed, rule: NodeRuleId): void {
  demandFinding(subject, findViolation(subject, rule));
}

/** No rule was broken so far, aside from those in `allow`. */
export function assertContractKept(
  subject: Transcribed,
  options: { readonly allow?: readonly NodeRuleId[] } = {},
): void {
  demandFinding(subject, findContract(subject, options));
}

/** A telemetry record of the name was written, with these fields and any others. */
export function assertTelemetry(
  subject: Transcribed,
  name: string,
  { fields = {} }: { readonly fields?: { readonly [name: string]: unknown } } = {},
): void {
  demandFinding(subject, findTelemetry(subject, { name, fields }));
}

/**
 * The outputs come as the marble string says: which ones, when, and in what order within an instant.
 *
 * @example
 * assertMarbles(harness, "--a 250ms b", { legend: { a: { type: "text.delta" }, b: { type: "text.final" } } });
 */
export function assertMarbles(subject: Transcribed, marbles: string, options: MarbleExpectation): void {
  demandFinding(subject, findMarbles(subject, { marbles, ...options }));
}
