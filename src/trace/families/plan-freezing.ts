/** Plan freezing: INV-PLAN-01 to 03. */
import { SNAPSHOT_REFS } from "../../contracts/spec/snapshot-ref.ts";
import { quote } from "../../internal/quote.ts";
import { actedOn } from "../facts/event-target.ts";
import type { Invariant, Judge, Moment } from "../invariant.ts";
import { named } from "./turn-name.ts";

const shorten = (hash: string): string => quote(hash, 13);

/** Hash by turn that the `turn_open` cites, of turns that are not closed. */
interface Cited {
  readonly byTurn: Map<string, string>;
}

const emptyCited = (): Cited => ({ byTurn: new Map() });

const frozenHash: Invariant = {
  id: "INV-PLAN-01",
  text: "The plan is immutable for the turn: every event of the turn that cites a plan hash cites the one of its turn_open",
  source: "semantics section 3 (F-149)",
  needs: [["plans", "field:plan_hash"], ["evidence", "field:plan_hash"], "signal:turn_open"],
  on: ["close", { on: "*", when: "field:plan_hash" }],
  check(moment, judge) {
    const { event, turn } = moment;
    const { turn_id, plan_hash } = event;
    if (turn_id === undefined || (plan_hash === undefined && event.kind !== "close")) return;
    if (event.kind === "turn_open") {
      if (turn === undefined && plan_hash !== undefined) {
        moment.memory(emptyCited).byTurn.set(turn_id, plan_hash);
      }
    } else if (turn === undefined || turn.state === "Closed") return;
    const cited = moment.memory(emptyCited).byTurn.get(turn_id);
    const planned = moment.planOf(turn_id)?.plan_hash;
    const frozen = planned ?? cited;
    const isClose = event.kind === "close";
    const received = plan_hash ?? (isClose ? moment.evidenceOf(turn_id)?.plan_hash : undefined);
    if (isClose && cited !== undefined) moment.memory(emptyCited).byTurn.delete(turn_id);
    if (received === undefined || received === "") return;
    if (frozen === undefined) return judge.unknown();
    // The turn_open itself proves nothing unless there is a plan to hold it against.
    if (event.kind === "turn_open" && planned === undefined) return;
    if (received.toLowerCase() === frozen.toLowerCase()) return judge.holds();
    judge.broken({
      action: `accept ${event.kind} of ${named(event)}`,
      expected: `plan hash ${shorten(frozen)} of its turn_open`,
      received: `${shorten(received)}${plan_hash === undefined ? " in the evidence of the turn" : ""}`,
      window: [turn?.opened],
    });
  },
};

const provenance: Invariant = {
  id: "INV-PLAN-02",
  text: "turn_open needs a materialised plan with all six snapshot provenance references",
  source: "semantics section 3 (F-149, F-159)",
  needs: ["signal:turn_open", ["plans", "evidence"]],
  on: ["turn_open"],
  check({ event, turn, planOf, evidenceOf }, judge) {
    if (event.turn_id === undefined || turn !== undefined) return;
    const plan = planOf(event.turn_id) ?? evidenceOf(event.turn_id);
    if (plan === undefined) return judge.unknown();
    const refs: Readonly<Record<string, unknown>> = plan.snapshot_provenance ?? {};
    const missing = SNAPSHOT_REFS.filter((name) => typeof refs[name] !== "string" || refs[name] === "");
    if (missing.length === 0 && plan.plan_hash !== "") return judge.holds();
    judge.broken({
      action: `accept turn_open of ${named(event)}`,
      expected: "a plan with six snapshot references",
      received: missing.length === 0 ? "a plan without hash" : `a plan without ${missing.join(", ")}`,
    });
  },
};

const ACTIONS = ["provider_switch", "degrade", "fallback"] as const;

const adaptiveActions: Invariant = {
  id: "INV-PLAN-03",
  text: "An adaptive action is legal only if the plan's allowed_adaptive_actions lists it, and is announced on the ControlLane",
  source: "semantics section 3 (F-057, F-133)",
  needs: [
    ["plans", "evidence"],
    ["signal:provider_switch", "signal:degrade", "signal:fallback", "evidence"],
  ],
  on: [...ACTIONS, "close"],
  check(moment, judge) {
    const { event, session, turn } = moment;
    if (event.kind !== "close") {
      const turn_id = actedOn(event, session)?.turn_id;
      return turn_id === undefined
        ? judge.unknown()
        : judgeAction(moment, judge, { turn_id, action: event.kind });
    }
    for (const action of actionsInEvidence(moment)) {
      // A retry has no signal of its own; what was announced was judged by its signal.
      if (action === "retry") judgeAction(moment, judge, { turn_id: event.turn_id ?? "", action });
      else if (turn?.announced.includes(action)) judge.holds();
      else {
        judge.broken({
          action: `accept ${action} in ${named(event)}`,
          expected: `a ${action} signal on the ControlLane`,
          received: "one in the evidence of the turn only",
          window: [turn?.opened],
        });
      }
    }
  },
};

function judgeAction(
  { planOf }: Moment,
  judge: Judge,
  { turn_id, action }: { readonly turn_id: string; readonly action: string },
) {
  const allowed = planOf(turn_id)?.allowed_adaptive_actions as readonly string[] | undefined;
  if (allowed === undefined) return judge.unknown();
  if (allowed.includes(action)) return judge.holds();
  judge.broken({
    action: `accept ${action} in turn "${turn_id}"`,
    expected: `one of the plan's adaptive actions (${allowed.join(", ") || "none"})`,
    received: action,
  });
}

/** Adaptive actions by the evidence of the turn that closes. */
function actionsInEvidence({ event, turn, evidenceOf }: Moment): readonly string[] {
  if (turn === undefined || turn.state === "Closed" || event.turn_id === undefined) return [];
  const outcomes = evidenceOf(event.turn_id)?.invocation_outcomes;
  const actions = (Array.isArray(outcomes) ? outcomes : []).map((one) => one?.["retry_decision"]);
  return [...new Set(actions)].filter(
    (action): action is string => typeof action === "string" && action !== "none",
  );
}

/** INV-PLAN-01 to 03. */
export const PLAN_FREEZING: readonly Invariant[] = [frozenHash, provenance, adaptiveActions];
