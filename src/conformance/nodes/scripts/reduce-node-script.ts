/**
 * Makes a failing script small: steps that the failure does not need go, times become as short and payloads as simple
 * as they can be. What is left is minimal: without any one of its steps it does not fail in this way.
 */
import type { NodeStep } from "../../../authoring/harness/node-step.ts";
import type { NodeScript } from "../run/node-run.ts";

/** How far a script is made smaller. */
export interface Reduction {
  /** Whether a script still fails. */
  fails(script: NodeScript): Promise<boolean>;
  /** Scripts that are tried at most. */
  readonly most: number;
}

/** The smallest script found that still fails. */
export async function reduceNodeScript(script: NodeScript, { fails, most }: Reduction): Promise<NodeScript> {
  let smallest = script;
  let left = most;
  const takes = async (candidate: NodeScript): Promise<boolean> => {
    if (left <= 0) return false;
    left -= 1;
    if (!(await fails(candidate))) return false;
    smallest = candidate;
    return true;
  };
  for (let before: NodeScript | undefined; before !== smallest && left > 0; ) {
    before = smallest;
    await dropSteps(() => smallest, takes);
    for (let at = 0; at < smallest.length; at += 1) await simplify(at, () => smallest, takes);
  }
  return smallest;
}

type Takes = (candidate: NodeScript) => Promise<boolean>;

/** Runs of steps, long ones first, from the end. */
async function dropSteps(current: () => NodeScript, takes: Takes): Promise<void> {
  for (let size = Math.ceil(current().length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let from = current().length - size; from >= 0; from -= size) {
      const script = current();
      if (from + size <= script.length) await takes([...script.slice(0, from), ...script.slice(from + size)]);
    }
  }
}

/** One step: a shorter time, a simpler payload, fewer members. */
async function simplify(at: number, current: () => NodeScript, takes: Takes): Promise<void> {
  for (;;) {
    const script = current();
    const step = script[at];
    if (step === undefined) return;
    let isSimpler = false;
    for (const one of simplerSteps(step)) {
      isSimpler = await takes(script.with(at, one));
      if (isSimpler) break;
    }
    if (!isSimpler) return;
  }
}

function* simplerSteps(step: NodeStep): Generator<NodeStep> {
  switch (step.kind) {
    case "advance":
      for (const ms of new Set([1, Math.floor(step.ms / 2), step.ms - 10, step.ms - 1]))
        if (ms >= 0 && ms < step.ms) yield { ...step, ms };
      return;
    case "input":
      if (step.envelope !== undefined && !("event_id" in step.envelope)) {
        const { envelope: _, ...rest } = step;
        yield rest;
      }
      for (const payload of simplerPayloads(step.payload)) yield { ...step, payload };
      return;
    case "cancel":
      if (step.scope !== undefined) yield { kind: "cancel" };
      return;
    case "migrate":
      if (step.lose !== undefined) yield { kind: "migrate" };
      return;
    default:
      return;
  }
}

/** Shorter texts and lists, fewer samples, fewer members. What the port refuses does not fail and is not taken. */
function* simplerPayloads(payload: unknown): Generator<unknown> {
  if (typeof payload === "string") {
    const words = payload.split(" ");
    if (words.length > 1) {
      yield words.slice(0, Math.ceil(words.length / 2)).join(" ");
      yield words.slice(Math.ceil(words.length / 2)).join(" ");
      for (const at of words.keys()) yield words.toSpliced(at, 1).join(" ");
    } else if (payload.length > 1) {
      const middle = Math.ceil(payload.length / 2);
      yield* new Set([
        payload.slice(0, middle),
        payload.slice(middle),
        payload.slice(0, -1),
        payload.slice(1),
      ]);
    }
  } else if (payload instanceof Int16Array) {
    if (payload.length > 0) yield payload.slice(0, Math.floor(payload.length / 2));
    if (payload.some((sample) => sample !== 0)) yield new Int16Array(payload.length);
  } else if (Array.isArray(payload)) {
    for (const at of payload.keys()) yield payload.toSpliced(at, 1);
    for (const [at, item] of payload.entries())
      for (const simpler of simplerPayloads(item)) yield payload.with(at, simpler);
  } else if (typeof payload === "object" && payload !== null && !ArrayBuffer.isView(payload)) {
    const members = Object.entries(payload);
    for (const [name] of members) yield Object.fromEntries(members.filter(([other]) => other !== name));
    for (const [name, value] of members)
      for (const simpler of simplerPayloads(value)) yield { ...payload, [name]: simpler };
  } else if (typeof payload === "number" && Number.isInteger(payload) && payload > 1) {
    yield 0;
    yield Math.floor(payload / 2);
  }
}
