/** State of a node, by kind. Values are JSON, copied on the way in and out. */
import { canonicalJson } from "../../../internal/canonical-json.ts";
import { quote } from "../../../internal/quote.ts";
import type { StateHandle, StateStore } from "../../node/node-context.ts";
import type { StateKind } from "../../node/node-descriptor.ts";

/** Values by name, as canonical JSON text. */
export type StateValues = Map<string, string>;

/** A store over the values. */
export function stateStore(values: StateValues): StateStore {
  return {
    get: <T>(name: string) => {
      const text = values.get(name);
      return text === undefined ? undefined : (JSON.parse(text) as T);
    },
    set(name, value) {
      if (value === undefined) values.delete(name);
      else values.set(name, canonicalJson(value));
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
