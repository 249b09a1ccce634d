/** Options of the SQL of the gates: those of the gates, and where the turns are. */
import { BOOLEAN, objectOf, oneOf, optional, TEXT } from "../../../internal/input-shape.ts";
import { requireShape } from "../../invalid-input.ts";
import { type MvpSloGateOptions, type MvpSloSettings, OPTION_SHAPES, withDefaults } from "../slo-options.ts";

/** How terminal events are held: as a list of text, or as the JSON text of a list. */
export type TerminalEventsForm = "list" | "json";

/** Options of the SQL of the gates. */
export interface MvpSloSqlOptions extends MvpSloGateOptions {
  /**
   * What the turns are selected from, as SQL: a table, a view or a table function. Default `turns`. It becomes
   * part of the query as it is, so it must not come from somebody whom you do not trust.
   */
  readonly from?: string;
  /** How `terminal_events` are held. Default `list`. */
  readonly terminalEvents?: TerminalEventsForm;
  /**
   * Whether rows that lack a field or hold a marker out of range are counted and fail the run. Default true; costs
   * about a tenth of the time. Without it, only what cannot be read at all is refused.
   */
  readonly checkTurns?: boolean;
}

/** Options of the SQL with every default filled in. */
export interface MvpSloSqlSettings extends MvpSloSettings {
  readonly from: string;
  readonly terminalEvents: TerminalEventsForm;
  readonly checkTurns: boolean;
}

const OPTIONS = objectOf<MvpSloSqlOptions>({
  ...OPTION_SHAPES,
  from: optional(TEXT),
  terminalEvents: optional(oneOf(["list", "json"])),
  checkTurns: optional(BOOLEAN),
});

/** Options with their defaults, read as strictly as those of the gates. */
export function readSqlOptions(options: MvpSloSqlOptions): MvpSloSqlSettings {
  const shaped = requireShape("options", options, OPTIONS);
  const { from = "turns", terminalEvents = "list", checkTurns = true, ...gates } = shaped;
  return { ...withDefaults(gates), from, terminalEvents, checkTurns };
}

/** A text literal. */
export const sqlText = (text: string): string => `'${text.replaceAll("'", "''")}'`;
