/** Takes an output to the consumer: fenced when it comes late, held back while nobody takes it. */
import { never } from "../../../internal/never.ts";
import { quote } from "../../../internal/quote.ts";
import type { NodeEvent, NodeOutput } from "../../node/node-event.ts";
import type { NodeInstance, ProcessCall } from "../instance/node-instance.ts";
import type { Delivery } from "../transcript.ts";
import { type HarnessWorld, type TurnState, turnOf, violate } from "../world/harness-world.ts";
import { type JudgedOutput, judgeOutput } from "./judge-output.ts";

/** Where an output comes from. */
export interface Source {
  readonly instance: NodeInstance;
  /** What is being processed; undefined for what is emitted outside of it. */
  readonly event?: NodeEvent;
  /** The event that came last of the turn of the context. */
  readonly last?: NodeEvent;
}

/** Gives an output. Settles at once, or when the consumer has taken it; undefined is at once. */
export function giveOutput(
  world: HarnessWorld,
  given: NodeOutput,
  { instance, event, last }: Source,
): Promise<void> | undefined {
  // Who floods does not go on.
  if (isFlood(world, instance)) return never();
  const cause = given?.cause ?? event ?? last ?? instance.last_event;
  const turn = instance.turn ?? turnOf(world, cause);
  const judged = judgeOutput(world, given, { instance, cause, turn });
  if (judged === undefined) return undefined;
  const { type } = judged.output;
  const deliver = (delivery: Delivery) => record(world, judged, delivery);
  if (!isInLife(world, instance, type) || judged.isRefused) {
    deliver("refused");
    return undefined;
  }
  const isData = judged.output.envelope.lane === "DataLane";
  if (isData && isFenced(world, { instance, turn, cause, type })) {
    deliver("late");
    return undefined;
  }
  if (world.node.descriptor.streaming === "final" && turn !== undefined && isData) {
    if (turn.finals.has(type)) {
      violate(world, "NODE-ENV-08", {
        message: `Output ${quote(type)} is the second final result of turn ${quote(turn.turn_id)}`,
        expected: "one output of each type for a turn, as streaming is final",
        received: "another one",
        likely_cause: 'The node gives results as they grow: its streaming is "incremental"',
      });
      deliver("refused");
      return undefined;
    }
    turn.finals.add(type);
  }
  judgeHeld(world, { instance, cause, event });
  // Telemetry never waits, and never makes anybody wait.
  if (!isData || (world.consumer.isOpen(type) && !world.consumer.waiting.some((one) => one.type === type))) {
    if (isData) world.consumer.spend(type);
    deliver("delivered");
    return undefined;
  }
  return waitInLine(world, { judged, turn, cause, instance });
}

/** Outputs of an instance within one instant; a node that gives more lets no time go on. */
const MOST_OUTPUTS_AN_INSTANT = 10_000;

function isFlood(world: HarnessWorld, { flow }: NodeInstance): boolean {
  const { now } = world.clock;
  if (flow.at_ms !== now) {
    flow.at_ms = now;
    flow.outputs = 0;
  }
  flow.outputs += 1;
  if (flow.outputs <= MOST_OUTPUTS_AN_INSTANT) return false;
  if (flow.outputs === MOST_OUTPUTS_AN_INSTANT + 1)
    violate(world, "NODE-BUD-02", {
      message: "The node gives output for ever and lets no time go on",
      expected: `at most ${MOST_OUTPUTS_AN_INSTANT} outputs at one instant`,
      received: "more",
      likely_cause: "A loop that gives output has no end and waits for nothing",
    });
  return true;
}

/** Whether the node may give anything at this point of its life. */
function isInLife(world: HarnessWorld, { phase }: NodeInstance, type: string): boolean {
  if (phase === "started") return true;
  const isEarly = phase === "starting";
  if (phase === "failed") return false;
  violate(world, isEarly ? "NODE-LIFE-03" : "NODE-LIFE-04", {
    message: `The node gave output ${quote(type)} ${isEarly ? "before start had ended" : "after stop was called"}`,
    expected: isEarly ? "no output before start has ended" : "no output once stop was called",
    received: `output ${quote(type)}`,
    likely_cause: isEarly ? "init or start gives output" : "A timer or a promise outlives the node",
  });
  return false;
}

interface Fenced {
  readonly instance: NodeInstance;
  readonly turn: TurnState | undefined;
  readonly cause: NodeEvent | undefined;
  readonly type: string;
}

