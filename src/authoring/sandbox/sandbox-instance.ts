/** A running module: calls go in with fuel and come out with outputs, or as a failure that the module does not survive. */
import { quote } from "../../internal/quote.ts";
import type { NodeContext } from "../node/node-context.ts";
import type { OutcomeClass } from "../node/node-definition.ts";
import type { NodeOutput } from "../node/node-event.ts";
import type { Message } from "./event-encoding.ts";
import { METER_EXPORTS } from "./meter-module.ts";
import { importedMemory, type SandboxProgram } from "./prepare-sandbox-program.ts";
import { MEMORY_NAME, NODE_HOST_MODULE, type NodeExport, SANDBOX_LIMITS } from "./sandbox-abi.ts";
import {
  type ActiveCall,
  createNodeHostFunctions,
  createWasiFunctions,
  type HostAccess,
  regionOf,
} from "./sandbox-host.ts";
import { ModuleFault, SandboxFailure } from "./sandbox-refusal.ts";

/** A call of a hook. */
export interface SandboxCall {
  readonly hook: NodeExport;
  readonly ctx: NodeContext;
  /** What goes in: a message in regions of memory, or a number. */
  readonly message?: Message;
  readonly number?: number;
  readonly givesOutputs?: boolean;
}

/** How a call ended that the module survived. */
export interface SandboxAnswer {
  readonly outcome: OutcomeClass;
  readonly outputs: readonly NodeOutput[];
  readonly refusal: string | undefined;
  /** What the function of the module returned; 0 where there is none. */
  readonly result: number;
}

/** A running module. */
export interface SandboxInstance {
  /** Why the module is dead, once it is. */
  readonly death: string | undefined;
  has(hook: NodeExport): boolean;
  /** Calls a hook. Throws a SandboxFailure when the module fails, or is dead or was not started. */
  call(call: SandboxCall): SandboxAnswer;
  /** Makes the module ready and runs its start function. Throws a SandboxFailure as `call` does. */
  boot(ctx: NodeContext): void;
}

/** What an instance is made from. */
export interface SandboxSurroundings {
  readonly node_id: string;
  readonly max_buffered: number;
}

/** Regions begin at multiples of this, so that every typed array fits. */
const ALIGNMENT = 16;

const NO_BYTES = new Uint8Array();

type Functions = Readonly<Record<string, ((...numbers: number[]) => unknown) | undefined>>;

