/** Links to rows of the turn table, for the turns that have one. */
import { html, type Markup } from "../../../../internal/report-text/markup.ts";
import { shortened } from "../../../../internal/report-text/printable-text.ts";
import type { RunTurn } from "../long-run/run-turn.ts";

/** Turns a turn id into a link to its row, or into plain text where the table leaves the row out. */
export type TurnLink = (turnId: string) => Markup;

/** Id of the row of the turn at an index of the run. */
export const rowId = (index: number) => `turn-${index + 1}`;

/** Links for the listed turns; of turns with the same id the first one is meant. */
export function turnLinks(listed: readonly RunTurn[]): TurnLink {
  const rows = new Map<string, string>();
  for (const { index, turn } of listed) {
    if (!rows.has(turn.turn_id)) rows.set(turn.turn_id, rowId(index));
  }
  return (turnId) => {
    const row = rows.get(turnId);
    const text = html`<bdi>${shortened(turnId, 48)}</bdi>`;
    return row === undefined ? html`<code>${text}</code>` : html`<a class="turn" href="#${row}">${text}</a>`;
  };
}
