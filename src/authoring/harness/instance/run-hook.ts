/** Calls a hook other than `process`: under the virtual globals, with its timeout, and with what it gives. */
import { describeValue } from "../../../internal/describe-value.ts";
import { HOOK_TIMEOUT_MS } from "../../node/node-descriptor.ts";
import type { HookName } from "../node-step.ts";
import type { HookEntry } from "../transcript.ts";
import { type HarnessWorld, violate } from "../world/harness-world.ts";
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

/** Never settles: what an injected hang does. */
export const never = (): Promise<never> => new Promise(() => {});

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
  let isTimedOut = false;
  let stopTimer = () => {};
  try {
    const timeout = new Promise<void>((resolve) => {
      const timer = clock.schedule(HOOK_TIMEOUT_MS, () => {
        isTimedOut = true;
        resolve();
      });
      stopTimer = timer.cancel;
    });
    if (fault === "throw") throw new Error("Injected fault");
    const work = fault === "hang" ? never() : world.globals.run(world.host, () => invoke?.());
    const value = (await Promise.race([work, timeout])) as T;
    if (isTimedOut) {
      entry.outcome = "timeout";
      violateTimeout(world, { hook, isInjected: fault !== undefined });
      return { isOk: false };
    }
    entry.outcome = "success";
    return { isOk: true, value };
  } catch (error) {
    entry.outcome = "infrastructure_failure";
    entry.error = errorText(error);
    if (fault === undefined)
      violate(world, "NODE-LIFE-01", {
        message: `Hook ${hook} threw`,
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

function violateTimeout(
  world: HarnessWorld,
  { hook, isInjected }: { readonly hook: HookName; readonly isInjected: boolean },
): void {
  if (isInjected) return;
  violate(world, "NODE-LIFE-02", {
    message: `Hook ${hook} did not end in time`,
    expected: `an end within ${HOOK_TIMEOUT_MS} ms`,
    received: "no end",
    likely_cause: "It waits for something that never comes, or that takes longer than a hook may take",
  });
}