/** An instance that has not been booted. */
export function createSandboxInstance(
  program: SandboxProgram,
  { node_id, max_buffered }: SandboxSurroundings,
): SandboxInstance {
  let functions: Functions | undefined;
  let memory: WebAssembly.Memory | undefined;
  let gauges: Record<"fuel" | "depth" | "refused", WebAssembly.Global<"i32">> | undefined;
  let active: ActiveCall | undefined;
  let death: string | undefined;

  const access: HostAccess = {
    call() {
      if (active !== undefined) return active;
      throw new ModuleFault({ action: "serve the module", expected: "a running hook", received: "none" });
    },
    pay(fuel) {
      if (gauges === undefined) return;
      // No lower, as the number would come round to the other side.
      gauges.fuel.value = Math.max(-1, gauges.fuel.value - fuel);
      if (gauges.fuel.value >= 0) return;
      throw new ModuleFault({ action: "serve the module", expected: "fuel", received: "none" });
    },
    memory: () => (memory === undefined ? NO_BYTES : new Uint8Array(memory.buffer)),
    state_names: new Set(),
    max_outputs: max_buffered,
    max_held_bytes: program.memory_mb * 2 ** 20,
  };

  const refuel = () => {
    if (gauges === undefined) return;
    gauges.fuel.value = program.fuel_per_call;
    gauges.depth.value = SANDBOX_LIMITS.call_depth;
    gauges.refused.value = 0;
  };

  const instantiate = () => {
    const host = { ...createNodeHostFunctions(access), ...importedMemory(program) };
    const wasi = createWasiFunctions(access);
    const imports: WebAssembly.Imports = { [NODE_HOST_MODULE]: host };
    for (const { module } of WebAssembly.Module.imports(program.module)) {
      imports[module] ??= wasi[module.replace(/@.*$/, "")] ?? {};
    }
    const { exports } = new WebAssembly.Instance(program.module, imports);
    const global = (name: string) => exports[name] as WebAssembly.Global<"i32">;
    const { fuel, depth, refused, start } = METER_EXPORTS;
    gauges = { fuel: global(fuel), depth: global(depth), refused: global(refused) };
    functions = exports as Functions;
    memory = (host[MEMORY_NAME] ?? exports[MEMORY_NAME]) as WebAssembly.Memory;
    refuel();
    functions[start]?.();
  };

  /** Puts the message into memory that the module sets aside, and gives the numbers that say where. */
  const pass = ({ json, bytes }: Message, hook: NodeExport): number[] => {
    const offset = Math.ceil(json.length / ALIGNMENT) * ALIGNMENT;
    const length = offset + bytes.length + ALIGNMENT - 1;
    const ptr = Number(functions?.["rspp_alloc"]?.(length)) >>> 0;
    if (ptr === 0) throw new SandboxFailure(cannot(hook, `memory for ${length} bytes`, "none"), "overload");
    const room = regionOf(access.memory(), { ptr, length, action: "pass an event to the module" });
    const padding = (ALIGNMENT - (ptr % ALIGNMENT)) % ALIGNMENT;
    room.set(json, padding);
    room.set(bytes, padding + offset);
    const start = ptr + padding;
    return hook === "rspp_process"
      ? [start, json.length, start + offset, bytes.length]
      : [start, json.length];
  };

  const cannot = (hook: string, expected: string, received: string) =>
    `Cannot run ${hook} of node ${quote(node_id)}: expected ${expected} but received ${received}`;

  const failureOf = (hook: string, error: unknown): SandboxFailure => {
    if (error instanceof SandboxFailure) return error;
    const infra = (expected: string, received: string) =>
      new SandboxFailure(cannot(hook, expected, received), "infrastructure_failure");
    if ((gauges?.fuel.value ?? 0) < 0) {
      const expected = `at most ${program.fuel_per_call} units of fuel`;
      return new SandboxFailure(cannot(hook, expected, "a call that needs more"), "timeout");
    }
    const isTooLarge = gauges?.refused.value === 1 || active?.asked_too_much === true;
    if (isTooLarge) {
      const expected = `at most ${program.memory_mb} MiB of memory and ${max_buffered} outputs of a call`;
      return new SandboxFailure(cannot(hook, expected, "a module that asks for more"), "overload");
    }
    if ((gauges?.depth.value ?? 0) < 0) {
      return infra(`at most ${SANDBOX_LIMITS.call_depth} nested calls`, "a module that nests more");
    }
    if (error instanceof ModuleFault) return infra("a module that keeps to the ABI", error.message);
    return infra("no trap", quote(error instanceof Error ? error.message : String(error), 300));
  };

  const outcomeOf = ({ hook, refusal, asked_too_much }: ActiveCall, result: number): OutcomeClass => {
    if (refusal !== undefined) return "blocked";
    // This one returns a choice, all others 0 or a failure.
    if (result !== 0 && hook !== "rspp_on_budget_exhausted") return "infrastructure_failure";
    return gauges?.refused.value === 1 || asked_too_much ? "overload" : "success";
  };

  /** Runs the module for a hook, and sees to it that it is accounted for and does not live on after a failure. */
  const guarded = (call: ActiveCall, run: () => number): SandboxAnswer => {
    const { hook } = call;
    if (death !== undefined) {
      const expected = "a module that is alive";
      throw new SandboxFailure(
        cannot(hook, expected, `one that is dead: ${death}`),
        "infrastructure_failure",
      );
    }
    active = call;
    refuel();
    let outcome: OutcomeClass = "success";
    try {
      const result = run();
      outcome = outcomeOf(call, result);
      return { outcome, outputs: call.outputs, refusal: call.refusal, result };
    } catch (error) {
      const failure = failureOf(hook, error);
      outcome = failure.outcome;
      // The module itself said that it has no memory for an event: it is as it was before.
      if (failure !== error) death = failure.message;
      throw failure;
    } finally {
      active = undefined;
      const fuel = gauges?.fuel.value ?? program.fuel_per_call;
      call.ctx.telemetry.record("boundary", {
        boundary: "sandbox",
        node_id,
        cpu_units: program.fuel_per_call - Math.max(0, fuel),
        memory_mb: access.memory().length / 2 ** 20,
        hook,
        outcome,
      });
    }
  };

  return {
    get death() {
      return death;
    },
    has: (hook) => typeof functions?.[hook] === "function",
    boot(ctx) {
      guarded(activeCall(ctx, { hook: "the start function" }), () => {
        instantiate();
        return 0;
      });
    },
    call({ hook, ctx, message, number, givesOutputs = false }) {
      if (functions === undefined && death === undefined) {
        throw new SandboxFailure(
          cannot(hook, "a module that was started", "one that was not"),
          "infrastructure_failure",
        );
      }
      return guarded(activeCall(ctx, { hook, givesOutputs }), () => {
        const numbers = message === undefined ? [] : pass(message, hook);
        if (number !== undefined) numbers.push(number);
        return Number(functions?.[hook]?.(...numbers) ?? 0);
      });
    },
  };
}

const activeCall = (
  ctx: NodeContext,
  { hook, givesOutputs = false }: { readonly hook: string; readonly givesOutputs?: boolean },
): ActiveCall => ({
  hook,
  ctx,
  givesOutputs,
  outputs: [],
  held_bytes: 0,
  records: 0,
  refusal: undefined,
  asked_too_much: false,
});
