/** Conversations of one node. A process that has served an instance to its end serves the next one. */

import { NodeBoundaryError } from "../node-boundary-error.ts";
import type { Conversation } from "./node-conversation.ts";

/** The conversations of one node. */
export interface ConversationPool {
  /** One that is at rest, or a new one. Never rejects; the conversation may have a fault. */
  take(): Promise<Conversation>;
  /** It is at rest: nothing is open, nothing is due. Or it has a fault, and is forgotten. */
  giveBack(conversation: Conversation): void;
  /** Its instance was stopped but has left something behind: it goes on for a while, to be seen. */
  retire(conversation: Conversation): void;
  /** Ends all of them. */
  close(): void;
}

/** How many that are at rest, and how many that were retired, are kept. */
const KEPT = 4;

/** A pool that connects when it has none at rest. */
export function createConversationPool(connect: () => Promise<Conversation>): ConversationPool {
  const live = new Set<Conversation>();
  const idle: Conversation[] = [];
  const retired: Conversation[] = [];

  const end = (conversation: Conversation | undefined) => {
    if (conversation === undefined) return;
    live.delete(conversation);
    conversation.breakOff(
      new NodeBoundaryError("Cannot go on with a node outside: it was closed", "infrastructure_failure"),
    );
  };
  const keep = (list: Conversation[], conversation: Conversation) => {
    list.push(conversation);
    if (list.length > KEPT) end(list.shift());
  };

  return {
    async take() {
      for (let known = idle.pop(); known !== undefined; known = idle.pop()) {
        if (known.fault === undefined) return known;
        live.delete(known);
      }
      const conversation = await connect();
      live.add(conversation);
      return conversation;
    },
    giveBack(conversation) {
      conversation.listen(undefined);
      if (conversation.fault !== undefined) live.delete(conversation);
      else keep(idle, conversation);
    },
    retire: (conversation) => keep(retired, conversation),
    close() {
      idle.length = 0;
      retired.length = 0;
      for (const conversation of [...live]) end(conversation);
    },
  };
}
