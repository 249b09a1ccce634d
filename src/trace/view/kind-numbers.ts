/** Kinds of events as small numbers: the lanes of records and the signals of this version. */
import { LANES } from "../../contracts/events/lane.ts";
import { CONTROL_SIGNALS } from "../../contracts/signals/signal-table.ts";

/** Names by number. 0 stands for every kind that this version does not know. */
const NAMES: readonly string[] = ["", ...LANES, ...CONTROL_SIGNALS];

const NUMBERS: ReadonlyMap<string, number> = new Map(
  NAMES.map((name, number): [string, number] => [name, number]),
);

/** How many numbers there are, the 0 included. */
export const KIND_COUNT = NAMES.length;

/** The number of a lane or signal; 0 for one that this version does not know. */
export const numberOfKind = (name: string): number => NUMBERS.get(name) ?? 0;

/** The lane or signal with a number, the empty text for 0. */
export const nameOfKind = (number: number): string => NAMES[number] ?? "";
