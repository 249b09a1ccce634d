/** Any JSON: what stands in objects that the contract leaves free and in fields of a later minor. */
import type { Draws } from "./draws.ts";
import { makeText } from "./scalar-makers.ts";

const SCALARS = [null, true, false, 0, -1, 1.5, 1e21, "", "later", "2026-02-09T22:19:06Z"];

/** Any JSON value of at most `depth` more levels. */
export function makeJson(draws: Draws, depth = 2): unknown {
  const choice = draws.int(0, depth > 0 ? 5 : 3);
  if (choice < 3) return draws.one(SCALARS);
  if (choice === 3) return makeText(draws);
  if (choice === 4) return Array.from({ length: draws.int(0, 2) }, () => makeJson(draws, depth - 1));
  return makeJsonObject(draws, depth - 1);
}

/** Any JSON object. */
export function makeJsonObject(draws: Draws, depth = 2): Record<string, unknown> {
  const object: Record<string, unknown> = {};
  for (let left = draws.int(0, 2); left > 0; left -= 1) object[makeText(draws)] = makeJson(draws, depth);
  return object;
}

/** Names close to declared ones: property names match exactly, so these are unknown too. */
const LATER_NAMES = ["later_field", "x_vendor", "Signal", "sessionId", "turn_id ", "v1_9_hint", "toString"];

/** Adds up to two fields that are not declared. */
export function addLaterFields(
  object: Record<string, unknown>,
  declared: Readonly<Record<string, unknown>>,
  draws: Draws,
): void {
  for (let left = draws.int(0, 2); left > 0; left -= 1) {
    const name = draws.one(LATER_NAMES);
    if (!Object.hasOwn(declared, name)) object[name] = makeJson(draws);
  }
}
