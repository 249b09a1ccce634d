/** Links to rows of the turn table, for the turns that have one. */
import type { TurnMetrics } from "../../../../contracts/observability/turn-metrics.ts";
import { html, type Markup } from "../../../../internal/report-text/markup.ts";
import { shortened } from "../../../../internal/report-text/printable-text.ts";

/** Turns a turn id into a link to its row, or into plain text where the table leaves the row out. */
export type TurnLink = (turnId: string) => Markup;

/** Id of the row of the turn at an index of the samples. */
export const rowId = (index: number) => `turn-${index + 1}`;

/** Links for the samples at the listed indexes; of turns with the same id the first one is meant. */
export function turnLinks(turns: readonly TurnMetrics[], listed: readonly number[]): TurnLink {
  const rows = new Map<string, string>();
  for (const index of listed) {
    const id = turns[index]?.turn_id;
    if (id !== undefined && !rows.has(id)) rows.set(id, rowId(index));
  }
  return (turnId) => {
    const row = rows.get(turnId);
    const text = html`<bdi>${shortened(turnId, 48)}</bdi>`;
    return row === undefined ? html`<code>${text}</code>` : html`<a class="turn" href="#${row}">${text}</a>`;
  };
}
