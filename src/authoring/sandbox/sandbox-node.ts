/** Defines a node that is a WASM module: it sees nothing but its own memory and what the ABI of nodes hands it. */
import { describeValue } from "../../internal/describe-value.ts";
import { quote } from "../../internal/quote.ts";
import { type DefinedNode, defineNode, type NodeSource } from "../node/define-node.ts";
import type { NodeResources } from "../node/node-descriptor.ts";
import type { InputPorts, OutputPorts } from "../node/node-port.ts";
import type { StandardSchema } from "../node/standard-schema.ts";
import { prepareSandboxProgram } from "./prepare-sandbox-program.ts";
import { SANDBOX_DEFAULTS } from "./sandbox-abi.ts";
import { createSandboxHooks } from "./sandbox-hooks.ts";
import { SandboxRefusal } from "./sandbox-refusal.ts";

/** What a sandbox node is defined by: the members of `defineNode`, with a module in place of `create`. */
export interface SandboxSource<
  Inputs extends InputPorts = InputPorts,
  Outputs extends OutputPorts = OutputPorts,
  Config extends StandardSchema | undefined = StandardSchema | undefined,
> extends Omit<NodeSource<Inputs, Outputs, Config>, "create" | "execution_mode"> {
  /** Bytes of a core module that follows the ABI of nodes. */
  readonly module: Uint8Array;
  /** Text of the manifest that `packageNode` wrote for the module; without one the rules of `wasm_wasi` hold. */
  readonly manifest?: string | Uint8Array;
  /** Units of fuel for one call of a hook, from 1 to 2^31 - 1; 20 million unless told. A unit takes about 0.1 to 1 ns. */
  readonly fuel_per_call?: number;
  /** `memory_mb`: bound of the linear memory, in MiB; 32 unless told. */
  readonly resources?: Partial<NodeResources>;
}

const MOST_FUEL = 2 ** 31 - 1;
const MOST_MEMORY = 4_096;
const PAGES_PER_MIB = 16;

/**
 * Defines a sandbox node. Throws a SandboxRefusal, with reason codes, for a module or a package that must not run,
 * and a TypeError or RangeError for members that cannot be. The module is compiled at once; each instance has a
 * memory of its own, from `init` on.
 *
 * @example
 * const gain = sandboxNode({
 *   node_id: "gain",
 *   version: "1.0.0",
 *   execution_scope: "session",
 *   inputs: { "audio.in": { payload_class: "audio_raw", payload: payloadOf<Int16Array>() } },
 *   outputs: { "audio.out": { payload_class: "audio_raw", payload: payloadOf<Int16Array>() } },
 *   resources: { memory_mb: 1 },
 *   module: await readFile("gain.wasm"),
 * });
 */
export function sandboxNode<
  const Inputs extends InputPorts,
  const Outputs extends OutputPorts,
  const Config extends StandardSchema | undefined = undefined,
>(source: SandboxSource<Inputs, Outputs, Config>): DefinedNode<Inputs, Outputs, Config> {
  const { module, manifest, fuel_per_call = SANDBOX_DEFAULTS.fuel_per_call, ...members } = source;
  const { memory_mb = SANDBOX_DEFAULTS.memory_mb } = members.resources ?? {};
  const definition = defineNode<Inputs, Outputs, Config>({
    ...members,
    execution_mode: "sandbox",
    resources: { ...members.resources, memory_mb },
    create(init) {
      const hooks: unknown = createSandboxHooks({ program, descriptor }, init);
      return hooks as ReturnType<NodeSource<Inputs, Outputs, Config>["create"]>;
    },
  });
  const { descriptor } = definition;
  const { node_id, max_buffered } = descriptor;

  const inRange = (name: string, value: number, range: readonly [least: number, most: number]) => {
    const [least, most] = range;
    if (typeof value === "number" && value >= least && value <= most) return;
    const about = `${name} of node ${quote(node_id)}`;
    const expected = `a number from ${least} to ${most} as ${about}`;
    throw new RangeError(`Cannot define the node: expected ${expected} but received ${describeValue(value)}`);
  };
  inRange("fuel_per_call", Number.isInteger(fuel_per_call) ? fuel_per_call : Number.NaN, [1, MOST_FUEL]);
  inRange("resources.memory_mb", memory_mb, [1 / PAGES_PER_MIB, MOST_MEMORY]);
  // Outputs of a call are held until it ends, so that a module that may hold none could give none.
  inRange("max_buffered", max_buffered, [1, Number.MAX_SAFE_INTEGER]);

  const prepared = prepareSandboxProgram({
    module,
    fuel_per_call,
    memory_mb,
    ...(manifest !== undefined && { manifest }),
  });
  if (!prepared.ok) throw new SandboxRefusal(node_id, prepared);
  const { program } = prepared;
  return definition;
}
