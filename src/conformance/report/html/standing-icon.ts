/** The icons of standings, and the anchors that lead from the matrix to a result and back. */
import { icon } from "../../../internal/report-text/icon.ts";
import type { Markup } from "../../../internal/report-text/markup.ts";
import type { Standing } from "../standing.ts";

const SHAPES = {
  pass: "check",
  fail: "cross",
  warning: "bang",
  known: "bang",
  stale: "cross",
  expired: "cross",
  not_applicable: "dash",
  could_not_run: "query",
} as const;

/** The icon of a standing; its words have to stand next to it. */
export const standingIcon = (standing: Standing): Markup => icon(SHAPES[standing]);

/** The anchor of what a check found about the subject at this place. */
export const anchorOf = (subject: number, check_id: string): string => `s${subject + 1}-${plain(check_id)}`;

/** The anchor of its cell in the matrix. */
export const cellAnchorOf = (subject: number, check_id: string): string =>
  `m${subject + 1}-${plain(check_id)}`;

/** Ids have letters, digits, dots and dashes; anything else is written so that an address leads to it all the same. */
const plain = (text: string): string =>
  text.replace(/[^A-Za-z0-9.-]/gu, (char) => `_${char.codePointAt(0)?.toString(16) ?? ""}_`);
