/** How a command describes its options; help and parsing are both made from the description. */

/** One option. */
export interface OptionSpec {
  readonly about: string;
  /** Name of the value in the help; without one the option is a switch. */
  readonly value?: string;
  /** Closed list of values. */
  readonly choices?: readonly string[];
  readonly short?: string;
}

/** Options by name, without dashes. */
export type OptionSpecs = Readonly<Record<string, OptionSpec>>;

/** What was given: strings for options with a value, true for switches. */
export interface ParsedOptions {
  readonly positionals: readonly string[];
  /** The value of an option, or undefined when it was not given. */
  value(name: string): string | undefined;
  /** The values of an option that may be given more than once, in order. */
  values(name: string): readonly string[];
  /** Whether a switch was given. */
  has(name: string): boolean;
}

/** Options that every command has. */
export const COMMON_OPTIONS: OptionSpecs = {
  help: { about: "Show this help", short: "h" },
};
