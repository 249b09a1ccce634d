/** Every break of a contract, read off its shape. */
import type { FieldShape, ObjectShape, Shape, VariantsShape } from "../../validators/shape.ts";
import { badValues, badValuesOfField } from "./bad-values.ts";
import { mistakesAcross } from "./breaks-across-fields.ts";
import type { Place } from "./place.ts";
import { placesOf } from "./place.ts";
import type { Change, Variation } from "./variation.ts";
import { kebab, variationAt } from "./variation.ts";

/** Every break of artifacts of this shape. Objects inside `opaque` shapes are left alone. */
export function breaksOf(shape: Shape, opaque?: ReadonlySet<Shape>): Variation[] {
  if (shape.is === "variants") return breaksOfVariants(shape, opaque);
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

/** What is wrong with the whole or with the deciding field is the same whichever variant it is. */
function breaksOfVariants({ by, of }: VariantsShape, opaque: ReadonlySet<Shape> | undefined): Variation[] {
  const own = `${kebab([by])}-`;
  return Object.entries(of).flatMap(([value, variant], index) => {
    const all = breaksOfObject(variant, opaque);
    const isCommon = ({ name, sort }: Variation) => sort === "artifact" || name.startsWith(own);
    return [
      ...(index === 0 ? all.filter(isCommon) : []),
      ...all
        .filter((one) => !isCommon(one))
        .map((one) => ({ ...one, name: `${kebab([value])}-${one.name}`, how: `${value}: ${one.how}` })),
    ];
  });
}

function breaksOfObject(shape: ObjectShape, opaque: ReadonlySet<Shape> | undefined): Variation[] {
  const places = placesOf(shape, opaque);
  const inside = places.flatMap((place) => mistakesAt(place).map((one) => variationAt(place, shape, one)));
  return [...artifactBreaks(shape), ...inside];
}

function artifactBreaks(shape: ObjectShape): Variation[] {
  const bad = badValues(shape, { rule: "CON-01", unsafe: undefined });
  return bad.map(({ rule, name, how, value }, rank) => ({
    rule,
    level: "MUST",
    name: `artifact-${name}`,
    how: `the artifact is ${how}`,
    sort: "artifact",
    rank,
    shape,
    apply: () => value,
  }));
}

function mistakesAt({ plan, unsafe }: Place): Change[] {
  const fields = Object.entries(plan.shape.fields);
  return [
    ...fields.flatMap(([name, field]) => fieldMistakes(name, field, unsafe)),
    unknownField(plan.shape),
    ...mistakesAcross(plan),
  ];
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
