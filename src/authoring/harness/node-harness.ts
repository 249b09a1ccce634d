/** The harness: runs a node in virtual time, does to it what a runtime and its users do, and watches over the rules. */
import { describeValue } from "../../internal/describe-value.ts";
import { quote } from "../../internal/quote.ts";
import type { DefinedNode } from "../node/define-node.ts";
import type { BudgetOutcome } from "../node/node-context.ts";
import type { NodeDefinition } from "../node/node-definition.ts";
import type { StateKind } from "../node/node-descriptor.ts";
import type { InputPorts, OutputPorts, PortPayload } from "../node/node-port.ts";
import type { NodeRuleId } from "../rules/node-rules.ts";
import { loadVirtualGlobals } from "../virtual-globals/load-virtual-globals.ts";
import { createInstances } from "./instance/instances.ts";
import { NodeContractError } from "./node-contract-error.ts";
import type { HookName, NodeStep } from "./node-step.ts";
import { NODE_SNAPSHOT_VERSION, type NodeSnapshot, takeSnapshot } from "./snapshot.ts";
import type { NodeViolation, OutputEntry, TranscriptEntry } from "./transcript.ts";
import { createWorld } from "./world/create-world.ts";
import { driveWorld } from "./world/drive-world.ts";

/** Options of a harness; every one may be left out. */
export interface HarnessOptions {
  /** Config of the node; its schema is applied. */
  readonly config?: unknown;
  /** Unsigned 32-bit integer; 1 unless told. */
  readonly seed?: number;
  readonly session_id?: string;
  /** Where the wall clock begins, in ms since the Unix epoch; 2026-01-01T00:00:00Z unless told. */
  readonly wall_start_ms?: number;
  /** State of an earlier harness. */
  readonly restore?: NodeSnapshot;
}

/** What an input may say beside type and payload. */
export type FeedOptions = Pick<Extract<NodeStep, { readonly kind: "input" }>, "turn_id" | "envelope">;

/** An output that was delivered, as tests read it. */
export interface GivenOutput<Type extends string = string, Payload = unknown> {
  readonly at_ms: number;
  readonly type: Type;
  readonly payload: Payload;
  readonly envelope: OutputEntry["envelope"];
}

/** The delivered outputs of ports, told apart by `type`. */
export type GivenOutputOf<Outputs extends OutputPorts> = {
  [Type in keyof Outputs & string]: GivenOutput<Type, PortPayload<Outputs[Type]>>;
}[keyof Outputs & string];

/** A node under test. Every method settles when all that can happen at the instant has happened. Times in ms. */
export interface NodeHarness<
  Inputs extends InputPorts = InputPorts,
  Outputs extends OutputPorts = OutputPorts,
> {
  readonly node: NodeDefinition;
  /** Virtual time since the session began. */
  readonly now_ms: number;
  /** An event arrives. */
  feed<Type extends keyof Inputs & string>(
    type: Type,
    payload?: PortPayload<Inputs[Type]>,
    options?: FeedOptions,
  ): Promise<void>;
  advanceBy(ms: number): Promise<void>;
  advanceTo(at_ms: number): Promise<void>;
  /**
   * Moves time until no call and no timer of the node is pending, timers that repeat aside; at most by `limit_ms`,
   * 60,000 unless told. Gives whether it came to rest.
   */
  runToIdle(limit_ms?: number): Promise<boolean>;
  openTurn(turn_id?: string): Promise<void>;
  commitTurn(turn_id?: string): Promise<void>;
  abortTurn(reason?: string): Promise<void>;
  cancel(options?: Omit<Extract<NodeStep, { readonly kind: "cancel" }>, "kind">): Promise<void>;
  bargeIn(): Promise<void>;
  exhaustBudget(outcome?: BudgetOutcome): Promise<void>;
  rotateLease(): Promise<void>;
  /** The consumer takes nothing more, of one output type or of all. */
  pauseOutput(type?: keyof Outputs & string): Promise<void>;
  resumeOutput(type?: keyof Outputs & string): Promise<void>;
  grantCredit(amount: number, type?: keyof Outputs & string): Promise<void>;
  skewClock(ms: number): Promise<void>;
  disconnect(): Promise<void>;
  reconnect(): Promise<void>;
  /** The session moves to a new instance; hot and turn state may be lost on the way. */
  migrate(options?: { readonly lose?: readonly StateKind[] }): Promise<void>;
  /** The next call of the hook throws, or never ends. */
  injectFault(hook: HookName, fault: "throw" | "hang"): Promise<void>;
  /** Does steps that are data: of a fixture, a marble string or a counterexample. */
  run(steps: Iterable<NodeStep>): Promise<void>;
  /** Delivered outputs, of one type or of all, in order. */
  outputs(): readonly GivenOutputOf<Outputs>[];
  outputs<Type extends keyof Outputs & string>(
    type: Type,
  ): readonly GivenOutput<Type, PortPayload<Outputs[Type]>>[];
  readonly transcript: readonly TranscriptEntry[];
  /** Rules that were broken so far. */
  readonly violations: readonly NodeViolation[];
  snapshot(): NodeSnapshot;
  /**
   * Lets the work end, stops the node, and throws a NodeContractError if a rule was broken. `allow` names rules whose
   * breach the test expects.
   */
  close(options?: { readonly allow?: readonly NodeRuleId[] }): Promise<void>;
}

