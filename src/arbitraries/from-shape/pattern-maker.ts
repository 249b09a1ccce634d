/** Texts that match a pattern: well-known ones first, then whatever the regular expression allows. */
import type { Arbitrary } from "fast-check";
import { sample, stringMatching } from "fast-check";

import type { Maker } from "./scalar-makers.ts";

/** Each pattern of the contracts is matched by some of these; those are its plain and its edge values. */
const KNOWN_TEXTS = [
  "v1.0",
  "v1.1",
  "v1.2.3",
  "v1.10",
  "v1.0.0",
  "v1.007",
  "v1.9007199254740993",
  "1.0",
  "2.13.4",
  "v2.0",
  "v0.0",
  "0".repeat(64),
  "0123456789abcdef".repeat(4),
  "ABCDEFabcdef0123".repeat(4),
  "2026-02-09T22:19:06Z",
  "2026-02-09T22:19:06.5+01:00",
  "2024-02-29T23:59:59.999999999-11:30",
  "0000-01-01T00:00:00Z",
  "9999-12-31T23:59:59.999Z",
  "2000-02-29T00:00:00+23:59",
  "tenant-1",
  " x ",
  "é",
  "🙂",
];

interface PatternTexts {
  readonly known: readonly string[];
  readonly any: Arbitrary<string>;
}

const textsOfPattern = new Map<string, PatternTexts>();

function textsOf(pattern: string): PatternTexts {
  const cached = textsOfPattern.get(pattern);
  if (cached !== undefined) return cached;
  const matching = new RegExp(pattern);
  const any = stringMatching(matching);
  const known = KNOWN_TEXTS.filter((text) => matching.test(text));
  const texts = { known: known.length > 0 ? known : sample(any, { numRuns: 8, seed: 1 }), any };
  textsOfPattern.set(pattern, texts);
  return texts;
}

/** Texts that match the pattern. `usual` is the smallest of them. */
export function patternMaker(pattern: string, usual: string | undefined): Maker {
  const { known, any } = textsOf(pattern);
  const first = usual ?? (known[0] as string);
  return (draws) => {
    if (draws.edge()) return draws.one(known);
    const choice = draws.int(0, 7);
    if (choice < 5) return first;
    const { random } = draws;
    return choice === 5 || random === undefined ? draws.one(known) : any.generate(random, undefined).value;
  };
}

/** A few dozen texts that match the pattern, the same ones every time. */
export function textsMatching(pattern: string): readonly string[] {
  const { known, any } = textsOf(pattern);
  return [...new Set([...known, ...sample(any, { numRuns: 64, seed: 1 })])];
}

/** The smallest text that matches the pattern. */
export const leastMatching = (pattern: string): string => textsOf(pattern).known[0] as string;
