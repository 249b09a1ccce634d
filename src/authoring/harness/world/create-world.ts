/** Makes the world of a harness. */

import { canonicalJson } from "../../../internal/canonical-json.ts";
import { quote } from "../../../internal/quote.ts";
import { strayChanceSeed } from "../../../simulation/random-streams.ts";
import { seededRandom } from "../../../simulation/seeded-random.ts";
import { createVirtualClock } from "../../../simulation/virtual-clock.ts";
import { checkWithSchema } from "../../manifest/check-with-schema.ts";
import type { NodeDefinition } from "../../node/node-definition.ts";
import type { GlobalsHost, VirtualGlobals } from "../../virtual-globals/globals-host.ts";
import { errorText } from "../instance/run-hook.ts";
import { createConsumer } from "../outputs/consumer.ts";
import type { NodeSnapshot } from "../snapshot.ts";
import { type HarnessWorld, violate } from "./harness-world.ts";

/** What a world is made from. */
export interface WorldInit {
  readonly config?: unknown;
  readonly seed: number;
  readonly session_id: string;
  readonly wall_start_ms: number;
  readonly restore?: NodeSnapshot;
  readonly globals: VirtualGlobals;
}

/** Telemetry records that are taken within one instant; more are dropped. */
export const TELEMETRY_CAPACITY = 256;

/** A world in which nothing has happened. Throws a TypeError for a config that the node refuses. */
export function createWorld(node: NodeDefinition, init: WorldInit): HarnessWorld {
  const { descriptor } = node;
  const clock = createVirtualClock();
  const values = (of: "session_hot" | "session_durable") =>
    new Map(Object.entries(init.restore?.[of] ?? {}).map(([name, value]) => [name, canonicalJson(value)]));
  const world: HarnessWorld = {
    node,
    config: configOf(node, init.config),
    seed: init.seed,
    session_id: init.session_id,
    pipeline_version: "pipeline-v1",
    clock,
    wall_offset: init.wall_start_ms,
    epoch: 1,
    sequence: 0,
    is_connected: true,
    media_ms: undefined,
    next_media_ms: 0,
    turns: new Map(),
    turn: undefined,
    session_controller: new AbortController(),
    session_cancel: undefined,
    consumer: createConsumer(),
    hot: values("session_hot"),
    durable: values("session_durable"),
    instances_made: 0,
    received: new Map(),
    calls_begun: 0,
    last_input: 0,
    given: new Set(),
    last_sequence: 0,
    last_time: 0,
    telemetry_left: TELEMETRY_CAPACITY,
    telemetry_dropped: 0,
    input_ports: new Map(descriptor.inputs.map((port) => [port.type, port])),
    output_ports: new Map(descriptor.outputs.map((port) => [port.type, port])),
    transcript: [],
    violations: [],
    faults: new Map(),
    globals: init.globals,
    host: undefined as unknown as GlobalsHost,
    node_timers: new Set(),
    pending_once: 0,
    outside: new Set(),
    open_work: 0,
    still_at: Number.NaN,
    still_moves: 0,
    is_last_of_step: false,
    is_restless: false,
  };
  const impure = seededRandom(strayChanceSeed(init.seed));
  world.host = {
    now: () => clock.now,
    wall: () => clock.now + world.wall_offset,
    schedule: (delay, callback, { repeats = false } = {}) => schedule(world, { delay, callback, repeats }),
    chance(name) {
      violate(world, "NODE-DET-03", {
        message: `The node reads chance from ${name}`,
        expected: "ctx.determinism.random()",
        received: name,
        likely_cause: "A run with it cannot be replayed",
      });
      return impure.next();
    },
    beginsWork() {
      world.is_restless = true;
    },
    stray: (reason) =>
      violate(world, "NODE-LIFE-01", {
        message: "A promise of the node was rejected and nobody looked at it",
        expected: "promises that are awaited or caught",
        received: errorText(reason),
        likely_cause: "Work is started without await, as with void, and a cancel or an error ends it",
      }),
  };
  return world;
}

function configOf({ config: schema, descriptor }: NodeDefinition, given: unknown): unknown {
  if (schema === undefined) return given;
  const check = checkWithSchema(schema, given ?? {});
  if (check.ok) return check.value;
  const problems = check.issues.map(({ path, message }) => (path === "" ? message : `${path}: ${message}`));
  throw new TypeError(
    `Cannot configure node ${quote(descriptor.node_id)}: expected a config that its schema accepts but ${problems.join("; ")}`,
  );
}

interface Scheduled {
  readonly delay: number;
  readonly callback: () => void;
  readonly repeats: boolean;
}

/** A timer of the node: counted, so that one that outlives the node is seen. */
function schedule(world: HarnessWorld, { delay, callback, repeats }: Scheduled): { cancel(): void } {
  const timer = { cancel: () => {} };
  world.node_timers.add(timer);
  if (!repeats) world.pending_once += 1;
  const done = () => {
    if (world.node_timers.delete(timer) && !repeats) world.pending_once -= 1;
  };
  const set = () => {
    const pending = world.clock.schedule(delay, () => {
      if (repeats) set();
      else done();
      callSafely(world, callback);
    });
    timer.cancel = () => {
      pending.cancel();
      done();
    };
  };
  set();
  return { cancel: () => timer.cancel() };
}

function callSafely(world: HarnessWorld, callback: () => void): void {
  try {
    world.globals.run(world.host, callback);
  } catch (error) {
    violate(world, "NODE-LIFE-01", {
      message: "A timer of the node threw",
      expected: "a callback that does not throw",
      received: errorText(error),
    });
  }
}
