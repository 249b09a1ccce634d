/** A mailbox: what is put in is handled one by one, where the mailbox was opened, not where it was put in. */

import { loopTurn } from "../wire/real-timers.ts";

/** A mailbox that somebody empties. */
export interface Mailbox<Item> {
  put(item: Item): void;
  /** Nothing is handled any more. */
  close(): void;
}

/**
 * Opens a mailbox. `handle` runs in the asynchronous context of this call: timers that it sets are those of the node,
 * although the bytes that brought the item came in outside of it.
 */
export function openMailbox<Item>(handle: (item: Item) => void): Mailbox<Item> {
  const items: Item[] = [];
  let isOpen = true;
  let wake: () => void = () => {};
  const empty = async () => {
    while (isOpen) {
      const item = items.shift();
      if (item === undefined)
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      else {
        handle(item);
        // Whatever comes of it comes before the next item, so that the order of items is all that counts.
        await loopTurn();
      }
    }
  };
  void empty();
  return {
    put(item) {
      items.push(item);
      wake();
    },
    close() {
      isOpen = false;
      wake();
    },
  };
}
