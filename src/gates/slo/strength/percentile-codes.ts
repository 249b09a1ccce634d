/** The codes of violations that say that a percentile is above its limit. */
import { GATE_TABLE } from "../gate-table.ts";
import type { MvpSloViolationCode } from "../slo-report.ts";

/** In strict mode the bounds of the percentile decide in their place. */
export const PERCENTILE_CODES: ReadonlySet<MvpSloViolationCode> = new Set(
  Object.values(GATE_TABLE).flatMap(({ limits }) =>
    limits.filter(({ unit }) => unit === "ms").map(({ code }) => code),
  ),
);
