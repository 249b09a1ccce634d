/** A turn script: what the world does to a runtime and when, as a person writes it down. */

/** A value of an operand or option. */
export type ScriptValue = string | number | boolean;

/** One statement: a verb with the values of its operands and options by name. */
export interface ScriptStatement {
  readonly verb: string;
  readonly values: { readonly [name: string]: ScriptValue };
}

/** Statements that meet at one instant. */
export interface ScriptStep {
  /** Monotonic time since the script began, in ms. */
  readonly at_ms: number;
  readonly statements: readonly ScriptStatement[];
  /** 1-based line of the script. */
  readonly line: number;
}

/** Settings of the session, by name. */
export type ScriptSettings = { readonly [name: string]: ScriptValue };

/** A script that was read. */
export interface TurnScript {
  readonly settings: ScriptSettings;
  readonly steps: readonly ScriptStep[];
}

/** What keeps a script from being read. */
export interface ScriptProblem {
  /** 1-based. */
  readonly line: number;
  /** 1-based, in characters. */
  readonly column: number;
  /** What is wrong, in one sentence without a final period. */
  readonly message: string;
  readonly expected: string;
  readonly received: string;
  /** How to go on, such as the word that was probably meant. */
  readonly hint?: string;
}
