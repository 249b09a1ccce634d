/**
 * Whether a deprecation policy is one that a user can live with, and whether observed uses are what it says.
 *
 * Every field is warned about before its use is refused, and refused before it is gone. Observed uses have to
 * show each of these states at least once: a state that nobody has seen is a promise, not a policy.
 */
import type {
  DeprecationVerdict,
  GovernanceViolation,
} from "../../contracts/compat/conformance-governance-report.ts";
import type { DeprecationPolicy, DeprecationState } from "../../contracts/compat/deprecation-policy.ts";
import { describeValue } from "../../internal/describe-value.ts";
import { listOf, objectWith, TEXT } from "../../internal/input-shape.ts";
import { requireShape } from "../invalid-input.ts";
import { ANY_TEXT, frameViolations, outcomeOf, violationOf } from "./governance-finding.ts";
import { readRfc3339 } from "./rfc-3339-time.ts";

const VERSION = "rspp.deprecation-policy.v1";
const TIMES = ["warning_from_utc", "enforce_from_utc", "remove_from_utc"] as const;
const COVERED = ["warning", "enforced", "removed"] as const;
const TIME_WORDS = "an RFC 3339 time such as 2026-03-01T00:00:00Z";

const POLICY = objectWith({
  schema_version: ANY_TEXT,
  policy_id: ANY_TEXT,
  rules: listOf(
    objectWith({
      field_path: TEXT,
      warning_from_utc: ANY_TEXT,
      enforce_from_utc: ANY_TEXT,
      remove_from_utc: ANY_TEXT,
      migration_hint: ANY_TEXT,
    }),
  ),
  usage_checks: listOf(objectWith({ field_path: TEXT, observed_at_utc: ANY_TEXT, expected_state: ANY_TEXT })),
});

/** When a field changes its state, in ms since the Unix epoch. */
type Schedule = readonly [warning: number, enforced: number, removed: number];

/** What a field is at a time: each state begins at its own instant. */
function stateAt([warning, enforced, removed]: Schedule, time: number): DeprecationState {
  if (time >= removed) return "removed";
  if (time >= enforced) return "enforced";
  return time >= warning ? "warning" : "allowed";
}

/**
 * Judges a deprecation policy: times in order, observed uses in the state that the rules give them, and the
 * states warning, enforced and removed seen at least once each. Throws TypeError or RangeError that names a
 * field that is not well formed, such as `policy.rules[0].field_path`.
 *
 * @since 0.1.0
 */
export function evaluateDeprecation(policy: DeprecationPolicy): DeprecationVerdict {
  requireShape("policy", policy, POLICY);
  const { schema_version, policy_id, rules, usage_checks } = policy;
  const found = frameViolations({ schema_version, idField: "policy_id", id: policy_id }, VERSION);
  if (rules.length === 0) found.push(missing("rules_missing", "rules", "at least 1 rule"));
  const schedules = new Map<string, Schedule>();
  rules.forEach((rule, index) => {
    const read = readSchedule(rule, `rules[${index}]`);
    // A later rule for a field replaces an earlier one.
    if ("schedule" in read) schedules.set(rule.field_path, read.schedule);
    else found.push(read.violation);
  });
  if (usage_checks.length === 0)
    found.push(missing("usage_checks_missing", "usage_checks", "at least 1 observed use"));
  const seen = new Set<DeprecationState>();
  usage_checks.forEach((check, index) => {
    const read = readUsage(check, { path: `usage_checks[${index}]`, schedules });
    if (read.state !== undefined) seen.add(read.state);
    if (read.violation !== undefined) found.push(read.violation);
  });
  for (const state of COVERED) {
    if (seen.has(state)) continue;
    found.push(missing(`${state}_not_covered`, "usage_checks", `at least 1 use in state ${state}`));
  }
  return { policy_id, rule_count: rules.length, check_count: usage_checks.length, ...outcomeOf(found) };
}

type Rule = DeprecationPolicy["rules"][number];

/** The schedule of a rule, or the one thing that is wrong with its times. */
function readSchedule(rule: Rule, path: string): { schedule: Schedule } | { violation: GovernanceViolation } {
  const times: number[] = [];
  for (const field of TIMES) {
    const time = readRfc3339(rule[field]);
    if (time === undefined) return { violation: unreadable(`${path}.${field}`, rule[field]) };
    times.push(time);
  }
  const schedule = times as unknown as Schedule;
  const late = ([1, 2] as const).find((step) => schedule[step] <= schedule[(step - 1) as 0 | 1]);
  if (late === undefined) return { schedule };
  const [field, before] = [TIMES[late], TIMES[(late - 1) as 0 | 1]];
  const words = `a time after ${before} ${describeValue(rule[before])}`;
  const finding = { code: "rule_out_of_order", path: `${path}.${field}`, received: rule[field] };
  return { violation: violationOf({ ...finding, expected: words, words }) };
}

/** What the field was when it was used, as far as that can be told, and what is wrong with the check. */
function readUsage(
  check: DeprecationPolicy["usage_checks"][number],
  { path, schedules }: { readonly path: string; readonly schedules: ReadonlyMap<string, Schedule> },
): { readonly state?: DeprecationState; readonly violation?: GovernanceViolation } {
  const schedule = schedules.get(check.field_path);
  if (schedule === undefined) {
    const [words, received] = ["a field that a sound rule is about", check.field_path];
    const at = `${path}.field_path`;
    return { violation: violationOf({ code: "rule_unknown", path: at, expected: words, received, words }) };
  }
  const time = readRfc3339(check.observed_at_utc);
  if (time === undefined) return { violation: unreadable(`${path}.observed_at_utc`, check.observed_at_utc) };
  const state = stateAt(schedule, time);
  const received: string = check.expected_state;
  if (received === state) return { state };
  const at = `${path}.expected_state`;
  return {
    state,
    violation: violationOf({ code: "usage_state_disagrees", path: at, expected: state, received }),
  };
}

const unreadable = (path: string, received: string) =>
  violationOf({ code: "time_unreadable", path, expected: TIME_WORDS, received, words: TIME_WORDS });

const missing = (code: string, path: string, expected: string) =>
  violationOf({ code, path, expected, received: "none", words: expected });
