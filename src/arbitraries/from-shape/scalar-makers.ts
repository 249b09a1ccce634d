/** Texts, integers and booleans: mostly plain ones that repeat, sometimes those that break programs. */
import type { BooleanShape, IntegerShape, NumberShape } from "../../validators/shape.ts";
import type { Draws } from "./draws.ts";

/** Draws one value. */
export type Maker = (draws: Draws) => unknown;

/** Ids are few, so that the same one turns up in several places. */
const PLAIN_TEXTS = [
  "a",
  "b",
  "c",
  "1",
  "evt-1",
  "evt-2",
  "turn-1",
  "turn-2",
  "sess-1",
  "edge/a",
  "v1",
  "node.b",
];

const EDGE_TEXTS = [
  " ",
  "0",
  "é",
  "e\u0301",
  "🙂",
  "日本語",
  "null",
  "undefined",
  "constructor",
  "toString",
  "a/b~c",
  '"\\',
  "\u0000",
  "\u2028",
  "\ufeff",
  "\uffff",
  "İ",
  "%s",
  "-0",
  "1e400",
  "x".repeat(256),
  "🙂".repeat(300),
];

const ALPHABET = [...'abcxyzABC0189-_./: #~%"\\{}\n\t é߀🙂中'];

/** A text that is not empty. */
export function makeText(draws: Draws): string {
  if (draws.edge()) return draws.one(EDGE_TEXTS);
  const choice = draws.int(0, 15);
  if (choice < PLAIN_TEXTS.length) return PLAIN_TEXTS[choice] as string;
  if (choice < 15) return `id-${draws.int(0, 99)}`;
  const length = draws.int(1, 8);
  let text = "";
  for (let index = 0; index < length; index += 1) text += draws.one(ALPHABET);
  return text;
}

/** A text that may be empty. */
export const makeLooseText: Maker = (draws) => (draws.int(0, 5) === 0 ? "" : makeText(draws));

const EDGE_INTEGERS = [
  0,
  1,
  2,
  9,
  255,
  256,
  65535,
  2 ** 31 - 1,
  2 ** 31,
  2 ** 32,
  Number.MAX_SAFE_INTEGER - 1,
  Number.MAX_SAFE_INTEGER,
];

/** Integers of at least `min` and at most `max`, or of either sign. */
export function integerMaker({ min, max = Number.MAX_SAFE_INTEGER }: IntegerShape): Maker {
  const least = min ?? 0;
  const above = EDGE_INTEGERS.filter((edge) => edge >= least && edge <= max);
  if (max < Number.MAX_SAFE_INTEGER) above.push(max);
  const edges = min === undefined ? [...above, -1, -1000, Number.MIN_SAFE_INTEGER] : above;
  const sign = (draws: Draws) => (min === undefined && draws.int(0, 3) === 3 ? -1 : 1);
  return (draws) => {
    if (draws.edge()) return draws.one(edges);
    switch (draws.int(0, 3)) {
      case 0:
        return least + draws.int(0, 9);
      case 1:
        return least + draws.int(0, 1000);
      case 2:
        return (least + draws.int(0, Math.min(2 ** 31, max - least))) * sign(draws);
      default:
        return draws.int(least, max) * sign(draws);
    }
  };
}

const EDGE_NUMBERS = [0.1, 1e-7, 0.30000000000000004, Number.MIN_VALUE, Number.MAX_VALUE, 2 ** 53];

/** Numbers from `min` to `max`, of either sign where there is no bound: mostly integers and halves. */
export function numberMaker({ min = -100, max = Number.MAX_VALUE }: NumberShape): Maker {
  const edges = [min, max, ...EDGE_NUMBERS.filter((edge) => edge >= min && edge <= max)];
  const span = Math.min(200, max - min);
  return (draws) => (draws.edge() ? draws.one(edges) : min + (span * draws.int(0, 400)) / 400);
}

/** Booleans, or the only one that is allowed. */
export function booleanMaker({ only }: BooleanShape): Maker {
  return only === undefined ? (draws) => draws.int(0, 1) === 1 : () => only;
}
