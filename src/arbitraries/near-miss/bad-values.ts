/** Values that a field must not have, the most telling first, each with the rule that it breaks. */
import type {
  EitherShape,
  FieldShape,
  IntegerShape,
  NumberShape,
  Shape,
  TextShape,
} from "../../validators/shape.ts";
import { Draws, LEAST } from "../from-shape/draws.ts";
import { leastMatching, textsMatching } from "../from-shape/pattern-maker.ts";
import { makerOf } from "../from-shape/plan.ts";

/** A value that breaks the rule. */
export interface BadValue {
  readonly rule: string;
  /** What is bad about it, as part of a name. */
  readonly name: string;
  /** The same in words, as it stands after "is". */
  readonly how: string;
  readonly value: unknown;
}

/** What the place of a value decides about the rule that it breaks. */
export interface BadPlace {
  readonly rule: string;
  /** Rule of an integer beyond 2^53 - 1, where there is one. */
  readonly unsafe: string | undefined;
}

/** Bad values of a declared field. */
export function badValuesOfField({ shape, rule, wider }: FieldShape, unsafe: string | undefined): BadValue[] {
  const bad = badValues(shape, { rule, unsafe });
  if (wider === undefined) return bad;
  const isKnown = (value: unknown) => typeof value === "string" && new RegExp(wider.pattern).test(value);
  const foreign = textsMatching(wider.pattern)
    .filter((text) => !allows(shape as TextShape, text))
    .slice(0, 1);
  return [
    ...foreign.map((value) => ({
      rule,
      name: "foreign",
      how: `"${value}", which does not belong here`,
      value,
    })),
    ...bad.map((one) => ({ ...one, rule: isKnown(one.value) ? rule : wider.rule })),
  ];
}

/** Bad values of a shape. */
export function badValues(shape: Shape, place: BadPlace): BadValue[] {
  const { rule } = place;
  const none = { rule, name: "null", how: "null", value: null };
  switch (shape.is) {
    case "text":
      return [
        ...badTexts(shape).map(([name, how, value]) => ({ rule, name, how, value })),
        none,
        { rule, name: "number", how: "a number", value: 7 },
      ];
    case "integer":
      return [...badIntegers(shape, place), none];
    case "number":
      return [...badNumbers(shape, rule), none];
    case "boolean":
      return [
        ...(shape.only === undefined
          ? []
          : [{ rule, name: "other", how: `${!shape.only}`, value: !shape.only }]),
        { rule, name: "text", how: "a text", value: "true" },
        none,
        { rule, name: "number", how: "a number", value: 1 },
      ];
    case "either":
      return badEither(shape.of, place);
    case "any":
      return [];
    case "list":
      return [...badLists(shape, place), { rule, name: "object", how: "an object", value: {} }, none];
    case "map":
      return [...badMaps(shape.value, place), { rule, name: "array", how: "an array", value: [] }, none];
    default:
      return [
        { rule, name: "array", how: "an array", value: [] },
        { rule, name: "text", how: "a text", value: "{}" },
        none,
      ];
  }
}

type BadText = readonly [name: string, how: string, value: string];

function badTexts(shape: TextShape): BadText[] {
  const { of, like, usual, empty } = shape;
  if (of !== undefined) {
    const [first = ""] = of;
    const swapped = first === first.toLowerCase() ? first.toUpperCase() : first.toLowerCase();
    return closed(shape, [
      ["unknown", "a value that is not on the list", "unknown_value"],
      ["in-other-case", "in another case", swapped],
      ["padded", "padded with a blank", `${first} `],
      ["empty", "empty", ""],
    ]);
  }
  if (like === undefined) return empty ? [] : [["empty", "empty", ""]];
  const sample = usual ?? leastMatching(like);
  return closed(shape, [
    ["cut-short", "cut short", sample.slice(0, -1)],
    ["ending-in-a-newline", "followed by a newline", `${sample}\n`],
    ["padded", "padded with a blank", ` ${sample}`],
    ["blank", "blank", " "],
    ["in-upper-case", "in upper case", sample.toUpperCase()],
    ["in-lower-case", "in lower case", sample.toLowerCase()],
    ["not-in-the-calendar", "a day that does not exist", "2026-02-30T00:00:00Z"],
    ...(allows(shape, "2026-02-28") ? [NO_SUCH_DAY] : []),
    ["empty", "empty", ""],
  ]);
}

