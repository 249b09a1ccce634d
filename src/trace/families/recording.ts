/** OR-02 evidence and recording levels: INV-REC-01, 03 and 04. INV-REC-02 is about causes, see there. */

import { evidenceGaps } from "../evidence-gaps.ts";
import { type RecentMap, recall, recentMap, remember } from "../facts/recent-map.ts";
import type { Invariant } from "../invariant.ts";
import type { EventRef } from "../view/event-ref.ts";
import { named } from "./turn-name.ts";

const baseline: Invariant = {
  id: "INV-REC-01",
  text: "Every accepted turn has complete OR-02 baseline evidence",
  source: "semantics section 7 (NF-028, F-153)",
  needs: ["evidence", "signal:close"],
  on: ["close"],
  check({ event, turn, hasEvidence, evidenceOf }, judge) {
    if (turn?.opened === undefined || turn.state === "Closed" || !hasEvidence) return;
    const evidence = evidenceOf(turn.turn_id);
    const gaps = evidence === undefined ? [] : evidenceGaps(evidence);
    const other = evidence?.terminal_outcome;
    const isOther = other !== undefined && turn.outcome !== undefined && other !== turn.outcome;
    if (evidence !== undefined && gaps.length === 0 && !isOther) return judge.holds();
    const incomplete = gaps.length > 0 ? `evidence that breaks ${gaps.join(", ")}` : `evidence of ${other}`;
    judge.broken({
      action: `accept close of ${named(event)}`,
      expected: isOther ? `complete OR-02 evidence of ${turn.outcome}` : "complete OR-02 evidence",
      received: evidence === undefined ? "none" : incomplete,
      window: [turn.opened, turn.terminal],
    });
  },
};

interface Downgrades {
  readonly byTurn: RecentMap<EventRef>;
}

const noDowngrades = (): Downgrades => ({ byTurn: recentMap() });

/** Turns of one session whose downgrade is remembered at least. */
const REMEMBERED_TURNS = 16;

const downgrade: Invariant = {
  id: "INV-REC-03",
  text: "A fidelity loss is announced by recording_level_downgraded, once a turn",
  source: "semantics section 7 (F-176)",
  needs: ["signal:recording_level_downgraded"],
  on: ["recording_level_downgraded"],
  check(moment, judge) {
    const { turn_id } = moment.event;
    if (turn_id === undefined) return judge.unknown();
    const { byTurn } = moment.memory(noDowngrades);
    const first = recall(byTurn, turn_id);
    if (first === undefined) {
      remember(byTurn, turn_id, { value: moment.ref(), limit: REMEMBERED_TURNS });
      return judge.holds();
    }
    judge.broken({
      action: `accept recording_level_downgraded of ${named(moment.event)}`,
      expected: "one a turn",
      received: "another one",
      window: [first],
    });
  },
};

const redaction: Invariant = {
  id: "INV-REC-04",
  text: "Every stored payload class has a recorded redaction decision",
  source: "semantics section 7 (F-073)",
  needs: ["evidence", "signal:close"],
  on: ["close"],
  check({ event, turn, evidenceOf }, judge) {
    if (turn?.opened === undefined || turn.state === "Closed") return;
    const evidence = evidenceOf(turn.turn_id);
    if (evidence === undefined) return judge.unknown();
    const decided = new Set((evidence.redaction_decisions ?? []).map((one) => one?.payload_class));
    const stored = new Set([...(evidence.payload_tags ?? []), ...turn.payload_classes]);
    const missing = [...stored].filter((name) => !decided.has(name));
    if (missing.length === 0) return judge.holds();
    judge.broken({
      action: `accept the evidence of ${named(event)}`,
      expected: `a redaction decision for ${missing.join(", ")}`,
      received: "none",
      window: [turn.opened],
    });
  },
};

/** INV-REC-01, 03 and 04. */
export const RECORDING: readonly Invariant[] = [baseline, downgrade, redaction];
