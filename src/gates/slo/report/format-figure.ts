/** Figures as people read them. No locale is consulted, so that every machine writes the same bytes. */
import type { MvpSloGateResult, MvpSloGateValue } from "../slo-report.ts";
import type { ShownStatus } from "./shown-status.ts";

/** A whole number with thousands separators: `12,345`. */
export function formatCount(count: number): string {
  return String(count).replace(/\B(?=(?:\d{3})+(?!\d))/g, ",");
}

/**
 * A share as a percentage, cut instead of rounded: 9,999 of 10,000 must not read as 100 %. A share above
 * 0 that the cut would hide reads `> 0 %`.
 */
export function formatShare(ratio: number): string {
  const hundredths = Math.floor(Number((ratio * 10_000).toPrecision(12)));
  if (hundredths === 0 && ratio > 0) return "> 0 %";
  return `${String(hundredths / 100)} %`;
}

/** A figure in the unit of its gate. */
export function formatFigure(figure: number, unit: MvpSloGateValue["unit"]): string {
  if (unit === "ratio") return formatShare(figure);
  return unit === "ms" ? `${formatCount(figure)} ms` : `${formatCount(figure)}`;
}

/** The limit with its direction in ASCII, such as `<= 120 ms`. */
export function formatLimit({ bound, limit, unit }: MvpSloGateValue): string {
  return `${bound === "max" ? "<=" : ">="} ${formatFigure(limit, unit)}`;
}

/** As `formatLimit` with the mathematical sign, such as `≤ 120 ms`. */
export function formatLimitSign({ bound, limit, unit }: MvpSloGateValue): string {
  return `${bound === "max" ? "≤" : "≥"} ${formatFigure(limit, unit)}`;
}

/** Whether the observed figure breaks its limit; a limit that is just reached holds. */
export function breaksLimit({ observed, bound, limit }: MvpSloGateValue): boolean {
  if (observed === undefined) return false;
  return bound === "max" ? observed > limit : observed < limit;
}

/** The distance to the limit in words, such as "18 % below the limit"; undefined when there is none to tell. */
export function formatHeadroom(value: MvpSloGateValue): string | undefined {
  const { observed, limit, unit } = value;
  if (observed === undefined || unit !== "ms") return undefined;
  if (observed === limit) return "right at the limit";
  const distance = `${formatCount(Math.abs(observed - limit))} ms`;
  const share = limit > 0 ? ` (${Math.round((Math.abs(observed - limit) / limit) * 100)} %)` : "";
  return `${distance}${share} ${observed > limit ? "over" : "below"} the limit`;
}

/** A gate's status in words. */
export const STATUS_WORDS: Readonly<Record<ShownStatus, string>> = {
  pass: "Pass",
  fail: "Fail",
  not_observed: "Not observed",
  not_evaluated: "Not evaluated",
  inconclusive: "Undecided",
  warn: "Warning",
  off: "Off",
};

/** The title of a gate with a capital letter. */
export function gateTitle({ title }: Pick<MvpSloGateResult, "title">): string {
  return title.charAt(0).toUpperCase() + title.slice(1);
}
