/** Reads one line of a node as a reply, by hand: nothing that a node writes is taken on trust. */

import { describeValue } from "../../../internal/describe-value.ts";
import { parseWireText } from "../../../internal/json-text/parse-wire-text.ts";
import { quote } from "../../../internal/quote.ts";
import { BUDGET_OUTCOMES } from "../../node/node-context.ts";
import { type NodeReply, STATE_STORES, type WireEvent } from "./node-message.ts";

/** The reply, or why the line is none. */
export type NodeReplyReading = { readonly reply: NodeReply } | { readonly problem: string };

type Kind = readonly [what: string, holds: (value: unknown) => boolean];
type Members = { readonly [name: string]: Kind };

const EVENT_MEMBERS: { readonly [Name in keyof WireEvent]-?: true } = {
  type: true,
  payload: true,
  envelope: true,
};

const NODE_MEMBERS: { readonly [Name in keyof (NodeReply & { readonly op: "hello" })["node"]]-?: true } = {
  node_id: true,
  version: true,
  execution_scope: true,
  execution_mode: true,
  inputs: true,
  outputs: true,
  streaming: true,
  cancel: true,
  state: true,
  resources: true,
  max_buffered: true,
  merge: true,
};

const isObject = (value: unknown): value is object =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const isCount = (value: unknown) => Number.isSafeInteger(value) && (value as number) >= 0;
const isName = (value: unknown) => typeof value === "string" && value !== "";
const hasOnly = (value: object, members: object) =>
  Object.keys(value).every((name) => Object.hasOwn(members, name));
const isEvent = (value: unknown) =>
  isObject(value) &&
  isName((value as { type?: unknown }).type) &&
  isObject((value as { envelope?: unknown }).envelope) &&
  hasOnly(value, EVENT_MEMBERS);
const isScalar = (value: unknown) => ["string", "number", "boolean"].includes(typeof value);

const COUNT: Kind = ["a whole number >= 0", isCount];
const NAME: Kind = ["a text that is not empty", isName];
const TEXT: Kind = ["a text", (value) => typeof value === "string"];
const OBJECT: Kind = ["an object", isObject];
const NUMBER: Kind = ["a number >= 0", (value) => typeof value === "number" && value >= 0];
const ANY: Kind = ["anything", () => true];
const CAUSE: Kind = ["the number of a call, or an event", (value) => isCount(value) || isEvent(value)];
const FIELDS: Kind = [
  "an object of named texts, numbers and booleans",
  (value) => isObject(value) && Object.entries(value).every(([name, fact]) => name !== "" && isScalar(fact)),
];
const NODE: Kind = [
  "an object with members of a descriptor, among them node_id and version",
  (value) =>
    isObject(value) &&
    ["node_id", "version"].every((name) => isName(Reflect.get(value, name))) &&
    hasOnly(value, NODE_MEMBERS),
];
const oneOf = (names: readonly string[]): Kind => [
  `one of ${names.join(", ")}`,
  (value) => names.includes(value as string),
];

/** The members of each reply besides `op`; those with a question mark may be left out. */
const REPLIES: { readonly [Op in NodeReply["op"]]: Members } = {
  hello: { protocol: NAME, node: NODE },
  output: {
    "call?": COUNT,
    "output?": COUNT,
    "token?": COUNT,
    type: TEXT,
    "payload?": ANY,
    "envelope?": OBJECT,
    "cause?": CAUSE,
  },
  telemetry: { name: TEXT, "fields?": FIELDS },
  wake_me: { timer: COUNT, delay_ms: COUNT },
  forget: { timer: COUNT },
  state: { store: oneOf(STATE_STORES), name: TEXT, "value?": ANY },
  done: { call: COUNT, "outcome?": oneOf(BUDGET_OUTCOMES) },
  refused: { call: COUNT, message: TEXT },
  error: { "call?": COUNT, "name?": NAME, message: TEXT },
  settled: { id: COUNT, "memory_mb?": NUMBER },
};

/** Reads the line. */
export function readNodeReply(
  line: string | Uint8Array,
  limits: { readonly maxLength: number },
): NodeReplyReading {
  const reading = parseWireText(line, limits);
  const problem = reading.ok ? replyProblem(reading.value) : `is not JSON: ${reading.problems[0]?.message}`;
  if (problem === undefined && reading.ok) return { reply: reading.value as NodeReply };
  const text = typeof line === "string" ? line : new TextDecoder().decode(line.subarray(0, 400));
  return { problem: `${problem}; the line is ${quote(text, 80)}` };
}

function replyProblem(value: unknown): string | undefined {
  if (!isObject(value)) return `is no reply: expected an object but received ${describeValue(value)}`;
  const { op, ...given } = value as { readonly op?: unknown; readonly [name: string]: unknown };
  if (typeof op !== "string" || !Object.hasOwn(REPLIES, op))
    return `is no reply: expected an op of ${Object.keys(REPLIES).join(", ")} but received ${describeValue(op)}`;
  const members = REPLIES[op as NodeReply["op"]];
  const known = new Set<string>();
  for (const [key, [expected, holds]] of Object.entries(members)) {
    const name = key.replace("?", "");
    known.add(name);
    const isThere = Object.hasOwn(given, name);
    if (isThere ? holds(given[name]) : key.endsWith("?")) continue;
    return `is no ${op}: expected ${expected} as ${name} but received ${describeValue(given[name])}`;
  }
  const unknown = Object.keys(given).find((name) => !known.has(name));
  if (unknown !== undefined)
    return `is no ${op}: expected ${[...known].join(", ")} but received a member ${quote(unknown)}`;
  if (op === "output" && (given["call"] === undefined) === (given["output"] === undefined))
    return "is no output: expected either call or output";
  return undefined;
}
