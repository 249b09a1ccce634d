/** The truth table of turns, T1 to T12 (semantics section 2), as scripts with what has to come of them. */

/** A script, and what the runtime has to tell when it is played. */
export interface SemanticCase {
  /** Public id, such as `T7` or `F3`. */
  readonly id: string;
  readonly title: string;
  readonly script: string;
  readonly told: readonly string[];
}

const opened = ["turn_open_proposed", "admit", "turn_open"];

/** The cases. */
export const TURN_CASES: readonly SemanticCase[] = [
  {
    id: "T1",
    title: "a proposal comes first, and nothing is told of the turn before the decision",
    script: "set profile unknown\n0 propose t1",
    told: ["turn_open_proposed", "reject(execution_profile_unsupported)"],
  },
  {
    id: "T2",
    title: "a stale snapshot defers where the policy says so",
    script: "0 snapshot stale on_failure=defer\n1 propose t1",
    told: ["turn_open_proposed", "defer(snapshot_stale)"],
  },
  {
    id: "T2",
    title: "a missing snapshot rejects, from whatever source, until there is one",
    script: "0 snapshot missing source=http\n1 propose t1\n2 snapshot fresh\n3 propose t1",
    told: ["turn_open_proposed", "reject(snapshot_missing)", ...opened],
  },
  {
    id: "T2",
    title: "snapshots come before authority",
    script: "0 snapshot incompatible & revoke\n1 propose t1 epoch=6",
    told: ["turn_open_proposed", "reject(snapshot_incompatible)"],
  },
  {
    id: "T3",
    title: "a proposal of a past epoch is refused",
    script: "0 rotate 8\n1 propose t1 epoch=7",
    told: ["lease_rotated", "turn_open_proposed", "stale_epoch_reject(stale_epoch)"],
  },
  {
    id: "T4",
    title: "a proposal without authority drains, and opens once there is authority again",
    script: "set epoch 3\n0 revoke\n1 propose t1\n2 grant 4\n3 propose t1",
    told: ["turn_open_proposed", "deauthorized_drain(authority_revoked)", "lease_issued", ...opened],
  },
  { id: "T5", title: "admission, authority and a plan open the turn", script: "0 propose t1", told: opened },
  {
    id: "T6",
    title: "a turn whose work is done commits, and playback may still be told",
    script: `
      0 propose t1
      9 output t1 "Hello" node=tts
      20 playback t1 started
      90 complete t1
      120 playback t1 completed`,
    told: [
      ...opened,
      "text_raw",
      "output_accepted",
      "playback_started",
      "commit",
      "close",
      "playback_completed",
    ],
  },
  {
    id: "T7",
    title: "a barge-in cancels the turn and flushes what plays; late output comes to nothing",
    script: `
      0 propose t1
      120 output t1 "Hello"
      150 playback t1 started
      300 barge_in t1
      310 output t1 "late"
      320 cancel_ack t1
      330 barge_in t1`,
    told: [
      ...opened,
      ...["text_raw", "output_accepted", "playback_started"],
      ...["barge_in", "cancel(turn)", "playback_cancelled", "abort(cancelled)", "close"],
    ],
  },
  {
    id: "T7",
    title: "a cancel of the session cancels the active turn",
    script: "0 propose t1\n5 cancel_session\n9 propose t2",
    told: [...opened, "cancel(session)", "abort(cancelled)", "close", ...opened],
  },
  {
    id: "T7",
    title: "a cancel of a part fences that part, and the turn goes on",
    script: `
      0 propose t1
      1 provider_start t1 inv-1 tts
      5 cancel t1 invocation=inv-1
      6 output t1 "a" invocation=inv-1
      7 cancel t1 node=n1
      8 output t1 "b" node=n1
      9 output t1 "c" node=n2
      10 complete t1`,
    told: [
      ...opened,
      ...["cancel(provider_invocation)", "cancel(node)", "text_raw", "output_accepted", "commit", "close"],
    ],
  },
  {
    id: "T8",
    title: "a loss of authority ends the turn, also when a cancel and the end of its work meet it",
    script: "0 propose t1\n50 complete t1 & cancel t1 & revoke",
    told: [...opened, "deauthorized_drain(authority_revoked)", "abort(authority_loss)", "close"],
  },
  {
    id: "T9",
    title: "a turn whose evidence cannot be kept ends by that",
    script: "0 propose t1\n50 recorder unavailable\n60 complete t1",
    told: [...opened, "abort(recording_evidence_unavailable)", "close"],
  },
  {
    id: "T10",
    title: "a turn budget that the plan has no answer to ends the turn",
    script: "set turn_budget_ms 100\n0 propose t1\n200 wait",
    told: [
      ...opened,
      ...[
        "budget_warning(turn_budget)",
        "budget_exhausted(turn_budget)",
        "abort(turn_budget_exhausted)",
        "close",
      ],
    ],
  },
  {
    id: "T10",
    title: "failure beats the end of the work, and cancel beats failure",
    script: `
      0 propose t1
      5 complete t1 & node_fault t1 n1 throw
      6 propose t2
      9 node_fault t2 n1 throw & cancel t2`,
    told: [
      ...[...opened, "abort(node_timeout_or_failure)", "close"],
      ...[...opened, "cancel(turn)", "abort(cancelled)", "close"],
    ],
  },
  {
    id: "T11",
    title: "what comes late for a closed turn is dropped, and nothing opens it again",
    script: `
      0 propose t1
      9 complete t1
      10 complete t1
      11 output t1 "late"
      12 event turn=t1
      13 cancel t1
      14 playback t1 started
      15 propose t1`,
    told: [...opened, "commit", "close", "turn_open_proposed", "reject(turn_id_used)"],
  },
  {
    id: "T12",
    title: "what a past placement sends is refused, and the turn goes on untouched",
    script: `
      0 propose t1
      10 rotate 9
      11 output t1 "old" epoch=7
      12 event turn=t1 epoch=8
      13 output t1 "new" epoch=9
      14 event turn=t1
      15 complete t1`,
    told: [
      ...[...opened, "lease_rotated", "stale_epoch_reject(stale_epoch)", "stale_epoch_reject(stale_epoch)"],
      ...["text_raw", "output_accepted", "text_raw", "commit", "close"],
    ],
  },
];
