/**
 * The shape of what a subject says. Whether the artifacts in it are valid is what the checks find out; here it
 * is only about whether the message can be read at all.
 */
import { SUBJECT_CAPABILITIES } from "../../contracts/conformance/capability.ts";
import type { JsonObject } from "../../contracts/conformance/stimulus.ts";
import {
  type StimulusOutcome,
  SUBJECT_PROTOCOL,
  type SubjectReply,
} from "../../contracts/conformance/subject-message.ts";
import { describeValue } from "../../internal/describe-value.ts";
import { nearest } from "../../internal/edit-distance.ts";
import {
  BOOLEAN,
  INTEGER,
  type InputShape,
  listOf,
  objectOf,
  objectWith,
  oneOf,
  optional,
  TEXT,
} from "../../internal/input-shape.ts";
import { quote } from "../../internal/quote.ts";

type ReplyOf<Op extends SubjectReply["op"]> = Extract<SubjectReply, { op: Op }>;

const ANY_OBJECT = objectWith<JsonObject>({});
const ANY_TEXT: InputShape<string> = (received) =>
  typeof received === "string" ? undefined : { path: "", expected: "a string", received };

const outcome = {
  events: listOf(ANY_OBJECT),
  evidence: optional(listOf(ANY_OBJECT)),
  plans: optional(listOf(ANY_OBJECT)),
  verdict: optional(
    objectOf<NonNullable<StimulusOutcome["verdict"]>>({ accepted: BOOLEAN, reason: optional(ANY_TEXT) }),
  ),
  divergences: optional(listOf(ANY_OBJECT)),
  report: optional(ANY_OBJECT),
};

const OUTCOME = objectOf<StimulusOutcome>(outcome);

const REPLIES: { readonly [Op in SubjectReply["op"]]: InputShape<ReplyOf<Op>> } = {
  hello: objectOf<Omit<ReplyOf<"hello">, "capabilities"> & { capabilities: readonly string[] }>({
    id: INTEGER,
    op: oneOf(["hello"]),
    protocol: TEXT,
    name: TEXT,
    version: TEXT,
    language: optional(TEXT),
    capabilities: listOf(TEXT),
  }) as unknown as InputShape<ReplyOf<"hello">>,
  reset: objectOf<ReplyOf<"reset">>({ id: INTEGER, op: oneOf(["reset"]) }),
  apply: objectOf<ReplyOf<"apply">>({ id: INTEGER, op: oneOf(["apply"]), ...outcome }),
  bye: objectOf<ReplyOf<"bye">>({ id: INTEGER, op: oneOf(["bye"]) }),
  error: objectOf<ReplyOf<"error">>({
    id: INTEGER,
    op: oneOf(["error"]),
    error: objectOf<ReplyOf<"error">["error"]>({
      code: oneOf(["unsupported", "bad_request", "internal"]),
      message: ANY_TEXT,
    }),
  }),
};

const HEAD = objectWith<{ op: SubjectReply["op"] }>({
  op: oneOf(Object.keys(REPLIES) as SubjectReply["op"][]),
});

/** What keeps a value from being a reply, such as `expected an array at .events but received nothing`. */
export function replyProblem(value: unknown): string | undefined {
  return inWords(HEAD, value) ?? inWords(REPLIES[(value as SubjectReply).op] as InputShape<unknown>, value);
}

/** What keeps a value from being the outcome of stimuli. */
export const outcomeProblem = (value: unknown): string | undefined => inWords(OUTCOME, value);

/** How many events a value has that may be an outcome. */
export function countEvents(value: unknown): number {
  const events = typeof value === "object" && value !== null && "events" in value ? value.events : undefined;
  return Array.isArray(events) ? events.length : 0;
}

function inWords(shape: InputShape<unknown>, value: unknown): string | undefined {
  const misfit = shape(value);
  if (misfit === undefined) return undefined;
  const { path, expected, received } = misfit;
  return `expected ${expected}${path === "" ? "" : ` at ${path}`} but received ${describeValue(received)}`;
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
