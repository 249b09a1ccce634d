/** Calls a hook other than `process`: under the virtual globals, with its timeout, and with what it gives. */

import { describeValue } from "../../../internal/describe-value.ts";
import { never } from "../../../internal/never.ts";
import { HOOK_TIMEOUT_MS } from "../../node/node-descriptor.ts";
import type { HookName } from "../node-step.ts";
import type { HookEntry } from "../transcript.ts";
import { type Breach, type HarnessWorld, violate } from "../world/harness-world.ts";
import type { NodeInstance } from "./node-instance.ts";

/** A hook to be called. */
export interface HookCall<T> {
  readonly instance: NodeInstance;
  readonly hook: Exclude<HookName, "process">;
  /** Calls it; undefined where the node has no such hook. */
  readonly invoke: (() => T | Promise<T>) | undefined;
}

/** What was thrown, in words. */
export const errorText = (error: unknown): string =>
  error instanceof Error ? `${error.name}: ${error.message}` : describeValue(error);

/** Calls the hook and gives what it gave; `isOk` is false when it threw or took too long. Never rejects. */
export async function runHook<T>(
  world: HarnessWorld,
  { instance, hook, invoke }: HookCall<T>,
): Promise<{ readonly isOk: boolean; readonly value?: T }> {
  const fault = world.faults.get(hook);
  if (fault !== undefined) world.faults.delete(hook);
  if (invoke === undefined && fault === undefined) return { isOk: true };
  const { clock } = world;
  const started = clock.now;
  const entry: HookEntry = {
    at_ms: started,
    entry: "hook",
    hook,
    ...(instance.turn !== undefined && { turn_id: instance.turn.turn_id }),
  };
  world.transcript.push(entry);
  world.open_work += 1;
  const isStopAfterFailure = hook === "stop" && instance.hasFailed;
  let isTimedOut = false;
  let stopTimer = () => {};
  try {
    const timeout = new Promise<void>((resolve) => {
      const arm = () => {
        stopTimer = clock.schedule(HOOK_TIMEOUT_MS, () => {
          // A fallback that gives output waits for the consumer, which is no fault of the hook.
          if (world.consumer.waiting.some(({ owner }) => owner === instance)) {
            arm();
            return;
          }
          isTimedOut = true;
          resolve();
        }).cancel;
      };
      arm();
    });
    if (fault === "throw") throw new Error("Injected fault");
    const work = fault === "hang" ? never() : world.globals.run(world.host, () => invoke?.());
    const value = (await Promise.race([work, timeout])) as T;
    if (isTimedOut) {
      entry.outcome = "timeout";
      if (fault === undefined)
        violate(world, isStopAfterFailure ? "NODE-LIFE-06" : "NODE-LIFE-02", lateBreach(hook));
      instance.hasFailed = true;
      return { isOk: false };
    }
    entry.outcome = "success";
    return { isOk: true, value };
  } catch (error) {
    entry.outcome = "infrastructure_failure";
    entry.error = errorText(error);
    instance.hasFailed = true;
    if (fault === undefined)
      violate(world, isStopAfterFailure ? "NODE-LIFE-06" : "NODE-LIFE-01", {
        message: `Hook ${hook} threw${isStopAfterFailure ? " after another hook had failed" : ""}`,
        expected: "a hook that does not throw",
        received: errorText(error),
      });
    return { isOk: false };
  } finally {
    stopTimer();
    entry.took_ms = clock.now - started;
    world.open_work -= 1;
  }
}

const lateBreach = (hook: HookName): Breach => ({
  message: `Hook ${hook} did not end in time`,
  expected: `an end within ${HOOK_TIMEOUT_MS} ms`,
  received: "no end",
  likely_cause: "It waits for something that never comes, or that takes longer than a hook may take",
});
