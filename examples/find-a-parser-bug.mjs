/**
 * Finds the rule that a parser of yours forgot: near misses break exactly one rule each, so whatever the
 * parser accepts among them names the rule that it does not know.
 */
import assert from "node:assert/strict";
import { SIGNAL_RULES } from "@rspp/contracts/v1";

import { controlSignalArbitrary, nearMissArbitrary } from "@rspp/contracts/v1/arbitraries";
import { isControlSignal } from "@rspp/contracts/v1/validate";
import fc from "fast-check";

/** Knows everything but who may emit what. */
function forgetfulParser(value) {
  const rule = SIGNAL_RULES[value?.signal];
  return isControlSignal(rule ? { ...value, emitted_by: rule.emitters[0] } : value);
}

fc.assert(fc.property(controlSignalArbitrary(), forgetfulParser), { seed: 1 });

const forgotten = new Set();
for (const { rule, value } of fc.sample(nearMissArbitrary("control_signal"), { numRuns: 2000, seed: 1 })) {
  if (forgetfulParser(value)) forgotten.add(rule);
}
console.log("The parser forgets", [...forgotten]);
assert.deepEqual([...forgotten], ["SIG-03"]);