const NO_SUCH_DAY: BadText = ["no-such-day", "a day that does not exist", "2026-02-30"];

const closed = (shape: TextShape, texts: readonly BadText[]): BadText[] =>
  texts.filter(([, , text]) => !allows(shape, text));

function allows({ of, like, empty }: TextShape, text: string): boolean {
  if (of !== undefined) return of.includes(text);
  return like === undefined ? empty === true || text !== "" : new RegExp(like).test(text);
}

function badIntegers({ min, max }: IntegerShape, { rule, unsafe }: BadPlace): BadValue[] {
  return [
    ...(min === undefined ? [] : [{ rule, name: "too-low", how: `${min - 1}`, value: min - 1 }]),
    ...(max === undefined ? [] : [{ rule, name: "too-high", how: `${max + 1}`, value: max + 1 }]),
    { rule, name: "fraction", how: "a fraction", value: 1.5 },
    { rule: unsafe ?? rule, name: "beyond-2-53", how: "beyond 2^53 - 1", value: 2 ** 53 },
    { rule, name: "text", how: "a text", value: "1" },
  ];
}

const badNumbers = ({ min, max }: NumberShape, rule: string): BadValue[] => [
  ...(min === undefined ? [] : [{ rule, name: "too-low", how: `${min - 0.5}`, value: min - 0.5 }]),
  ...(max === undefined ? [] : [{ rule, name: "too-high", how: `${max + 0.5}`, value: max + 0.5 }]),
  { rule, name: "text", how: "a text", value: "1.5" },
];

/** What is bad under one option and of another type than the others, and what is of no type at all. */
function badEither(options: EitherShape["of"], place: BadPlace): BadValue[] {
  const types = new Set(options.map(({ is }) => TYPE_NAMES[is]));
  const bad = options.flatMap((option) =>
    badValues(option, place).filter(({ value }) => value !== null && typeof value === TYPE_NAMES[option.is]),
  );
  const none = { rule: place.rule, name: "null", how: "null", value: null };
  return [
    ...bad,
    ...(types.has("boolean") ? [] : [{ ...none, name: "boolean", how: "true", value: true }]),
    none,
  ];
}

const TYPE_NAMES = {
  text: "string",
  integer: "number",
  number: "number",
  boolean: "boolean",
  object: "object",
} as const;

function badLists({ item, min = 0, max }: Extract<Shape, { is: "list" }>, place: BadPlace): BadValue[] {
  const { rule } = place;
  const make = makerOf(item);
  const good = make(new Draws(LEAST));
  const lists: BadValue[] = [];
  if (min > 0) lists.push({ rule, name: "too-short", how: "too short", value: Array(min - 1).fill(good) });
  if (max !== undefined) {
    const value = Array.from({ length: max + 1 }, (_, index) => `id-${index}`);
    lists.push({ rule, name: "too-long", how: `longer than ${max}`, value });
  }
  const [bad] = item.is === "object" ? [] : badValues(item, place);
  if (bad !== undefined)
    lists.push({
      ...bad,
      name: `item-${bad.name}`,
      how: `a list with an item that is ${bad.how}`,
      value: [bad.value],
    });
  return lists;
}

function badMaps(item: Shape | undefined, place: BadPlace): BadValue[] {
  if (item === undefined) return [];
  const { rule } = place;
  const good = makerOf(item)(new Draws(LEAST));
  const [bad] = item.is === "object" ? [] : badValues(item, place);
  return [
    { rule, name: "with-an-empty-name", how: "a map with an empty name", value: { "": good } },
    ...(bad === undefined
      ? []
      : [
          {
            ...bad,
            name: `value-${bad.name}`,
            how: `a map with a value that is ${bad.how}`,
            value: { a: bad.value },
          },
        ]),
  ];
}
