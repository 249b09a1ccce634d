/** The shapes of what stands in script files: head, steps, outputs. Unknown members are refused. */

import { describeValue } from "../../internal/describe-value.ts";
import { nearest } from "../../internal/edit-distance.ts";
import {
  INTEGER,
  type InputShape,
  integerFrom,
  listOf,
  type Misfit,
  objectOf,
  oneOf,
  optional,
  TEXT,
} from "../../internal/input-shape.ts";
import { FAULTY_HOOKS, NODE_FAULTS, NODE_STEP_KINDS, type NodeStep } from "../harness/node-step.ts";
import { BUDGET_OUTCOMES } from "../node/node-context.ts";
import { STATE_KINDS } from "../node/node-descriptor.ts";
import { NODE_SCRIPT_VERSION } from "./node-script.ts";

const ANY: InputShape<unknown> = () => undefined;
const OBJECT: InputShape<object> = (received) =>
  typeof received === "object" && received !== null && !Array.isArray(received)
    ? undefined
    : { path: "", expected: "an object", received };
const TURN_ID: InputShape<string | null> = (value) => (value === null ? undefined : TEXT(value));
const OFFSET = integerFrom(-Number.MAX_SAFE_INTEGER);
const MAYBE_TEXT = optional(TEXT);

const MEMBERS: { readonly [K in NodeStep["kind"]]: { readonly [name: string]: InputShape<unknown> } } = {
  input: { type: TEXT, payload: ANY, turn_id: optional(TURN_ID), envelope: optional(OBJECT) },
  advance: { ms: INTEGER },
  open_turn: { turn_id: MAYBE_TEXT },
  commit_turn: { turn_id: MAYBE_TEXT },
  abort_turn: { turn_id: MAYBE_TEXT, reason: MAYBE_TEXT },
  cancel: {
    scope: optional(oneOf(["session", "turn", "node", "provider_invocation"])),
    turn_id: MAYBE_TEXT,
    reason: MAYBE_TEXT,
  },
  barge_in: {},
  exhaust_budget: { outcome: optional(oneOf(BUDGET_OUTCOMES)) },
  rotate_lease: {},
  pause_output: { type: MAYBE_TEXT },
  resume_output: { type: MAYBE_TEXT },
  grant_credit: { amount: INTEGER, type: MAYBE_TEXT },
  skew_clock: { ms: OFFSET },
  disconnect: {},
  reconnect: {},
  migrate: { lose: optional(listOf(oneOf(STATE_KINDS))) },
  inject_fault: { hook: oneOf(FAULTY_HOOKS), fault: oneOf(NODE_FAULTS) },
};

const KIND = oneOf(NODE_STEP_KINDS);

/** A step. */
export const STEP: InputShape<NodeStep> = (value) => {
  const misfit = OBJECT(value);
  if (misfit !== undefined) return { ...misfit, expected: "a step" };
  const { kind } = value as { readonly kind?: unknown };
  const unknown = KIND(kind);
  if (unknown !== undefined) {
    const near = typeof kind === "string" ? nearest(kind, NODE_STEP_KINDS) : undefined;
    const hint = near === undefined ? "" : ` (did you mean "${near}"?)`;
    return {
      path: kind === undefined ? "" : ".kind",
      expected: `kind as ${unknown.expected}${hint}`,
      received: kind,
    };
  }
  return objectOf<object>({ kind: KIND, ...MEMBERS[kind as NodeStep["kind"]] })(value);
};

/** A recorded output. */
export const OUTPUT: InputShape<object> = objectOf<object>({
  entry: oneOf(["output"]),
  at_ms: INTEGER,
  type: TEXT,
  payload: ANY,
  envelope: OBJECT,
  delivery: oneOf(["delivered", "late", "refused"]),
});

const HEAD_MEMBERS = {
  schema_version: oneOf([NODE_SCRIPT_VERSION]),
  node_id: MAYBE_TEXT,
  seed: optional(integerFrom(0, 0xffffffff)),
  session_id: MAYBE_TEXT,
  wall_start_ms: optional(INTEGER),
  config: ANY,
};

/** The first line of a script. */
export const HEAD: InputShape<object> = objectOf<object>(HEAD_MEMBERS);

/** A script in one JSON text; its steps and outputs are looked at one by one. */
export const WHOLE: InputShape<object> = objectOf<object>({
  ...HEAD_MEMBERS,
  steps: listOf(ANY),
  outputs: optional(listOf(ANY)),
});

/** A misfit in words. */
export const misfitText = (what: string, { expected, received, path }: Misfit): string =>
  `Cannot read the ${what}: expected ${expected}${path === "" ? "" : ` at ${path.slice(1)}`} but received ${describeValue(received)}`;

/** The JSON Pointer of the path of a misfit. */
export const pointerOf = (path: string): string => path.replaceAll(/[.[]([^.[\]]*)\]?/g, "/$1");
