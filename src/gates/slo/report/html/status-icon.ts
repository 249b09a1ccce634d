/** The icons of the gates. */

import { icon } from "../../../../internal/report-text/icon.ts";
import type { Markup } from "../../../../internal/report-text/markup.ts";
import type { MvpSloVerdict } from "../gate-verdict.ts";
import type { ShownStatus } from "../shown-status.ts";

const OF_STATUS = {
  pass: "check",
  fail: "cross",
  warn: "cross",
  not_observed: "dash",
  off: "dash",
  not_evaluated: "query",
  inconclusive: "query",
} as const;
const OF_VERDICT = { pass: "check", fail: "cross", inconclusive: "query" } as const;

/** The icon of a gate; its meaning stands next to it in words. */
export function statusIcon(status: ShownStatus): Markup {
  return icon(OF_STATUS[status]);
}

/** The icon of a whole report. */
export function verdictIcon(verdict: MvpSloVerdict): Markup {
  return icon(OF_VERDICT[verdict]);
}
