/** The turn of an event in the words of a message. */
import { quote } from "../../internal/quote.ts";
import type { EventView } from "../view/event-view.ts";

/** Such as `turn "t-1"`, or `no turn`. */
export function named({ turn_id }: Pick<EventView, "turn_id">): string {
  return turn_id === undefined ? "no turn" : `turn ${quote(turn_id)}`;
}
