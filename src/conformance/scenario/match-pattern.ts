/** Patterns: members that a JSON object must have. */
import type { Pattern } from "../../contracts/conformance/scenario.ts";

const OPERATORS = {
  $in: (value: unknown, list: unknown) => Array.isArray(list) && list.some((one) => matches(value, one)),
  $exists: (value: unknown, wanted: unknown) => (value !== undefined) === wanted,
  $gte: (value: unknown, bound: unknown) => typeof value === "number" && value >= Number(bound),
  $lte: (value: unknown, bound: unknown) => typeof value === "number" && value <= Number(bound),
} as const;

type Operator = keyof typeof OPERATORS;

const isOperator = (name: string): name is Operator => Object.hasOwn(OPERATORS, name);

/** Whether a value is what the pattern says; objects may have more members, everything else must be equal. */
export function matches(value: unknown, pattern: unknown): boolean {
  if (typeof pattern !== "object" || pattern === null) return value === pattern;
  if (Array.isArray(pattern)) {
    const isList = Array.isArray(value) && value.length === pattern.length;
    return isList && pattern.every((item, index) => matches(value[index], item));
  }
  const names = Object.keys(pattern);
  if (names.length > 0 && names.every(isOperator)) {
    return names.every((name) => OPERATORS[name as Operator](value, (pattern as Pattern)[name]));
  }
  if (typeof value !== "object" || value === null) return false;
  return names.every((name) => matches((value as Pattern)[name], (pattern as Pattern)[name]));
}

/** A pattern in words, such as `abort(cancelled) of "t1"`. */
export function patternWords({ signal, reason, turn_id, lane, ...rest }: Pattern): string {
  const name = signal !== undefined ? wordOf(signal) : lane === undefined ? "event" : `${wordOf(lane)} event`;
  const why = reason === undefined ? "" : `(${wordOf(reason)})`;
  const of = turn_id === undefined ? "" : ` of turn ${wordOf(turn_id)}`;
  const others = Object.entries(rest).map(([key, value]) => `${key}=${wordOf(value)}`);
  return `${name}${why}${of}${others.length === 0 ? "" : ` with ${others.join(", ")}`}`;
}

function wordOf(value: unknown): string {
  if (typeof value === "string") return value;
  if (typeof value !== "object" || value === null) return String(value);
  const { $in, $exists, $gte, $lte } = value as Record<keyof typeof OPERATORS, unknown>;
  if (Array.isArray($in)) return $in.map(wordOf).join("|");
  if ($exists !== undefined) return $exists === true ? "(any)" : "(none)";
  if ($gte === undefined && $lte === undefined) return JSON.stringify(value);
  return [$gte === undefined ? "" : `>=${$gte}`, $lte === undefined ? "" : `<=${$lte}`].join("");
}
