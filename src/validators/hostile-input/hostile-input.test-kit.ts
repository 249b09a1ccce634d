/** What a hostile input is. */

/** Kinds that hostile inputs are read as. */
export type HostileKind = "event_record" | "resolved_turn_plan";

/** One hostile input and what it gets. */
export interface HostileInput {
  /** In words, as it stands in the reference page. */
  readonly input: string;
  /** Builds the input anew: some inputs change when they are read, others are too large to keep. */
  readonly give: () => unknown;
  /** `accepted`, or the rule of the first diagnostic. */
  readonly gets: string;
  /** Why, where the verdict does not speak for itself. */
  readonly because?: string;
  /** `event_record` unless set. */
  readonly kind?: HostileKind;
  readonly unknownFields?: "allow";
  /** What is wrong with the surroundings while the input is read. Returns how to mend them. */
  readonly around?: () => () => void;
}

/** Hostile inputs of one sort. */
export interface HostileSection {
  readonly title: string;
  readonly inputs: readonly HostileInput[];
}

/** A hostile input as a row of a table. */
export type HostileRow = readonly [
  input: string,
  give: () => unknown,
  gets: string,
  more?: Omit<HostileInput, "input" | "give" | "gets">,
];

/** Hostile inputs from rows. */
export const hostileInputs = (rows: readonly HostileRow[]): HostileInput[] =>
  rows.map(([input, give, gets, more]) => ({ input, give, gets, ...more }));

/** Read as a plan. */
export const asPlan = { kind: "resolved_turn_plan" } as const;

/** Read as the consumer of a later minor version does. */
export const open = { unknownFields: "allow" } as const;
