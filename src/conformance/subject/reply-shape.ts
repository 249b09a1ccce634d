/**
 * The shape of what a subject says. Whether the artifacts in it are valid is what the checks find out; here it
 * is only about whether the message can be read at all.
 */
import { SUBJECT_CAPABILITIES } from "../../contracts/conformance/capability.ts";
import { SUBJECT_PROTOCOL } from "../../contracts/conformance/subject-message.ts";
import { nearest } from "../../internal/edit-distance.ts";
import { quote } from "../../internal/quote.ts";
import { validate } from "../../validators/validate.ts";

/** What keeps a value from being a reply, such as `expected an array at /events but received nothing`. */
export function replyProblem(value: unknown): string | undefined {
  const result = validate("subject_reply", withoutClaims(value));
  if (result.ok) return undefined;
  const [first] = result.diagnostics;
  if (first === undefined) return "expected a reply";
  const { path, expected = "a reply", received = "something else", hint } = first;
  const where = path === "" ? "" : ` at ${path}`;
  return `expected ${expected}${where} but received ${received}${hint === undefined ? "" : `; ${hint}`}`;
}

/** What keeps a value from being the outcome of stimuli. */
export const outcomeProblem = (value: unknown): string | undefined =>
  replyProblem(typeof value === "object" && value !== null ? { ...value, id: 0, op: "apply" } : value);

/** A hello that can be read, whatever it claims: protocol and capabilities are judged apart, with words of their own. */
function withoutClaims(value: unknown): unknown {
  if (typeof value !== "object" || value === null || !("op" in value) || value.op !== "hello") return value;
  const { protocol, capabilities } = value as { protocol?: unknown; capabilities?: unknown };
  const isList =
    Array.isArray(capabilities) && capabilities.every((one) => typeof one === "string" && one !== "");
  return {
    ...value,
    ...(typeof protocol === "string" && { protocol: SUBJECT_PROTOCOL }),
    ...(isList && { capabilities: [] }),
  };
}

/** How many events a value has that may be an outcome. */
export function countEvents(value: unknown): number {
  const events = typeof value === "object" && value !== null && "events" in value ? value.events : undefined;
  return Array.isArray(events) ? events.length : 0;
}

/** What is wrong with a list of declared capabilities. */
export function capabilityProblem(capabilities: readonly string[]): string | undefined {
  const known: readonly string[] = SUBJECT_CAPABILITIES;
  const stranger = capabilities.find((name) => !known.includes(name));
  if (stranger !== undefined) {
    const meant = nearest(stranger, known);
    const hint = meant === undefined ? "" : `; did you mean "${meant}"`;
    return `expected capabilities out of ${known.join(", ")} but received ${quote(stranger)}${hint}`;
  }
  const twice = capabilities.find((name, index) => capabilities.indexOf(name) !== index);
  return twice && `expected each capability once but received ${quote(twice)} twice`;
}

/** What is wrong with the version of the protocol that the other side speaks: its major has to be ours. */
export function protocolProblem(protocol: string): string | undefined {
  const majorOf = (text: string) => /^(rspp\.subject\.v\d+)(?:\.\d+)*$/.exec(text)?.[1];
  if (majorOf(protocol) === majorOf(SUBJECT_PROTOCOL)) return undefined;
  return `expected protocol "${SUBJECT_PROTOCOL}" but received ${quote(protocol)}`;
}
