/** Every break of a contract, read off its shape. */
import type { FieldShape, ObjectShape, Shape } from "../../validators/shape.ts";
import type { ObjectPlan } from "../from-shape/object-plan.ts";
import { planOf } from "../from-shape/plan.ts";
import { badValues, badValuesOfField } from "./bad-values.ts";
import { mistakesAcross } from "./breaks-across-fields.ts";
import type { Place } from "./place.ts";
import type { Change, Variation } from "./variation.ts";
import { variationAt } from "./variation.ts";

/** Every break of artifacts of this shape. Objects inside `opaque` shapes are left alone. */
export function breaksOf(shape: Shape, opaque?: ReadonlySet<Shape>): Variation[] {
  if (shape.is !== "event") return breaksOfObject(shape as ObjectShape, opaque);
  // A record with a signal or an emitter is not a bad record but a bad signal.
  const records = breaksOfObject(shape.record, opaque).filter(
    ({ name }) => !/^(signal|emitted-by)-/.test(name),
  );
  const signals = breaksOfObject(shape.signal, opaque);
  return [
    ...records.map((one) => ({ ...one, name: `record-${one.name}` })),
    ...signals.map((one) => ({ ...one, name: `signal-${one.name}` })),
  ];
}

function breaksOfObject(shape: ObjectShape, opaque: ReadonlySet<Shape> | undefined): Variation[] {
  const plan = planOf(shape);
  return [...artifactBreaks(plan), ...breaksInside({ plan, unsafe: shape.unsafe }, plan, opaque)];
}

function artifactBreaks(plan: ObjectPlan): Variation[] {
  const bad = badValues(plan.shape, { rule: "CON-01", unsafe: undefined });
  return bad.map(({ rule, name, how, value }, rank) => ({
    rule,
    level: "MUST",
    name: `artifact-${name}`,
    how: `the artifact is ${how}`,
    sort: "artifact",
    rank,
    plan,
    apply: () => value,
  }));
}

function breaksInside(place: Place, root: ObjectPlan, opaque: ReadonlySet<Shape> | undefined): Variation[] {
  const { shape } = place.plan;
  const fields = Object.entries(shape.fields);
  const mistakes = [
    ...fields.flatMap(([name, field]) => fieldMistakes(name, field, place.unsafe)),
    unknownField(shape),
    ...mistakesAcross(place.plan),
  ];
  return [
    ...mistakes.map((mistake) => variationAt(place, root, mistake)),
    ...fields.flatMap(([name, field]) => {
      const inner = placeInside(place, name, field);
      return inner === undefined || opaque?.has(inner.plan.shape) ? [] : breaksInside(inner, root, opaque);
    }),
  ];
}

function placeInside(place: Place, field: string, { shape, never }: FieldShape): Place | undefined {
  const many = shape.is === "list" || shape.is === "map";
  const inner = shape.is === "list" ? shape.item : shape.is === "map" ? shape.value : shape;
  if (never || inner?.is !== "object") return undefined;
  return { plan: planOf(inner), unsafe: inner.unsafe ?? place.unsafe, outer: { place, field, many } };
}

function fieldMistakes(name: string, field: FieldShape, unsafe: string | undefined): Change[] {
  if (field.never) return [forbiddenField(name, field.rule)];
  const malformed = badValuesOfField(field, unsafe).map(
    (bad, rank): Change => ({
      rule: bad.rule,
      names: [name, bad.name],
      how: `${name} is ${bad.how}`,
      sort: "malformed",
      rank,
      make: (object) => {
        object[name] = structuredClone(bad.value);
        return true;
      },
    }),
  );
  return field.need ? [missingField(name, field), ...malformed] : malformed;
}

function missingField(name: string, { rule, wider }: FieldShape): Change {
  return {
    rule: wider?.rule ?? rule,
    names: [name, "missing"],
    how: `${name} is missing`,
    sort: "missing",
    make: (object) => delete object[name],
  };
}

function forbiddenField(name: string, rule: string): Change {
  return {
    rule,
    names: [name, "there"],
    how: `${name} is there`,
    sort: "forbidden",
    make: (object) => {
      object[name] = "not here";
      return true;
    },
  };
}

function unknownField({ unknown }: ObjectShape): Change {
  return {
    rule: unknown,
    names: ["unknown_field"],
    how: "unknown_field is not declared",
    sort: "unknown",
    make: (object) => {
      object["unknown_field"] = "later";
      return true;
    },
  };
}
