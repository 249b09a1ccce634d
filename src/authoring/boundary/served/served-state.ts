/** The state of a served node: a copy that it reads, and every write is told. */
import { quote } from "../../../internal/quote.ts";
import type { StateHandle, StateStore } from "../../node/node-context.ts";
import type { StateKind } from "../../node/node-descriptor.ts";
import {
  type NodeReply,
  STATE_STORES,
  STORE_OF,
  type StateSnapshot,
  type StateStoreName,
} from "../wire/node-message.ts";

/** State of one instance. */
export interface ServedState extends StateHandle {
  /** What the kit says it is now. */
  replace(snapshot: StateSnapshot): void;
}

/** State of these kinds, empty. */
export function createServedState(
  kinds: readonly StateKind[],
  reply: (reply: NodeReply) => void,
): ServedState {
  const declared = kinds.map((kind) => STORE_OF[kind]);
  const copies = new Map<StateStoreName, Map<string, string>>();

  const storeOf = (store: StateStoreName): StateStore => {
    const copy = () => {
      if (declared.includes(store)) return copies.get(store) ?? new Map<string, string>();
      // To touch it is against the rules: the kit gets to know, as it would inside.
      reply({ op: "state", store, name: "undeclared" });
      throw new TypeError(
        `Cannot use state ${quote(store)}: expected a node that declares ${declared.join(", ") || "it"}`,
      );
    };
    return {
      get<T>(name: string): T | undefined {
        const text = copy().get(name);
        return text === undefined ? undefined : (JSON.parse(text) as T);
      },
      set(name, value) {
        const text: string | undefined = JSON.stringify(value);
        if (text === undefined) throw new TypeError(`Cannot set state ${quote(name)}: expected JSON`);
        copies.set(store, copy().set(name, text));
        reply({ op: "state", store, name, value });
      },
      delete(name) {
        if (copy().delete(name)) reply({ op: "state", store, name });
      },
    };
  };
  const [turn, session_hot, session_durable] = STATE_STORES.map(storeOf) as [
    StateStore,
    StateStore,
    StateStore,
  ];
  return {
    turn,
    session_hot,
    session_durable,
    replace(snapshot) {
      for (const store of STATE_STORES) {
        const values = Object.entries(snapshot[store] ?? {});
        copies.set(store, new Map(values.map(([name, value]) => [name, JSON.stringify(value)])));
      }
    },
  };
}