/** 2026-01-01T00:00:00Z. */
const WALL_START_MS = 1_767_225_600_000;

/**
 * Makes a harness and starts the node. Rejects with a TypeError for a config that the node refuses.
 *
 * @example
 * const harness = await createNodeHarness(echo);
 * await harness.feed("text.final", "hello");
 * console.log(harness.outputs("text.echo")[0]?.payload);
 * await harness.close();
 */
export async function createNodeHarness<
  Inputs extends InputPorts = InputPorts,
  Outputs extends OutputPorts = OutputPorts,
>(
  node: NodeDefinition & Pick<DefinedNode<Inputs, Outputs>, "inputs" | "outputs">,
  options: HarnessOptions = {},
): Promise<NodeHarness<Inputs, Outputs>> {
  const { seed = 1, session_id = "session-1", wall_start_ms = WALL_START_MS, config, restore } = options;
  if (!Number.isInteger(seed) || seed < 0 || seed > 0xffffffff)
    throw new RangeError(
      `Cannot make a harness: expected option "seed" from 0 to 4294967295 but received ${describeValue(seed)}`,
    );
  if (restore !== undefined) demandSnapshotOf(node, restore);
  const globals = await loadVirtualGlobals();
  const world = createWorld(node, {
    config,
    seed,
    session_id,
    wall_start_ms,
    globals,
    ...(restore !== undefined && { restore }),
  });
  const drive = driveWorld(world, () => createInstances(world));
  await drive.begin();
  const one = (step: NodeStep) => drive.run([step]);
  const outputsOf = (type?: string) =>
    world.transcript.flatMap((entry) => {
      if (entry.entry !== "output" || entry.delivery !== "delivered") return [];
      if (type !== undefined && entry.type !== type) return [];
      const { at_ms, payload, envelope } = entry;
      return [{ at_ms, type: entry.type, payload, envelope }];
    });
  return {
    node,
    get now_ms() {
      return world.clock.now;
    },
    feed: (type, payload, more = {}) => one({ kind: "input", type, payload, ...more }),
    advanceBy: (ms) => one({ kind: "advance", ms }),
    async advanceTo(at_ms) {
      if (at_ms >= world.clock.now) return one({ kind: "advance", ms: at_ms - world.clock.now });
      throw new RangeError(
        `Cannot go back in time: expected a time >= ${world.clock.now} ms but received ${at_ms} ms`,
      );
    },
    runToIdle: (limit_ms = 60_000) => drive.runToIdle(limit_ms),
    openTurn: (turn_id) => one({ kind: "open_turn", ...(turn_id !== undefined && { turn_id }) }),
    commitTurn: (turn_id) => one({ kind: "commit_turn", ...(turn_id !== undefined && { turn_id }) }),
    abortTurn: (reason) => one({ kind: "abort_turn", ...(reason !== undefined && { reason }) }),
    cancel: (more = {}) => one({ kind: "cancel", ...more }),
    bargeIn: () => one({ kind: "barge_in" }),
    exhaustBudget: (outcome) => one({ kind: "exhaust_budget", ...(outcome !== undefined && { outcome }) }),
    rotateLease: () => one({ kind: "rotate_lease" }),
    pauseOutput: (type) => one({ kind: "pause_output", ...(type !== undefined && { type }) }),
    resumeOutput: (type) => one({ kind: "resume_output", ...(type !== undefined && { type }) }),
    grantCredit: (amount, type) => one({ kind: "grant_credit", amount, ...(type !== undefined && { type }) }),
    skewClock: (ms) => one({ kind: "skew_clock", ms }),
    disconnect: () => one({ kind: "disconnect" }),
    reconnect: () => one({ kind: "reconnect" }),
    migrate: (more = {}) => one({ kind: "migrate", ...more }),
    injectFault: (hook, fault) => one({ kind: "inject_fault", hook, fault }),
    run: (steps) => drive.run(steps),
    outputs: outputsOf as NodeHarness<Inputs, Outputs>["outputs"],
    transcript: world.transcript,
    violations: world.violations,
    snapshot: () => takeSnapshot(world),
    async close({ allow = [] } = {}) {
      await drive.end();
      const broken = world.violations.filter(({ rule }) => !allow.includes(rule));
      if (broken.length > 0)
        throw new NodeContractError(node.descriptor.node_id, { broken, transcript: world.transcript });
    },
  };
}

/** The state of one node means nothing to another. */
function demandSnapshotOf({ descriptor }: NodeDefinition, { schema_version, node_id }: NodeSnapshot): void {
  if (schema_version === NODE_SNAPSHOT_VERSION && node_id === descriptor.node_id) return;
  throw new TypeError(
    `Cannot restore node ${quote(descriptor.node_id)}: expected a snapshot ${NODE_SNAPSHOT_VERSION} of it but received ${describeValue(schema_version)} of ${describeValue(node_id)}`,
  );
}
