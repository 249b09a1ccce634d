/**
 * Generated JSON texts for the tests of this folder, each with what an I-JSON reader has to find in it.
 *
 * Names come from a small pool with several spellings, so that repeated names are common; numbers and
 * strings are written in long and short forms, so that text can be saved in one place to hide in another.
 */
import fc from "fast-check";

/** A text and how often each kind of problem is in it. */
export interface HostileText {
  readonly text: string;
  readonly duplicates: number;
  readonly loneSurrogates: number;
  readonly outOfRange: number;
}

interface StringPiece {
  readonly written: string;
  readonly meant: string;
  readonly isLone?: true;
}

const PIECES: readonly StringPiece[] = [
  { written: "a", meant: "a" },
  { written: "\\u0061", meant: "a" },
  { written: "\\\\", meant: "\\" },
  { written: '\\"', meant: '"' },
  { written: "\\/", meant: "/" },
  { written: "\\n", meant: "\n" },
  { written: "\\u0000", meant: "\0" },
  { written: "{", meant: "{" },
  { written: ":", meant: ":" },
  { written: "~", meant: "~" },
  { written: "é", meant: "é" },
  { written: "\u2028", meant: "\u2028" },
  { written: "😀", meant: "😀" },
  { written: "\\ud83d\\uDE00", meant: "😀" },
  { written: "\\uffff", meant: "\uffff" },
  // The x keeps two lone halves from becoming a pair.
  { written: "\\ud800x", meant: "\ud800x", isLone: true },
  { written: "\\uDFFFx", meant: "\udfffx", isLone: true },
];

const NAMES: readonly StringPiece[] = [
  { written: "", meant: "" },
  { written: "a", meant: "a" },
  { written: "\\u0061", meant: "a" },
  { written: "b", meant: "b" },
  { written: "__proto__", meant: "__proto__" },
  { written: "\\u005f_proto__", meant: "__proto__" },
  { written: "toString", meant: "toString" },
  { written: "1", meant: "1" },
  { written: "\\udc00", meant: "\udc00", isLone: true },
];

const IN_RANGE = "0 -0 7 -7 1000 1e3 48000 10000000 1e7 1E+2 0.5 5e-324 1e-400 9007199254740993 12e20".split(
  " ",
);
const LITERALS = ["true", "false", "null", "{}", "[]", "[ ]", '""'];
const SPACES = ["", "", "", "", " ", "\n", "\r\n\t"];

const clean = { duplicates: 0, loneSurrogates: 0, outOfRange: 0 };

function sum(texts: readonly HostileText[], count: (text: HostileText) => number): number {
  return texts.reduce((total, text) => total + count(text), 0);
}

const scalars = fc.oneof(
  fc.constantFrom(...IN_RANGE, ...LITERALS).map((text) => ({ text, ...clean })),
  fc.constantFrom("1e400", "-1e999").map((text) => ({ text, ...clean, outOfRange: 1 })),
  fc.array(fc.constantFrom(...PIECES), { maxLength: 6 }).map((pieces) => ({
    ...clean,
    text: `"${pieces.map(({ written }) => written).join("")}"`,
    loneSurrogates: pieces.filter(({ isLone }) => isLone).length,
  })),
);

type Space = fc.Arbitrary<string>;

function arrays(items: fc.Arbitrary<HostileText>, space: Space): fc.Arbitrary<HostileText> {
  return fc.tuple(fc.array(items, { minLength: 1, maxLength: 5 }), space).map(([texts, gap]) => ({
    text: `[${texts.map(({ text }) => gap + text).join(`${gap},`)}${gap}]`,
    duplicates: sum(texts, ({ duplicates }) => duplicates),
    loneSurrogates: sum(texts, ({ loneSurrogates }) => loneSurrogates),
    outOfRange: sum(texts, ({ outOfRange }) => outOfRange),
  }));
}

function objects(values: fc.Arbitrary<HostileText>, space: Space): fc.Arbitrary<HostileText> {
  const members = fc.array(fc.tuple(fc.constantFrom(...NAMES), values), { minLength: 1, maxLength: 5 });
  return fc.tuple(members, space).map(([pairs, gap]) => {
    const texts = pairs.map(([, value]) => value);
    const names = pairs.map(([name]) => name);
    const members = pairs.map(([name, value]) => `${gap}"${name.written}"${gap}:${gap}${value.text}`);
    return {
      text: `{${members.join(`${gap},`)}${gap}}`,
      duplicates:
        sum(texts, ({ duplicates }) => duplicates) +
        names.length -
        new Set(names.map(({ meant }) => meant)).size,
      loneSurrogates:
        sum(texts, ({ loneSurrogates }) => loneSurrogates) + names.filter(({ isLone }) => isLone).length,
      outOfRange: sum(texts, ({ outOfRange }) => outOfRange),
    };
  });
}

function hostileTexts(space: Space): fc.Arbitrary<HostileText> {
  return fc.letrec<{ value: HostileText }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 4, withCrossShrink: true },
      scalars,
      arrays(tie("value"), space),
      objects(tie("value"), space),
    ),
  })).value;
}

/** JSON texts, spaced or compact, of which many break I-JSON. */
export const hostileJson: fc.Arbitrary<HostileText> = fc.oneof(
  hostileTexts(fc.constantFrom(...SPACES)),
  hostileTexts(fc.constant("")),
);

const FRAGMENTS = '{ } [ ] , : " \\ \\u d8 00 "a" "a":1, {"a": 1 0 - . e E+ 1e3 true null a \n'
  .split(" ")
  .concat(" ");

/** Texts near JSON: pieces of it in a row, and real JSON with a few places damaged. */
export const nearJson: fc.Arbitrary<string> = fc.oneof(
  fc.array(fc.constantFrom(...FRAGMENTS), { maxLength: 12 }).map((pieces) => pieces.join("")),
  fc
    .tuple(
      hostileJson,
      fc.array(fc.tuple(fc.nat(), fc.nat(2), fc.constantFrom("", ...FRAGMENTS)), { maxLength: 3 }),
    )
    .map(([{ text }, edits]) =>
      edits.reduce((damaged, [where, cut, put]) => {
        const at = where % (damaged.length + 1);
        return damaged.slice(0, at) + put + damaged.slice(at + cut);
      }, text),
    ),
);