function isFenced(world: HarnessWorld, { instance, turn, cause, type }: Fenced): boolean {
  const { now } = world.clock;
  const { within_ms } = world.node.descriptor.cancel;
  if (turn !== undefined && turn.phase !== "open") {
    const name = `Output ${quote(type)} of turn ${quote(turn.turn_id)}`;
    if (turn.is_terminated) {
      violate(world, "NODE-BUD-03", {
        message: `${name} came after the budget was used up with the outcome terminate`,
        expected: "no more output for the turn",
        received: `output at ${now} ms`,
      });
    } else if (now > turn.stops_by) {
      const isCancelled = turn.phase === "cancelled";
      violate(world, isCancelled ? "NODE-CXL-01" : "NODE-SCOPE-02", {
        message: `${name} came after the turn was ${isCancelled ? "cancelled" : "over"}`,
        expected: `no output later than ${turn.stops_by} ms (within ${within_ms} ms)`,
        received: `output at ${now} ms`,
        likely_cause: "The node does not look at ctx.cancel, or a timer of the turn was not cleared",
      });
    }
    return true;
  }
  if (cause === undefined) return false;
  const order = world.received.get(cause.envelope.event_id)?.order ?? Number.POSITIVE_INFINITY;
  const { session_cancel } = world;
  if (turn === undefined && session_cancel !== undefined && order < session_cancel.begun) {
    if (now > session_cancel.stops_by)
      violate(world, "NODE-CXL-01", {
        message: `Output ${quote(type)} came after the session was cancelled`,
        expected: `no output later than ${session_cancel.stops_by} ms (within ${within_ms} ms)`,
        received: `output at ${now} ms`,
        likely_cause: "The node does not look at ctx.cancel",
      });
    return true;
  }
  const { barge_in } = instance;
  if (barge_in === undefined) return false;
  if (order >= barge_in.begun) return false;
  if (now > barge_in.stops_by)
    violate(world, "NODE-CXL-05", {
      message: `Output ${quote(type)} came of what was buffered before the user spoke`,
      expected: `nothing of it later than ${barge_in.stops_by} ms (within ${within_ms} ms of the barge-in)`,
      received: `output at ${now} ms`,
      likely_cause: "onBargeIn does not drop what is buffered",
    });
  return true;
}

/** Outputs of events whose calls ended under pressure were held back by the node itself. */
function judgeHeld(
  world: HarnessWorld,
  { instance, cause, event }: Source & { readonly cause: NodeEvent | undefined },
): void {
  const { held } = instance;
  if (event !== undefined || cause === undefined || !held.causes.has(cause.envelope.event_id)) return;
  held.outputs += 1;
  breachOfBuffer(world, instance, held.outputs);
}

function breachOfBuffer(world: HarnessWorld, { held }: NodeInstance, count: number): void {
  const { max_buffered } = world.node.descriptor;
  if (count <= max_buffered || held.isReported) return;
  held.isReported = true;
  violate(world, "NODE-BP-01", {
    message: "The node holds back more outputs than it declares while nobody takes them",
    expected: `at most ${max_buffered} outputs (max_buffered)`,
    received: `${count} outputs`,
    likely_cause: "Outputs are emitted, or put aside, without waiting until the earlier ones are taken",
  });
}

interface InLine {
  readonly judged: JudgedOutput;
  readonly turn: TurnState | undefined;
  readonly cause: NodeEvent | undefined;
  readonly instance: NodeInstance;
}

function waitInLine(world: HarnessWorld, { judged, instance }: InLine): Promise<void> {
  world.open_work += 1;
  const { output } = judged;
  return new Promise((resolve) => {
    const { call } = instance;
    if (call !== undefined) call.held_since ??= world.clock.now;
    const settle = (delivery: Delivery) => {
      record(world, judged, delivery);
      world.open_work -= 1;
      if (call !== undefined && !world.consumer.waiting.some(({ owner }) => owner === instance))
        goOn(world, call);
      resolve();
    };
    world.consumer.wait({
      type: output.type,
      turn_id: output.envelope.turn_id,
      owner: instance,
      take: () => settle("delivered"),
      drop: () => settle("late"),
    });
    const inProcess = instance.call === undefined ? 0 : 1;
    const own = world.consumer.waiting.filter(({ owner }) => owner === instance);
    breachOfBuffer(world, instance, own.length - inProcess);
  });
}

/** A call that has waited for the consumer goes on with what was left of its budget. */
function goOn({ clock }: HarnessWorld, call: ProcessCall): void {
  if (call.held_since === undefined) return;
  const held_ms = clock.now - call.held_since;
  call.held_since = undefined;
  call.budget_ends += held_ms;
  call.armBudget();
  if (call.must_end === undefined) return;
  call.must_end += held_ms;
  call.armEnd();
}

/** Writes what became of an output; one that is fenced says so in its envelope, as the Event ABI has it. */
function record(world: HarnessWorld, { output }: JudgedOutput, delivery: Delivery): void {
  const isMarked = delivery === "late" && output.envelope.turn_id !== undefined;
  const envelope = isMarked ? { ...output.envelope, late_after_cancel: true } : output.envelope;
  world.transcript.push({ at_ms: world.clock.now, ...output, envelope, delivery });
}
