/**
 * SQL conditions of the rules that the gates are made of.
 *
 * The rules are functions of a turn. Instead of being told a second time in SQL, where the two could drift apart,
 * they are asked: about every combination of what they may look at. A condition is what the answers add up to.
 */
import type { TurnMetrics } from "../../../contracts/observability/turn-metrics.ts";
import { TURN_MARKERS } from "../../../evidence/turn-markers.ts";
import { recordOf } from "../../../internal/record-of.ts";
import { sqlText, type TerminalEventsForm } from "./sql-options.ts";

/** Whether a turn counts. */
export type TurnRule = (turn: TurnMetrics) => boolean;

const FLAGS = ["accepted", "happy_path", "baseline_complete", "accepted_stale_epoch_output"] as const;

/** What a rule may look at: the value of a flag, whether a marker is there. */
const COLUMNS = [...FLAGS, ...TURN_MARKERS];

/** A set of columns: those whose bits are set hold, or are there. */
type ColumnSet = number;

const has = (set: ColumnSet, column: number) => (set & (1 << column)) !== 0;

/** All sets of the first so many columns. */
const allSets = (columns: number) => Array.from({ length: 1 << columns }, (_, set): ColumnSet => set);

function turnWith(set: ColumnSet, terminal_events: string[]): TurnMetrics {
  return {
    turn_id: "turn",
    terminal_events,
    ...recordOf(FLAGS, (flag) => has(set, COLUMNS.indexOf(flag))),
    ...recordOf(TURN_MARKERS, (marker) => (has(set, COLUMNS.indexOf(marker)) ? 0 : undefined)),
  };
}

/** The condition of a rule about flags, and about which markers a turn has. */
export function columnCondition(rule: TurnRule): string {
  return conditionOf(allSets(COLUMNS.length).map((set) => rule(turnWith(set, []))));
}

/** The condition of a rule about flags and terminal events. */
export function eventCondition(rule: TurnRule, form: TerminalEventsForm): string {
  const counting = allSets(FLAGS.length).map((set) =>
    EVENT_LISTS.filter((events) => rule(turnWith(set, events))),
  );
  const flags = conditionOf(counting.map((lists) => lists.length > 0));
  const [lists = [], ...others] = counting.filter((found) => found.length > 0);
  if (others.some((other) => other.join(";") !== lists.join(";")))
    throw new Error(
      "Cannot write SQL: expected a rule that looks at flags and terminal events independently",
    );
  return [flags, ...eventsCondition(lists, form)].join(" AND ");
}

/** Names of terminal events; the last stands for all others. */
const EVENTS = ["commit", "abort", "close", "?"];
const LONGEST = 3;

const EVENT_LISTS = Array.from({ length: LONGEST }).reduce<string[][]>(
  (lists) => [[], ...lists.flatMap((list) => EVENTS.map((event) => [...list, event]))],
  [[]],
);

/** No condition where all lists count. */
function eventsCondition(counting: readonly string[][], form: TerminalEventsForm): string[] {
  const others = EVENT_LISTS.filter((events) => !counting.includes(events));
  if (others.length === 0 || counting.length === 0) return [];
  const [operator, named] = counting.length < others.length ? ["IN", counting] : ["NOT IN", others];
  if (named.some((events) => events.length === LONGEST || events.includes("?")))
    throw new Error("Cannot write SQL: expected a rule that tells lists of terminal events by their names");
  const lists = named.map((events) =>
    form === "json" ? sqlText(JSON.stringify(events)) : `[${events.map(sqlText).join(", ")}]`,
  );
  return [`terminal_events ${operator} (${lists.join(", ")})`];
}

/** What the answers, one for each set of columns, add up to in terms of the columns that they depend on. */
function conditionOf(answers: readonly boolean[]): string {
  const columns = [...COLUMNS.keys()].filter((column) => {
    const bit = 1 << column;
    return answers.some((answer, set) => (set & bit) !== 0 && answer !== answers[set ^ bit]);
  });
  const decisive = columns.reduce((set, column) => set | (1 << column), 0);
  const terms = [...answers.keys()]
    .filter((set) => (set | decisive) === decisive && answers[set] === true)
    .map((set) => columns.map((column) => literal(column, has(set, column))).join(" AND ") || "true");
  if (terms.length === 0) return "false";
  return terms.length === 1 ? terms.join() : `(${terms.join(" OR ")})`;
}

function literal(column: number, isThere: boolean): string {
  const name = COLUMNS[column];
  if (column < FLAGS.length) return isThere ? `${name}` : `NOT ${name}`;
  return `${name} IS ${isThere ? "NOT NULL" : "NULL"}`;
}
