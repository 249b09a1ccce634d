/**
 * State across a boundary. The node keeps a copy, reads that and tells what it writes; before each call it gets what
 * has changed otherwise. Stores cannot be listed, so the names that were written are kept under a name of their own.
 */
import type { StateHandle } from "../../node/node-context.ts";
import type { StateKind } from "../../node/node-descriptor.ts";
import { STORE_OF, type StateSnapshot, type StateStoreName } from "../wire/node-message.ts";

/** Where the names of a store are kept in it. */
export const STATE_NAMES = "$names";

/** What the node outside knows of the state. */
export interface StateMirror {
  /** All state, where the node does not know it yet. */
  news(state: StateHandle): StateSnapshot | undefined;
  /** Writes what the node has told; a store that the node does not declare throws, as it does inside. */
  write(state: StateHandle, change: StateChange): void;
}

/** A value that was set; deleted where it is absent. */
export interface StateChange {
  readonly store: StateStoreName;
  readonly name: string;
  readonly value?: unknown;
}

/** A mirror for a new instance, which knows of no state. */
export function createStateMirror(kinds: readonly StateKind[]): StateMirror {
  const known = new Map(kinds.map((kind) => [STORE_OF[kind], new Map<string, string>()]));

  const namesIn = (state: StateHandle, store: StateStoreName) =>
    state[store].get<readonly string[]>(STATE_NAMES) ?? [];

  return {
    news(state) {
      let isNew = false;
      const stores = [...known].map(([store, seen]) => {
        const values = namesIn(state, store).map((name) => [name, state[store].get(name)] as const);
        const texts = new Map(values.map(([name, value]) => [name, JSON.stringify(value)]));
        isNew ||= texts.size !== seen.size || [...texts].some(([name, text]) => seen.get(name) !== text);
        known.set(store, texts);
        return [store, Object.fromEntries(values)] as const;
      });
      return isNew ? Object.fromEntries(stores) : undefined;
    },
    write(state, { store, name, value }) {
      const seen = known.get(store);
      if (value === undefined) {
        state[store].delete(name);
        seen?.delete(name);
      } else {
        state[store].set(name, value);
        seen?.set(name, JSON.stringify(value));
      }
      const names = namesIn(state, store);
      if (names.includes(name) === (value !== undefined)) return;
      const others = names.filter((other) => other !== name);
      state[store].set(STATE_NAMES, value === undefined ? others : [...others, name]);
    },
  };
}
