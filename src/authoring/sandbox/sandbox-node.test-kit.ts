/** Sandbox nodes for tests: modules from a few lines of text, a context that is not there, and a way to run both. */
import { expect } from "vitest";

import type { EventRecord } from "../../contracts/events/event-record.ts";
import { seededRandom } from "../../simulation/seeded-random.ts";
import type { NodeContext, StateStore } from "../node/node-context.ts";
import type { NodeDefinition, OutcomeClass } from "../node/node-definition.ts";
import type { NodeEvent, NodeOutput } from "../node/node-event.ts";
import type { NodeHooks } from "../node/node-hooks.ts";
import { payloadOf } from "../node/node-port.ts";
import { type SandboxSource, sandboxNode } from "./sandbox-node.ts";
import { assembleWat } from "./wasm-module.test-kit.ts";

/** Parts of a test module in text format. */
export interface ModuleParts {
  /** Instructions of `rspp_process`, which has the locals `$json $length $bytes $count` and `$i`; they leave an i32. */
  readonly process?: string;
  /** Further fields of the module. */
  readonly fields?: string;
  readonly imports?: string;
  readonly memory?: string;
  readonly alloc?: string;
}

/** Text of a module that imports everything that the host offers. Data may stand below 4096, events stand above. */
export const moduleText = ({
  process = "(i32.const 0)",
  fields = "",
  imports = "",
  memory = '(memory (export "memory") 1)',
  alloc = "(i32.const 4096)",
}: ModuleParts = {}): string => `(module
  (import "rspp:node/host" "emit" (func $emit (param i32 i32 i32 i32) (result i32)))
  (import "rspp:node/host" "telemetry" (func $telemetry (param i32 i32)))
  (import "rspp:node/host" "refuse" (func $refuse (param i32 i32)))
  (import "rspp:node/host" "now_ms" (func $now_ms (result f64)))
  (import "rspp:node/host" "random" (func $random (result f64)))
  (import "rspp:node/host" "state_get" (func $state_get (param i32 i32 i32 i32 i32) (result i32)))
  (import "rspp:node/host" "state_set" (func $state_set (param i32 i32 i32 i32 i32) (result i32)))
  ${imports}
  ${memory}
  ${fields}
  (func $alloc (export "rspp_alloc") (param $size i32) (result i32) ${alloc})
  (func $process (export "rspp_process")
    (param $json i32) (param $length i32) (param $bytes i32) (param $count i32) (result i32) (local $i i32)
    ${process})
)`;

/** The module of these parts. */
export const moduleOf = (parts: ModuleParts = {}): Uint8Array => assembleWat(moduleText(parts));

/** Data at an address, and the two numbers that stand for it. */
export const dataAt = (address: number, text: string) => ({
  field: `(data (i32.const ${address}) ${JSON.stringify(text)})`,
  region: `(i32.const ${address}) (i32.const ${new TextEncoder().encode(text).length})`,
});

/** A node of the module of these parts. */
export const nodeOf = (parts: ModuleParts = {}, options: Partial<SandboxSource> = {}): NodeDefinition =>
  sandboxNode({
    node_id: "boxed",
    version: "1.0.0",
    execution_scope: "session",
    inputs: { in: { payload_class: "metadata", payload: payloadOf<unknown>() } },
    outputs: { out: { payload_class: "metadata", payload: payloadOf<unknown>() } },
    module: moduleOf(parts),
    ...options,
  } as SandboxSource);

/** An event of type `in`. */
export const eventOf = (payload: unknown): NodeEvent => ({
  type: "in",
  payload,
  envelope: { event_id: "e-1" } as EventRecord,
});

/** A record of telemetry. */
export interface FakeRecord {
  readonly name: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

/** What a node under test is run with, and what it left behind. */
export interface FakeRun {
  readonly hooks: NodeHooks;
  readonly ctx: NodeContext;
  readonly outcomes: OutcomeClass[];
  readonly records: FakeRecord[];
  readonly state: Map<string, unknown>;
  /** Outputs of one call of `process`. */
  process(payload: unknown): NodeOutput[];
}

/** An instance of a node under a context that is not there; `init` has run unless told otherwise. */
export function runOf(definition: NodeDefinition, { config = {} as unknown, boots = true } = {}): FakeRun {
  const outcomes: OutcomeClass[] = [];
  const records: FakeRecord[] = [];
  const state = new Map<string, unknown>();
  const store = (kind: string): StateStore => ({
    get: <T>(name: string) => state.get(`${kind} ${name}`) as T | undefined,
    set: (name, value) => void state.set(`${kind} ${name}`, value),
    delete: (name) => void state.delete(`${kind} ${name}`),
  });
  const random = seededRandom(7);
  const ctx = {
    session_id: "s-1",
    config,
    time: { monotonic_ms: () => 1_234.5 },
    state: { turn: store("turn"), session_hot: store("hot"), session_durable: store("durable") },
    telemetry: { record: (name: string, fields = {}) => void records.push({ name, fields }) },
    determinism: { seed: 7, random: () => random },
  } as unknown as NodeContext;
  const hooks = definition.create({
    config: config as never,
    host: { waitFor: (work) => work, report: (outcome) => void outcomes.push(outcome) },
  }) as unknown as NodeHooks;
  if (boots) hooks.init?.(ctx);
  return {
    hooks,
    ctx,
    outcomes,
    records,
    state,
    process: (payload) => [...(hooks.process(ctx, eventOf(payload)) as Iterable<NodeOutput>)],
  };
}

/** The records of the boundary. */
export const marksOf = ({ records }: FakeRun) =>
  records.filter(({ name }) => name === "boundary").map(({ fields }) => fields);

/** Expects a call of `process` to fail with this outcome and message. */
export function expectFailure(run: FakeRun, outcome: OutcomeClass, { message }: { message: RegExp }): void {
  expect(() => run.process(null)).toThrow(message);
  expect(run.outcomes.at(-1)).toBe(outcome);
  expect(marksOf(run).at(-1)).toMatchObject({ boundary: "sandbox", node_id: "boxed", outcome });
}
