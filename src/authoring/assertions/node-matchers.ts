/** The assertions as matchers, for `expect.extend(nodeMatchers)` of vitest and jest. It depends on neither. */
import { describeValue } from "../../internal/describe-value.ts";
import type { HookName } from "../harness/node-step.ts";
import type { OutcomeClass } from "../node/node-definition.ts";
import type { NodeRuleId } from "../rules/node-rules.ts";
import type { MarbleOptions } from "../script/marble-legend.ts";
import type { OutputLegend, Transcribed } from "../script/output-marbles.ts";
import type { PayloadMatcher } from "../script/payload-match.ts";
import { findContract, findHooks, findOutcome, findTelemetry, findViolation } from "./find-conduct.ts";
import { findMarbles } from "./find-marbles.ts";
import { type ExpectedOutput, findOutput, findOutputs, findSilence } from "./find-outputs.ts";
import { type Finding, findingText } from "./finding.ts";

/**
 * The matchers as `expect` has them. Declare them once to the test runner that is in use:
 *
 * @example
 * declare module "vitest" {
 *   interface Matchers<T> extends NodeMatchers<T> {}
 * }
 */
export interface NodeMatchers<R = unknown> {
  /** An output of the type was delivered, with the payload if told. */
  toHaveEmitted(type: string, payload?: PayloadMatcher): R;
  /** The delivered outputs are exactly these, in this order. */
  toHaveOutputs(expected: readonly ExpectedOutput[]): R;
  /** Nothing was given later than `ms`. */
  toBeSilentAfter(ms: number): R;
  /** The last call of a hook ended with the outcome; `process` unless told. */
  toHaveEndedWith(outcome: OutcomeClass, hook?: HookName): R;
  /** Exactly these hooks were called, in this order. */
  toHaveCalledHooks(expected: readonly HookName[]): R;
  /** No rule was broken so far. */
  toKeepTheContract(options?: { readonly allow?: readonly NodeRuleId[] }): R;
  /** A rule was broken. */
  toHaveBroken(rule: NodeRuleId): R;
  /** A telemetry record of the name was written, with these fields and any others. */
  toHaveRecorded(name: string, fields?: { readonly [name: string]: unknown }): R;
  /** The outputs come as the marble string says. */
  toMatchMarbles(marbles: string, legend: OutputLegend, options?: MarbleOptions): R;
}

/** What a matcher tells the test runner. */
export interface MatcherVerdict {
  readonly pass: boolean;
  message(): string;
  readonly expected: string;
  readonly actual: string;
}

/** A matcher as test runners call it: with what stands in `expect(...)`, then its own arguments. */
export type NodeMatcher<Arguments extends readonly unknown[]> = (
  received: unknown,
  ...args: Arguments
) => MatcherVerdict;

function matcher<Arguments extends readonly unknown[]>(
  find: (subject: Transcribed, ...args: Arguments) => Finding,
): NodeMatcher<Arguments> {
  return (received, ...args) => {
    const subject = demandSubject(received);
    const finding = find(subject, ...args);
    return {
      pass: finding.holds,
      message: () => findingText(subject, finding, { isNegated: finding.holds }),
      expected: finding.expected,
      actual: finding.received,
    };
  };
}

function demandSubject(received: unknown): Transcribed {
  const isObject = typeof received === "object" && received !== null;
  if (isObject && Array.isArray((received as Partial<Transcribed>).transcript))
    return received as Transcribed;
  throw new TypeError(
    `Cannot match a run: expected a harness, or an object with its transcript, but received ${describeValue(received)}`,
  );
}

/** The matchers, by name. */
export const nodeMatchers = {
  toHaveEmitted: matcher((subject, type: string, ...payload: readonly PayloadMatcher[]) =>
    findOutput(subject, payload.length === 0 ? { type } : { type, payload: payload[0] }),
  ),
  toHaveOutputs: matcher(findOutputs),
  toBeSilentAfter: matcher((subject, ms: number) => findSilence(subject, { after_ms: ms })),
  toHaveEndedWith: matcher((subject, outcome: OutcomeClass, hook: HookName = "process") =>
    findOutcome(subject, { hook, outcome }),
  ),
  toHaveCalledHooks: matcher(findHooks),
  toKeepTheContract: matcher((subject, options: { readonly allow?: readonly NodeRuleId[] } = {}) =>
    findContract(subject, options),
  ),
  toHaveBroken: matcher(findViolation),
  toHaveRecorded: matcher((subject, name: string, fields: { readonly [name: string]: unknown } = {}) =>
    findTelemetry(subject, { name, fields }),
  ),
  toMatchMarbles: matcher((subject, marbles: string, legend: OutputLegend, options: MarbleOptions = {}) =>
    findMarbles(subject, { marbles, legend, ...options }),
  ),
};
