/** Defines a node: checks what it says of itself, and fills in what it leaves out. */
import { LANES } from "../../contracts/events/lane.ts";
import { PAYLOAD_CLASSES } from "../../contracts/security/payload-class.ts";
import { CONTROL_SIGNALS } from "../../contracts/signals/signal-table.ts";
import { describeValue } from "../../internal/describe-value.ts";
import { nearest } from "../../internal/edit-distance.ts";
import { quote } from "../../internal/quote.ts";
import type { NodeContext } from "./node-context.ts";
import type { InstanceInit, NodeDefinition } from "./node-definition.ts";
import {
  type CancelPolicy,
  type DescribedPort,
  EXECUTION_MODES,
  EXECUTION_SCOPES,
  type ExecutionMode,
  type ExecutionScope,
  MERGE_RULES,
  type MergeRule,
  NODE_DEFAULTS,
  type NodeDescriptor,
  type NodeResources,
  STATE_KINDS,
  type StateKind,
} from "./node-descriptor.ts";
import type { EventOf, OutputOf } from "./node-event.ts";
import type { NodeHooks } from "./node-hooks.ts";
import type { InputPorts, OutputPorts } from "./node-port.ts";
import type { SchemaOutput, StandardSchema } from "./standard-schema.ts";

/** Type of the config of a node; `undefined` where it takes none. */
export type ConfigOf<Config> = Config extends StandardSchema ? SchemaOutput<Config> : undefined;

/** What a node is defined by. */
export interface NodeSource<
  Inputs extends InputPorts = InputPorts,
  Outputs extends OutputPorts = OutputPorts,
  Config extends StandardSchema | undefined = StandardSchema | undefined,
> {
  readonly node_id: string;
  /** Version of the node, `<major>.<minor>.<patch>`. */
  readonly version: string;
  /** `session`: one instance a session, `turn`: one a turn. */
  readonly execution_scope: ExecutionScope;
  /** `in_process` unless told. */
  readonly execution_mode?: ExecutionMode;
  /** Ports by event type; one on ControlLane is named after a control signal. */
  readonly inputs: Inputs;
  readonly outputs: Outputs;
  /** `incremental` unless told; `final`: at most one output of each type for a turn. */
  readonly streaming?: NodeDescriptor["streaming"];
  /** How it stops, and within how many ms; cooperative within 50 ms unless told. */
  readonly cancel?: CancelPolicy["mode"] | CancelPolicy;
  /** State that it keeps by way of its context; none unless told. */
  readonly state?: readonly StateKind[];
  /** The budget of one call of `process` is 500 ms unless told. */
  readonly resources?: Partial<NodeResources>;
  /** Outputs that it may hold back while nobody takes them; 64 unless told. */
  readonly max_buffered?: number;
  /** `arrival_order` unless told. */
  readonly merge?: MergeRule;
  /** Any Standard Schema. */
  readonly config?: Config;
  /** Makes the hooks of a new instance; what it keeps in variables of its own is the instance's. */
  create(
    init: InstanceInit<ConfigOf<Config>>,
  ): NodeHooks<NodeContext<ConfigOf<Config>, OutputOf<Outputs>>, EventOf<Inputs>, OutputOf<Outputs>>;
}

/** A defined node that remembers the types of its ports and config. */
export interface DefinedNode<
  Inputs extends InputPorts = InputPorts,
  Outputs extends OutputPorts = OutputPorts,
  Config extends StandardSchema | undefined = StandardSchema | undefined,
> extends NodeDefinition {
  readonly inputs: Inputs;
  readonly outputs: Outputs;
  /** Never set; it carries the type. */
  readonly config_type?: ConfigOf<Config>;
}

/**
 * Defines a node. Throws a TypeError or RangeError that names the member for what cannot be.
 *
 * @example
 * const echo = defineNode({
 *   node_id: "echo",
 *   version: "1.0.0",
 *   execution_scope: "turn",
 *   inputs: { "text.final": { payload_class: "text_raw", payload: payloadOf<string>() } },
 *   outputs: { "text.echo": { payload_class: "text_raw", payload: payloadOf<string>() } },
 *   create: () => ({
 *     *process(_ctx, event) {
 *       if (event.type === "text.final") yield { type: "text.echo", payload: event.payload };
 *     },
 *   }),
 * });
 */
export function defineNode<
  const Inputs extends InputPorts,
  const Outputs extends OutputPorts,
  const Config extends StandardSchema | undefined = undefined,
