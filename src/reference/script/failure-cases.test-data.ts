/** The failure classes F1 to F8 (semantics section 8) as scripts, each with and without a way out. */
import type { SemanticCase } from "./turn-cases.test-data.ts";

const opened = ["turn_open_proposed", "admit", "turn_open"];
const budget = ["budget_warning(node_budget)", "budget_exhausted(node_budget)"];
const stopped = ["watermark(queue_items_high)", "flow_xoff(queue_items_high)"];

/** The cases. */
export const FAILURE_CASES: readonly SemanticCase[] = [
  {
    id: "F1",
    title: "an exhausted quota refuses proposals without a signal of a turn",
    script: "0 quota session exhausted outcome=defer\n1 propose t1\n2 quota session free\n3 propose t1",
    told: ["turn_open_proposed", "defer(quota_exhausted_session)", ...opened],
  },
  {
    id: "F1",
    title: "an exhausted quota in a turn sheds, and the turn goes on",
    script: `
      0 propose t1
      1 quota node_dispatch exhausted
      2 output t1 "a"
      3 quota node_dispatch free
      4 output t1 "b"
      5 complete t1`,
    told: [
      ...opened,
      "shed(quota_exhausted_node_dispatch)",
      "text_raw",
      "output_accepted",
      "commit",
      "close",
    ],
  },
  {
    id: "F2",
    title: "a node that hangs is given its budget, then the plan's way out is taken once",
    script: `
      set adaptive_actions degrade
      0 propose t1
      1 node_fault t1 n1 hang
      900 node_fault t1 n1 hang
      1800 wait`,
    told: [
      ...[...opened, ...budget, "degrade(node_budget)"],
      ...[...budget, "abort(node_timeout_or_failure)", "close"],
    ],
  },
  {
    id: "F2",
    title: "a node that answers in time has not failed; one that throws is answered at once",
    script: `
      0 propose t1
      1 node_fault t1 n1 hang
      500 output t1 "a" node=n1
      900 node_fault t1 n1 throw`,
    told: [...opened, "text_raw", "output_accepted", "abort(node_timeout_or_failure)", "close"],
  },
  {
    id: "F3",
    title: "a provider that fails is retried, switched, replaced, and at last ends the turn",
    script: `
      set adaptive_actions retry,provider_switch,fallback
      0 propose t1
      1 provider_start t1 inv-1 llm
      2 provider_fault t1 inv-1 timeout
      3 provider_fault t1 inv-1 rate_limit
      4 output t1 "of the one that was given up" invocation=inv-1
      5 provider_start t1 inv-2 llm
      6 provider_fault t1 inv-2 disconnect
      7 provider_start t1 inv-3 llm
      8 provider_fault t1 inv-3 timeout`,
    told: [
      ...[...opened, "provider_error(provider_timeout)", "provider_error(provider_rate_limit)"],
      ...["provider_switch(provider_rate_limit)", "provider_error(provider_disconnect)"],
      ...["fallback(provider_disconnect)", "provider_error(provider_timeout)"],
      ...["abort(provider_failure)", "close"],
    ],
  },
  {
    id: "F4",
    title: "an edge that fills up tells its producer, drops what has no room, and says so",
    script: `
      0 propose t1
      1 take drop 0
      2 offer t1 drop 7
      3 take drop 4
      4 take drop 2
      5 complete t1`,
    told: [
      ...[...opened, ...stopped, "drop_notice(queue_full)", "flow_xon"],
      ...["metadata", "metadata", "metadata", "metadata", "metadata", "metadata", "commit", "close"],
    ],
  },
  {
    id: "F4",
    title: "a producer that is blocked for too long is let go",
    script: "0 propose t1\n1 take block 0\n2 offer t1 block 8\n60 complete t1",
    told: [
      ...[...opened, ...stopped, "shed(block_time_exceeded)", "drop_notice(block_time_exceeded)"],
      ...["drop_notice(turn_ended)", "flow_xon", "commit", "close"],
    ],
  },
  {
    id: "F5",
    title: "the loss of one stream drops its whole group",
    script: `
      0 propose t1
      1 take atomic 0
      2 offer t1 atomic 2 sync=g1
      3 sync_loss t1 atomic g1
      4 offer t1 atomic 1 sync=g1
      5 complete t1`,
    told: [...opened, "drop_notice(stream_lost)", "drop_notice(queue_full)", "commit", "close"],
  },
  {
    id: "F5",
    title: "or tells its domain that it has a gap",
    script: "0 propose t1\n1 sync_loss t1 domain g1\n2 complete t1",
    told: [...opened, "drop_notice(stream_lost)", "discontinuity(stream_lost)", "commit", "close"],
  },
  {
    id: "F6",
    title: "a transport that is torn down ends the turn, and refuses others until it is back",
    script: `
      0 propose t1
      5 connection stall
      6 connection disconnected teardown=yes
      7 connection reconnecting
      8 propose t2
      9 connection connected
      10 propose t2`,
    told: [
      ...[
        ...opened,
        "stall",
        "disconnected",
        "abort(transport_disconnect_or_stall)",
        "close",
        "reconnecting",
      ],
      ...["turn_open_proposed", "reject(transport_unavailable)", "connected", ...opened],
    ],
  },
  {
    id: "F7",
    title: "a conflict of authority is told before a turn and ends it within one",
    script: '0 propose t1 epoch=6\n1 propose t1\n2 output t1 "old" epoch=6\n3 revoke\n4 propose t2',
    told: [
      ...[
        "turn_open_proposed",
        "stale_epoch_reject(stale_epoch)",
        ...opened,
        "stale_epoch_reject(stale_epoch)",
      ],
      ...["deauthorized_drain(authority_revoked)", "abort(authority_loss)", "close"],
      ...["turn_open_proposed", "deauthorized_drain(authority_revoked)"],
    ],
  },
  {
    id: "F8",
    title: "a session that moves drains its turn, and refuses the old writer",
    script: `
      0 propose t1
      5 migrate 8
      6 output t1 "old writer" epoch=7
      7 propose t2
      8 complete t2`,
    told: [
      ...[...opened, "migration_start", "lease_rotated", "deauthorized_drain(authority_revoked)"],
      ...["abort(authority_loss)", "close", "migration_finish", "session_handoff"],
      ...["stale_epoch_reject(stale_epoch)", ...opened, "commit", "close"],
    ],
  },
];
