/**
 * Payloads for inputs. Each port has a pool of good ones, drawn once from the seed: from what the author gives, else
 * from the JSON Schema of the port, else from its payload class. A schema judges what was drawn for it, so that only
 * good ones are in the pool.
 */
import fc, { type Arbitrary } from "fast-check";

import { checkWithSchema } from "../../../authoring/manifest/check-with-schema.ts";
import { jsonSchemaOf } from "../../../authoring/manifest/json-schema-of.ts";
import type { NodeDefinition } from "../../../authoring/node/node-definition.ts";
import { payloadSchemaOf } from "../../../authoring/node/node-port.ts";
import type { StandardSchema } from "../../../authoring/node/standard-schema.ts";
import type { PayloadClass } from "../../../contracts/security/payload-class.ts";
import { type SeededRandom, seededRandom } from "../../../simulation/seeded-random.ts";
import { checkSeed } from "../../runner/check-seed.ts";
import type { NodeInputs } from "../node-conformance-options.ts";
import { drawAnything, drawFromSchema } from "./draw-from-schema.ts";
import { drawText } from "./draw-text.ts";

/** Payloads of a port. */
export interface PayloadPool {
  readonly type: string;
  /** Good ones, at least one. */
  readonly good: readonly unknown[];
  /** Ones that the port does not take. */
  readonly malformed: readonly unknown[];
}

/** The pools of a node, and the ports for which there is no payload. */
export interface PayloadPools {
  readonly pools: readonly PayloadPool[];
  readonly unfed: readonly string[];
}

/** Payloads in a pool. */
const POOL = 48;

const ODD_PAYLOADS: readonly unknown[] = [
  undefined,
  null,
  true,
  -1,
  "",
  "{",
  [],
  {},
  { text: 7 },
  new Int16Array(3),
];

/** Draws the pools. */
export async function drawPools(
  { inputs: ports, descriptor }: NodeDefinition,
  { inputs = {}, seed }: { readonly inputs?: NodeInputs | undefined; readonly seed: number },
): Promise<PayloadPools> {
  const pools: PayloadPool[] = [];
  const unfed: string[] = [];
  for (const { type, lane, payload_class } of descriptor.inputs) {
    if (lane === "ControlLane") continue;
    const schema = payloadSchemaOf(ports[type] ?? { payload_class });
    const random = seededRandom(checkSeed(seed, type));
    const accepts = (value: unknown) => schema === undefined || isAccepted(schema, value);
    const given = inputs[type];
    const drawn =
      given === undefined ? await drawnFor(schema, { random, payload_class }) : givenBy(given, random);
    const good = drawn.filter(accepts);
    if (good.length === 0) unfed.push(type);
    else pools.push({ type, good, malformed: malformedFor(schema, good) });
  }
  return { pools, unfed };
}

/** The pools with their smallest payloads only. */
export const smallPayloads = ({ pools, unfed }: PayloadPools): PayloadPools => ({
  unfed,
  pools: pools.map((pool) => {
    const bySize = pool.good
      .map((payload) => ({ payload, size: sizeOf(payload) }))
      .sort((a, b) => a.size - b.size);
    const small = bySize.slice(0, FEWEST);
    return { ...pool, good: small.map(({ payload }) => payload) };
  }),
});

/** Payloads of a pool that are kept. */
const FEWEST = 10;

const sizeOf = (payload: unknown): number =>
  ArrayBuffer.isView(payload) ? 0 : (JSON.stringify(payload) ?? "").length;

const isAccepted = (schema: StandardSchema, value: unknown): boolean => checkWithSchema(schema, value).ok;

/** What the schema refuses; without one what is of another kind than every good payload. */
function malformedFor(schema: StandardSchema | undefined, good: readonly unknown[]): readonly unknown[] {
  if (schema !== undefined) return ODD_PAYLOADS.filter((value) => !isAccepted(schema, value));
  const kinds = new Set(good.map(kindOf));
  return ODD_PAYLOADS.filter((value) => !kinds.has(kindOf(value)));
}

const kindOf = (value: unknown): string => Object.prototype.toString.call(value);

const givenBy = (given: NodeInputs[string], random: SeededRandom): readonly unknown[] =>
  isArbitrary(given) ? fc.sample(given, { seed: random.between(0, 2 ** 31 - 1), numRuns: POOL }) : given;

const isArbitrary = (given: NodeInputs[string]): given is Arbitrary<unknown> => !Array.isArray(given);

async function drawnFor(
  schema: StandardSchema | undefined,
  { random, payload_class }: { readonly random: SeededRandom; readonly payload_class: PayloadClass },
): Promise<readonly unknown[]> {
  const generic = () => Array.from({ length: POOL }, () => drawByClass(payload_class, random));
  if (schema === undefined) return generic();
  const answer = await jsonSchemaOf(schema);
  // A refinement may refuse most of what the JSON Schema allows.
  const root = answer.ok ? answer.json_schema : {};
  const drawn = answer.ok
    ? Array.from({ length: 8 * POOL }, () => drawFromSchema(root, { random, root }))
    : [];
  const good = drawn.filter((value) => isAccepted(schema, value)).slice(0, POOL);
  return good.length > 0 ? good : [...generic(), ...ODD_PAYLOADS];
}

function drawByClass(payload_class: PayloadClass, random: SeededRandom): unknown {
  if (payload_class === "audio_raw") return drawFrame(random);
  if (payload_class === "metadata" || payload_class === "derived_summary") return drawAnything(random);
  return drawText(random);
}

/** Samples of a frame of 20 ms at 16 kHz. */
const FRAME = 320;

/** Silence, a loud or quiet tone, or noise. */
function drawFrame(random: SeededRandom): Int16Array {
  const amplitude = random.pick([0, 0, 40, 9000, 24_000]);
  const frequency = random.pick([220, 440, 1000]);
  const isNoise = random.chance(0.25);
  const frame = new Int16Array(FRAME);
  for (let at = 0; at < FRAME; at += 1)
    frame[at] = Math.round(
      amplitude * (isNoise ? 2 * random.next() - 1 : Math.sin((2 * Math.PI * frequency * at) / 16_000)),
    );
  return frame;
}
