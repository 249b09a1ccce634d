/** Arbitrary valid artifacts of one contract, generated from its shape. */
import type { Random } from "fast-check";
import { Arbitrary, Stream, sample, stream, Value } from "fast-check";

import type { KindEntry } from "../../validators/assert-fits.ts";
import { diagnose } from "../../validators/diagnose.ts";
import type { ObjectShape } from "../../validators/shape.ts";
import { Draws, LEAST } from "./draws.ts";
import type { Given } from "./make-object.ts";
import { makeObject, nothingGiven } from "./make-object.ts";
import type { ObjectPlan } from "./object-plan.ts";
import { planOf } from "./plan.ts";
import { smaller } from "./smaller.ts";

/** How to narrow or widen the artifacts of an arbitrary. */
export interface ArtifactConstraints<T> {
  /** Fields with fixed values; `undefined` keeps an optional field away. */
  readonly with?: Partial<T>;
  /** `allow` adds fields of a later minor, which only open validation lets through. */
  readonly unknownFields?: "reject" | "allow";
}

/** Values that the field which decides about others may have. */
export interface DeciderConstraint {
  readonly deciders?: readonly string[] | undefined;
}

/** Arbitrary artifacts of a contract. Fixed fields that no valid artifact has are a TypeError. */
export function artifactArbitrary<T>(
  kind: string,
  entry: KindEntry,
  constraints: ArtifactConstraints<T> & DeciderConstraint = {},
): Arbitrary<T> {
  return new ArtifactArbitrary<T>(kind, entry, constraints);
}

/** One shape that artifacts may have, with what is decided about it. */
interface Variant {
  readonly plan: ObjectPlan;
  readonly given: Given;
}

class ArtifactArbitrary<T> extends Arbitrary<T> {
  readonly #entry: KindEntry;
  readonly #open: boolean;
  readonly #fixed: ReadonlyMap<string, unknown>;
  readonly #deciders: readonly string[] | undefined;
  readonly #variants: readonly Variant[];
  readonly #least: T | undefined;

  constructor(kind: string, entry: KindEntry, constraints: ArtifactConstraints<T> & DeciderConstraint) {
    super();
    const { shape } = entry;
    const shapes = shape.is === "event" ? [shape.record, shape.signal] : [shape as ObjectShape];
    this.#entry = entry;
    this.#open = constraints.unknownFields === "allow";
    this.#fixed = new Map(Object.entries(constraints.with ?? {}));
    this.#deciders = constraints.deciders;
    this.#variants = shapes
      .flatMap((candidate) => variantOf(candidate, this.#fixed, constraints.deciders))
      .filter((variant) => this.#isPossible(variant));
    if (this.#variants.length === 0) throw new TypeError(this.#refusal(kind));
    this.#least = this.#leastArtifact();
  }

  override generate(random: Random, biasFactor: number | undefined): Value<T> {
    const edgy = biasFactor !== undefined && random.nextInt(1, biasFactor) === 1;
    const draws = new Draws(random, { edgy, open: this.#open });
    const { plan, given } = draws.one(this.#variants);
    return new Value(makeObject(plan, draws, given) as T, FRESH);
  }

  override canShrinkWithoutContext(value: unknown): value is T {
    return this.#accepts(value);
  }

  override shrink(value: T, context: unknown): Stream<Value<T>> {
    const candidates = stream(this.#smaller(value, context === FRESH) as IterableIterator<unknown>);
    return candidates
      .filter((candidate): candidate is T => this.#accepts(candidate))
      .map((candidate) => new Value(candidate, SHRUNK));
  }

  *#smaller(value: T, fresh: boolean): Iterable<unknown> {
    // Offered once: from there on every step goes down in the order of `smaller`.
    if (fresh && this.#least !== undefined) yield structuredClone(this.#least);
    yield* smaller(this.#entry.shape, value, new Set(this.#fixed.keys()));
  }

  #accepts(value: unknown): boolean {
    if (!this.#entry.fits(value, this.#open)) return false;
    const fields = value as Readonly<Record<string, unknown>>;
    if (![...this.#fixed].every(([name, fixed]) => isSame(fields[name], fixed))) return false;
    const decider = this.#entry.shape.is === "object" ? this.#entry.shape.by?.field : "signal";
    return (
      this.#deciders === undefined ||
      decider === undefined ||
      this.#deciders.includes(fields[decider] as string)
    );
  }

  #isPossible({ plan, given }: Variant): boolean {
    try {
      const value = makeObject(plan, new Draws(LEAST), given);
      return this.#entry.fits(value, true);
    } catch {
      return false;
    }
  }
}
