/** Rules of decision outcomes, `DEC-01` to `DEC-11`. */
import type { Condition } from "../core/condition.ts";
import type { Check } from "../core/rule.ts";
import { defineRules } from "../core/rule.ts";

/** The decision rules. */
export const DECISION_REQUIREMENTS = defineRules("contracts-v1 section 4", {
  "DEC-01": ["MUST", "Enumerations, identity, reason and timestamps are present and well formed"],
  "DEC-02": ["MUST", "admit, reject and defer come from RK-25 or CP-05"],
  "DEC-03": ["MUST", "shed comes from RK-25 at a scheduling_point"],
  "DEC-04": ["MUST", "Authority outcomes come from RK-24 with authority_epoch"],
  "DEC-05": ["MUST", "CP-05 decides only pre_turn with scope tenant or session"],
  "DEC-06": ["MUST", "scheduling_point scopes are edge_enqueue, edge_dequeue and node_dispatch"],
  "DEC-07": ["MUST", "active_turn scopes are turn or a scheduling scope, with turn_id"],
  "DEC-08": ["MUST", "pre_turn scopes are tenant, session and turn"],
  "DEC-09": ["MUST", "Scope turn has turn_id"],
  "DEC-10": ["MUST", "deauthorized_drain is pre_turn (session or turn) or active_turn (turn)"],
  "DEC-11": ["MUST", "stale_epoch_reject is pre_turn (session or turn) or scheduling_point"],
});

const is = (at: string, ...values: string[]): Condition => ({ at, in: values });
const SCHEDULING = ["edge_enqueue", "edge_dequeue", "node_dispatch"];
const authority = is("outcome_kind", "stale_epoch_reject", "deauthorized_drain");
const sessionOrTurn = is("scope", "session", "turn");

/** Cross-field checks of decision outcomes. */
export const DECISION_CHECKS: readonly Check[] = [
  {
    rule: "DEC-02",
    when: is("outcome_kind", "admit", "reject", "defer"),
    must: is("emitted_by", "RK-25", "CP-05"),
    at: "emitted_by",
    expected: '"RK-25" or "CP-05" for admit, reject and defer',
  },
  {
    rule: "DEC-03",
    when: is("outcome_kind", "shed"),
    must: is("emitted_by", "RK-25"),
    at: "emitted_by",
    expected: '"RK-25" for shed',
  },
  {
    rule: "DEC-03",
    when: is("outcome_kind", "shed"),
    must: is("phase", "scheduling_point"),
    at: "phase",
    expected: '"scheduling_point" for shed',
  },
  {
    rule: "DEC-04",
    when: authority,
    must: is("emitted_by", "RK-24"),
    at: "emitted_by",
    expected: '"RK-24" for authority outcomes',
  },
  {
    rule: "DEC-04",
    when: authority,
    must: { has: "authority_epoch" },
    at: "authority_epoch",
    expected: "an authority_epoch for authority outcomes",
  },
  {
    rule: "DEC-05",
    when: is("emitted_by", "CP-05"),
    must: is("phase", "pre_turn"),
    at: "phase",
    expected: '"pre_turn" from CP-05',
  },
  {
    rule: "DEC-05",
    when: is("emitted_by", "CP-05"),
    must: is("scope", "tenant", "session"),
    at: "scope",
    expected: '"tenant" or "session" from CP-05',
  },
  {
    rule: "DEC-06",
    when: is("phase", "scheduling_point"),
    must: is("scope", ...SCHEDULING),
    at: "scope",
    expected: "edge_enqueue, edge_dequeue or node_dispatch at a scheduling_point",
  },
  {
    rule: "DEC-07",
    when: is("phase", "active_turn"),
    must: is("scope", "turn", ...SCHEDULING),
    at: "scope",
    expected: "turn or a scheduling scope in an active_turn",
  },
  {
    rule: "DEC-07",
    when: is("phase", "active_turn"),
    must: { has: "turn_id" },
    at: "turn_id",
    expected: "a turn_id in an active_turn",
  },
  {
    rule: "DEC-08",
    when: is("phase", "pre_turn"),
    must: is("scope", "tenant", "session", "turn"),
    at: "scope",
    expected: "tenant, session or turn when pre_turn",
  },
  {
    rule: "DEC-09",
    when: is("scope", "turn"),
    must: { has: "turn_id" },
    at: "turn_id",
    expected: 'a turn_id when scope is "turn"',
  },
  {
    rule: "DEC-10",
    when: is("outcome_kind", "deauthorized_drain"),
    must: {
      any: [
        { all: [is("phase", "pre_turn"), sessionOrTurn] },
        { all: [is("phase", "active_turn"), is("scope", "turn")] },
      ],
    },
    at: "phase",
    expected: "pre_turn with session or turn, or active_turn with turn, for deauthorized_drain",
  },
  {
    rule: "DEC-11",
    when: is("outcome_kind", "stale_epoch_reject"),
    must: { any: [{ all: [is("phase", "pre_turn"), sessionOrTurn] }, is("phase", "scheduling_point")] },
    at: "phase",
    expected: "pre_turn with session or turn, or scheduling_point, for stale_epoch_reject",
  },
];
