/**
 * Odd inputs: of a type that nobody knows, malformed, repeated, out of order, late. The id of the event tells which
 * it is, so that whoever reads a transcript knows why a node failed.
 */
import fc, { type Arbitrary } from "fast-check";

import type { NodeRuleId } from "../../../authoring/rules/node-rules.ts";
import type { NodeFacts } from "../run/node-facts.ts";
import type { NodeScript } from "../run/node-run.ts";

/** What an event id begins with, and the rule that a failure breaks. */
const ODD_RULES: readonly (readonly [prefix: string, rule: NodeRuleId])[] = [
  ["unknown-", "NODE-ROB-01"],
  ["malformed-", "NODE-ROB-02"],
  ["twice-", "NODE-ROB-03"],
  ["early-", "NODE-ROB-04"],
  ["late-", "NODE-ROB-05"],
];

/** The rule that a node breaks that fails on the event. */
export const oddRuleOf = (event_id: string | undefined): NodeRuleId | undefined =>
  ODD_RULES.find(([prefix]) => event_id?.startsWith(prefix))?.[1];

/** Odd inputs, numbered within the script that they come into. */
export function oddInput({ pools }: NodeFacts): Arbitrary<NodeScript> {
  const good = pools.map(({ type, good: payloads }) =>
    fc.constantFrom(...payloads).map((payload) => ({ kind: "input", type, payload }) as const),
  );
  const number = fc.nat({ max: 99_999 });
  const unknown = fc
    .tuple(fc.constantFrom<unknown[]>(undefined, "text", { a: 1 }), number)
    .map(
      ([payload, at]): NodeScript => [
        { kind: "input", type: "x.unknown", payload, envelope: { event_id: `unknown-${at}` } },
      ],
    );
  const malformed = pools
    .filter((pool) => pool.malformed.length > 0)
    .map(({ type, malformed: payloads }) =>
      fc
        .tuple(fc.constantFrom(...payloads), number)
        .map(
          ([payload, at]): NodeScript => [
            { kind: "input", type, payload, envelope: { event_id: `malformed-${at}` } },
          ],
        ),
    );
  if (good.length === 0) return unknown;
  const any = fc.tuple(fc.oneof(...good), number);
  const twice = any.map(([input, at]): NodeScript => {
    const repeated = { ...input, envelope: { event_id: `twice-${at}` } };
    return [repeated, repeated];
  });
  // The sequence goes back to the beginning of the session, or the time does.
  const early = any.map(
    ([input, at]): NodeScript => [
      input,
      { ...input, envelope: { event_id: `early-${at}`, runtime_sequence: 0, transport_sequence: 0 } },
    ],
  );
  const late = any.map(
    ([input, at]): NodeScript => [
      { ...input, envelope: { event_id: `late-${at}`, runtime_timestamp_ms: 0 } },
    ],
  );
  const ofOldTurn = any.map(
    ([input, at]): NodeScript => [{ ...input, turn_id: "turn-1", envelope: { event_id: `late-${at}` } }],
  );
  return fc.oneof(unknown, ...malformed, twice, early, late, ofOldTurn);
}
