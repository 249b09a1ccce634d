/** State of a node, by kind. Values are JSON, copied on the way in and out. */
import { canonicalJson } from "../../../internal/canonical-json.ts";
import { quote } from "../../../internal/quote.ts";
import type { StateHandle, StateStore } from "../../node/node-context.ts";
import type { StateKind } from "../../node/node-descriptor.ts";

/** A value as canonical JSON text, or a copy of it that nobody has asked the text of yet. */
export type StateValue = string | PlainCopy;

/** Values by name. */
export type StateValues = Map<string, StateValue>;

type Plain = number | boolean | null | undefined;
type PlainCopy = { readonly [name: string]: Plain };

/** The canonical JSON text of a value that is kept. */
export const textOfState = (value: StateValue): string =>
  typeof value === "string" ? value : canonicalJson(value);

/** What is kept of a value: nodes write far more often than anybody reads, so the plain ones wait for their text. */
const keptState = (value: unknown): StateValue => plainCopy(value) ?? canonicalJson(value);

/** A copy of an object of plain members only; undefined for all else. */
function plainCopy(value: unknown): PlainCopy | undefined {
  if (typeof value !== "object" || value === null || Object.getPrototypeOf(value) !== Object.prototype)
    return undefined;
  const copy: { readonly [name: string]: unknown } = { ...value };
  for (const name in copy) {
    const member = copy[name];
    const isPlain =
      typeof member === "number"
        ? Number.isFinite(member)
        : member === undefined || member === null || typeof member === "boolean";
    if (!isPlain || name.charCodeAt(0) > 0x7f) return undefined;
  }
  return copy as PlainCopy;
}

/** A store over the values. */
export function stateStore(values: StateValues): StateStore {
  return {
    get: <T>(name: string) => {
      const kept = values.get(name);
      return kept === undefined ? undefined : (JSON.parse(textOfState(kept)) as T);
    },
    set(name, value) {
      if (value === undefined) values.delete(name);
      else values.set(name, keptState(value));
    },
    delete: (name) => void values.delete(name),
  };
}

/** Where the kinds of state of an instance are kept. */
export interface StateSources {
  readonly node_id: string;
  readonly declared: readonly StateKind[];
  readonly turn: StateValues | undefined;
  readonly hot: StateValues;
  readonly durable: StateValues;
  /** Called before a TypeError is thrown for state that is not the node's to use. */
  refused(kind: StateKind): void;
}

/** The state handle of an instance. */
export function stateHandle({ node_id, declared, turn, hot, durable, refused }: StateSources): StateHandle {
  const reach = (kind: StateKind, values: StateValues | undefined): StateStore => {
    if (values !== undefined && declared.includes(kind)) return stateStore(values);
    refused(kind);
    throw new TypeError(
      `Cannot use ${kind} state: expected it in "state" of node ${quote(node_id)} but received ${
        declared.length === 0 ? "no kinds" : declared.join(", ")
      }${kind === "turn_ephemeral" && values === undefined ? "; turn state is not reachable from session scope" : ""}`,
    );
  };
  return {
    get turn() {
      return reach("turn_ephemeral", turn);
    },
    get session_hot() {
      return reach("session_hot", hot);
    },
    get session_durable() {
      return reach("session_durable", durable);
    },
  };
}
