/** Arbitrary valid artifacts of one contract, generated from its shape. */
import type { Random } from "fast-check";
import { Arbitrary, type Stream, stream, Value } from "fast-check";

import { canonicalJson } from "../../internal/canonical-json.ts";
import { describeValue } from "../../internal/describe-value.ts";
import type { KindEntry } from "../../validators/assert-fits.ts";
import { Draws } from "./draws.ts";
import type { Variant, Wishes } from "./given.ts";
import { variantsOf } from "./given.ts";
import { makeObject } from "./make-object.ts";
import type { Fields } from "./object-plan.ts";
import { smaller } from "./smaller.ts";

/** How to narrow or widen the artifacts of an arbitrary. */
export interface ArtifactConstraints<T> {
  /** Fields with fixed values; `undefined` keeps an optional field away. */
  readonly with?: Partial<T>;
  /** `allow` adds fields of a later minor, which only open validation lets through. */
  readonly unknownFields?: "reject" | "allow";
}

/** A contract, by its kind. */
export interface NamedEntry extends KindEntry {
  readonly kind: string;
}

/** Values that the field which decides about others may have; any unless told. */
export interface DeciderOptions {
  readonly deciders?: readonly string[] | undefined;
}

/** Arbitrary artifacts of a contract. Fixed fields that no valid artifact has are a TypeError. */
export function artifactArbitrary<T>(
  entry: NamedEntry,
  constraints: ArtifactConstraints<T> = {},
  { deciders }: DeciderOptions = {},
): Arbitrary<T> {
  const fixed = new Map(Object.entries(constraints.with ?? {}));
  const open = constraints.unknownFields === "allow";
  const wishes: Wishes = { fixed, deciders };
  const variants = variantsOf(entry.shape, wishes, { fits: (value) => entry.fits(value, false) });
  if (variants.length > 0) return new ArtifactArbitrary<T>(entry, { open, wishes, variants });
  const received = [
    ...[...fixed].map(([name, value]) => `${name} ${describeValue(value)}`),
    ...(deciders === undefined ? [] : [`one of ${deciders.join(", ")}`]),
  ].join(" with ");
  throw new TypeError(
    `Cannot generate ${entry.kind}: expected fixed fields that a valid artifact has but received ${received}`,
  );
}

interface Settings {
  readonly open: boolean;
  readonly wishes: Wishes;
  readonly variants: readonly Variant[];
}

/** Context of values that were generated; those that shrinking found have none to tell. */
const FRESH = "fresh";

class ArtifactArbitrary<T> extends Arbitrary<T> {
  readonly #entry: KindEntry;
  readonly #settings: Settings;

  constructor(entry: KindEntry, settings: Settings) {
    super();
    this.#entry = entry;
    this.#settings = settings;
  }

  override generate(random: Random, biasFactor: number | undefined): Value<T> {
    const { open, variants } = this.#settings;
    const edgy = biasFactor !== undefined && random.nextInt(1, biasFactor) === 1;
    const draws = new Draws(random, { edgy, open });
    const { plan, given } = draws.one(variants);
    return new Value(makeObject(plan, draws, given) as T, FRESH);
  }

  override canShrinkWithoutContext(value: unknown): value is T {
    const { open, wishes, variants } = this.#settings;
    if (!this.#entry.fits(value, open)) return false;
    const fields = value as Fields;
    if (![...wishes.fixed].every(([name, fixed]) => isSame(fields[name], fixed))) return false;
    const [variant] = variants;
    const decider = variant?.plan.decider?.name;
    return (
      wishes.deciders === undefined ||
      decider === undefined ||
      wishes.deciders.includes(fields[decider] as string)
    );
  }

  override shrink(value: T, context: unknown): Stream<Value<T>> {
    return stream(this.#candidates(value, context === FRESH))
      .filter((candidate): candidate is T => this.canShrinkWithoutContext(candidate))
      .map((candidate) => new Value(candidate, undefined));
  }

  *#candidates(value: T, fresh: boolean): IterableIterator<unknown> {
    const { wishes, variants } = this.#settings;
    // Offered once: from there on every step goes down in the order of `smaller`.
    if (fresh) for (const { small } of variants) yield structuredClone(small);
    yield* smaller(this.#entry.shape, value, { kept: new Set(wishes.fixed.keys()) });
  }
}

const isSame = (left: unknown, right: unknown): boolean =>
  left === right ||
  (typeof left === "object" &&
    typeof right === "object" &&
    left !== null &&
    right !== null &&
    canonicalJson(left) === canonicalJson(right));