>(
  source: NodeSource<Inputs, Outputs, Config>,
): DefinedNode<NoInfer<Inputs>, NoInfer<Outputs>, NoInfer<Config>> {
  const { node_id, inputs, outputs, config, create } = source;
  demand(typeof node_id === "string" && node_id !== "", ["node_id", "a name", node_id]);
  const about = (member: string) => `${member} of node ${quote(node_id)}`;
  const isVersion = /^\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?$/.test(String(source.version));
  demand(isVersion, [about("version"), "<major>.<minor>.<patch>", source.version]);
  demand(typeof create === "function", [about("create"), "a function that makes the hooks", create]);
  const isSchema = config === undefined || "~standard" in config;
  demand(isSchema, [about("config"), "a Standard Schema (Zod, Valibot, ArkType, ...)", config]);
  const oneOf = <T extends string>(name: string, names: readonly T[], value: T): T => {
    const near = typeof value === "string" ? nearest(value, names) : undefined;
    const hint = near === undefined ? "" : `; did you mean "${near}"?`;
    demand(names.includes(value), [about(name), `one of ${names.join(", ")}`, value], hint);
    return value;
  };
  const whole = (name: string, value: number, min: number) => {
    demand(Number.isSafeInteger(value) && value >= min, [about(name), `a whole number >= ${min}`, value]);
    return value;
  };
  const { timeout_ms = NODE_DEFAULTS.timeout_ms, ...resources } = source.resources ?? {};
  const { cancel = NODE_DEFAULTS.cancel, state = [] } = source;
  const policy = typeof cancel === "string" ? { ...NODE_DEFAULTS.cancel, mode: cancel } : cancel;
  const descriptor: NodeDescriptor = {
    node_id,
    version: source.version,
    execution_scope: oneOf("execution_scope", EXECUTION_SCOPES, source.execution_scope),
    execution_mode: oneOf(
      "execution_mode",
      EXECUTION_MODES,
      source.execution_mode ?? NODE_DEFAULTS.execution_mode,
    ),
    inputs: portsOf(inputs, { lanes: LANES, about: about("inputs") }),
    outputs: portsOf(outputs, { lanes: ["DataLane", "TelemetryLane"], about: about("outputs") }),
    streaming: oneOf("streaming", ["incremental", "final"], source.streaming ?? NODE_DEFAULTS.streaming),
    cancel: {
      mode: oneOf("cancel.mode", ["preemptible", "cooperative"], policy.mode),
      within_ms: whole("cancel.within_ms", policy.within_ms, 0),
    },
    state: state.map((kind) => oneOf("state", STATE_KINDS, kind)),
    resources: { ...resources, timeout_ms: whole("resources.timeout_ms", timeout_ms, 1) },
    max_buffered: whole("max_buffered", source.max_buffered ?? NODE_DEFAULTS.max_buffered, 0),
    merge: oneOf("merge", MERGE_RULES, source.merge ?? NODE_DEFAULTS.merge),
  };
  const isTurnStateInSession =
    descriptor.execution_scope === "session" && descriptor.state.includes("turn_ephemeral");
  demand(!isTurnStateInSession, [about("state"), "no turn_ephemeral in session scope", "turn_ephemeral"]);
  return {
    descriptor,
    inputs,
    outputs,
    ...(config !== undefined && { config }),
    create: create as unknown as NodeDefinition["create"],
  };
}

function portsOf(
  ports: InputPorts | OutputPorts,
  { lanes, about }: { readonly lanes: readonly string[]; readonly about: string },
): DescribedPort[] {
  demand(typeof ports === "object" && ports !== null, [about, "ports by event type", ports]);
  return Object.entries(ports).map(([type, { payload_class, lane = "DataLane", ...port }]) => {
    const where = `${about}, port ${quote(type)}`;
    demand(type !== "", [about, "a name for each port", type]);
    const isClass = PAYLOAD_CLASSES.includes(payload_class);
    demand(isClass, [where, `a payload_class of ${PAYLOAD_CLASSES.join(", ")}`, payload_class]);
    demand(lanes.includes(lane), [where, `a lane of ${lanes.join(", ")}`, lane]);
    if (lane === "ControlLane") {
      const isSignal = (CONTROL_SIGNALS as readonly string[]).includes(type);
      const near = nearest(type, CONTROL_SIGNALS);
      const hint = near === undefined ? "" : `; did you mean "${near}"?`;
      demand(isSignal, [where, "the name of a control signal", type], hint);
      demand(payload_class === "metadata", [where, "payload_class metadata on ControlLane", payload_class]);
    }
    const declassifies = "declassifies" in port && port.declassifies === true;
    return { type, payload_class, lane, ...(declassifies && { declassifies }) };
  });
}

function demand(
  holds: boolean,
  [what, expected, received]: readonly [what: string, expected: string, received: unknown],
  hint = "",
): asserts holds {
  if (holds) return;
  throw new TypeError(
    `Cannot define the node: expected ${expected} as ${what} but received ${describeValue(received)}${hint}`,
  );
}
