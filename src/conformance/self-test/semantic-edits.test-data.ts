/** Bugs as somebody might write them: one edit of the source of the reference runtime each. */

/** One edit; `find` stands exactly once in the file. */
export interface SemanticEdit {
  /** Path below src/reference. */
  readonly file: string;
  readonly find: string;
  readonly replace: string;
}

const edits = (
  file: string,
  ...pairs: readonly (readonly [find: string, replace: string])[]
): SemanticEdit[] => pairs.map(([find, replace]) => ({ file, find, replace }));

/** Every edit. */
export const SEMANTIC_EDITS: readonly SemanticEdit[] = [
  ...edits(
    "admission.ts",
    ["if (!parts.allowsSnapshot(snapshot.state))", 'if (snapshot.state === "stale")'],
    [
      "for (const [at, outcome] of quotas) return",
      'for (const [at, outcome] of quotas) if (at === "session") return',
    ],
    ["if (session.isTornDown) return", "if (session.isTornDown && session.active !== undefined) return"],
    [
      "session.usedTurnIds.has(turn_id) &&",
      "session.usedTurnIds.has(turn_id) && session.active !== undefined &&",
    ],
    [
      "if (session.active !== undefined && !parts.mayOverlap())",
      "if (session.active?.turn_id === turn_id && !parts.mayOverlap())",
    ],
    [
      "if (parts.isStale(authority_epoch, session.epoch))",
      "if (parts.isStale(authority_epoch + 1, session.epoch))",
    ],
    [
      "if (!session.hasAuthority) return",
      "if (!session.hasAuthority && session.active !== undefined) return",
    ],
    [
      "if (!parts.allowsProfile(session.plan.execution_profile))",
      'if (session.plan.execution_profile === "")',
    ],
  ),
  ...edits(
    "authority-guard.ts",
    ["    session.hasAuthority = false;\n", ""],
    ["    return loseAuthority(world, session);\n", "    return;\n"],
    ["  session.epoch = authority_epoch;\n", "  session.epoch = authority_epoch - 1;\n"],
    ['if (change === "issue") session.hasAuthority = true;', "session.hasAuthority = true;"],
    ['change === "issue" ? "lease_issued" : "lease_rotated"', '"lease_issued"'],
    ['reason: "authority_loss", cause', 'reason: "authority_revoked", cause'],
    ['  emitSignal(world, session, { signal: "migration_start" });\n', ""],
    ["  session.epoch = epoch;\n", ""],
    [
      "  loseAuthority(world, session);\n  session.hasAuthority = true;\n",
      "  session.hasAuthority = true;\n",
    ],
    [
      "  loseAuthority(world, session);\n  session.hasAuthority = true;\n",
      "  loseAuthority(world, session);\n  session.hasAuthority = false;\n",
    ],
    ['  emitSignal(world, session, { signal: "migration_finish" });\n', ""],
    [
      '  emitSignal(world, session, { signal: "stale_epoch_reject", event_scope: "session", reason: "stale_epoch" });\n',
      "",
    ],
  ),
  ...edits(
    "budgets.ts",
    [
      'if (!adapts(world, session, { turn, actions: ["degrade", "fallback"], reason: what }))',
      'if (what !== "turn_budget")',
    ],
    ['  if (fault === "throw") {\n', '  if (fault === "hang") {\n'],
    ["  if (turn.hanging.has(node_id)) return;\n", ""],
    ["turn.plan.budgets.node_budget_ms_default, () => {", "turn.plan.budgets.turn_budget_ms, () => {"],
    ['what: "node_budget", reason }', 'what: "node_budget", reason: "turn_budget_exhausted" }'],
    ["  turn.usedActions.add(action);\n", ""],
    ['  if (action !== "retry")\n', '  if (action !== "fallback")\n'],
  ),
  ...edits(
    "cancel-fence.ts",
    ["if (session.active !== undefined) cancelTurn(world, session, { turn: session.active, cause });", ""],
    ['if (scope === "turn") return cancelTurn(world, session, { turn, cause });', ""],
    ['scope === "node" ? `node:', 'scope === "node" ? `nodes:'],
    ["    turn.fenced.has(`invocation:", "    turn.fenced.has(`invocations:"],
    ["turn.abandoned.has(provider_invocation_id))", 'turn.abandoned.has(""))'],
    ['return turn.state === "Closed" || isPartOut;', "return isPartOut;"],
    ["turn.cancelled || turn.accepted_outputs === 0) return;", "turn.cancelled) return;"],
    [
      'if (turn.playback !== (phase === "started" ? "none" : "started")) return;',
      'if (turn.playback === "completed") return;',
    ],
    ["  turn.playback = phase;\n", ""],
    ["  turn.accepted_outputs += 1;\n", ""],
  ),
  ...edits(
    "connection.ts",
    ["teardown === true && TEARS_DOWN.includes(state)", "TEARS_DOWN.includes(state)"],
    ["  if (isTeardown) session.isTornDown = true;\n", ""],
    ['  if (state === "connected") session.isTornDown = false;\n', ""],
    ['reason: "transport_disconnect_or_stall", cause', 'reason: "transport_failure", cause'],
  ),
  ...edits(
    "providers.ts",
    ["|| turn.abandoned.has(provider_invocation_id)) return;", ") return;"],
    [
      'actions: ["retry", "provider_switch", "fallback"], reason',
      'actions: ["retry", "provider_switch", "fallback", "degrade"], reason',
    ],
    ['reason: "provider_failure", cause', 'reason: "provider_error", cause'],
    ['else if (action !== "retry") turn.abandoned.add(provider_invocation_id);', ""],
    ["started_at: clock.now", "started_at: 0"],
  ),
  ...edits(
    "recorder-pressure.ts",
    [
      'session.recorder !== "pressure" || turn === undefined',
      'session.recorder === "ok" || turn === undefined',
    ],
    ["  turn.isDowngraded = true;\n", ""],
  ),
  ...edits(
    "turn-ending.ts",
    ['if (session.recorder === "unavailable")', 'if (session.recorder !== "ok")'],
    ["if (world.parts.closes()) emitSignal(", 'if (world.parts.closes() && signal === "commit") emitSignal('],
    ['          reason: reason ?? "",\n', '          reason: "aborted",\n'],
    ["  dropQueued(world, session, turn);\n", ""],
    ["  if (session.active === turn) delete session.active;\n", ""],
    ['  turn.state = "Closed";\n', ""],
  ),
  ...edits(
    "turn-opening.ts",
    ["  session.usedTurnIds.add(turn_id);\n", ""],
    ["  noteRecorderPressure(world, session);\n", ""],
    [
      "turn.budget = world.clock.schedule(plan.budgets.turn_budget_ms,",
      "turn.budget = world.clock.schedule(plan.budgets.turn_budget_ms + 1,",
    ],
    ["turn_id, authority_epoch: session.epoch };", "turn_id };"],
  ),
  ...edits(
    "ingress.ts",
    ["if (session_id !== session.session_id) return", "if (session_id === undefined) return"],
    ["if (OWN_SIGNALS.includes(signal)) return", 'if (signal === "turn_open") return'],
    ["session.seenEventIds.add(String(event_id));", ""],
    [
      "if (Number(authority_epoch) > session.epoch) return",
      "if (Number(authority_epoch) > session.epoch + 1) return",
    ],
    ["session.active?.turn_id !== turn_id) return", "!session.turns.has(String(turn_id))) return"],
  ),
  ...edits(
    "edges/edge-queue.ts",
    ["if (edge.credit !== undefined) edge.credit -= world", "if (edge.credit === 1) edge.credit -= world"],
    ["edge.queue.length < marks.high) return;", "edge.queue.length <= marks.high) return;"],
    ["  edge.isStopped = true;\n", ""],
    ["if (edge.onDemand) edge.demand -= 1;", ""],
    ["    admitBlocked(world, session, { turn, edge });\n", ""],
    ['  if (lane_handling[edge.lane] !== "block") return;\n', ""],
  ),
  ...edits(
    "edges/edge-stimuli.ts",
    ["if (edge.queue.length < policy.max_queue_items)", "if (edge.queue.length <= policy.max_queue_items)"],
    ["edge.queue.splice(0, edge.queue.length, item);", "edge.queue.splice(0, 1, item);"],
    [
      "const merged = [...edge.queue, item].flatMap((one) => one.merged);",
      "const merged = [...edge.queue].flatMap((one) => one.merged);",
    ],
    ["edge.droppedGroups.has(item.sync_id)) return [item];", 'edge.droppedGroups.has("")) return [item];'],
  ),
  ...edits(
    "edges/edge-drops.ts",
    ["const seq_range = skipNumbers(session, batch.length);", "const seq_range = skipNumbers(session, 1);"],
    [
      "lane.queue = lane.queue.filter((item) => !isOfGroup(item));",
      "lane.queue = lane.queue.filter(() => true);",
    ],
  ),
];
