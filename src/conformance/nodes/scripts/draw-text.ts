/**
 * Texts for inputs. Half of them are of words that no language has: where one of them turns up in what must not carry
 * raw data, it was taken from there.
 */
import type { SeededRandom } from "../../../simulation/seeded-random.ts";

/** Words that stand for what a user said, and that nobody else says. */
export const CANARY_WORDS = [
  "quaxivole",
  "brimtosh",
  "zelphorin",
  "wuggadine",
  "fjordwick",
  "plinvexa",
] as const;

const PLAIN_WORDS = [
  "hello",
  "what",
  "is",
  "the",
  "weather",
  "like",
  "today",
  "please",
  "call",
  "me",
  "at",
  "ten",
];

/** A text of 0 to 8 words, in one to three sentences. */
export function drawText(random: SeededRandom): string {
  const words = random.chance(0.6) ? [...CANARY_WORDS] : PLAIN_WORDS;
  const count = random.pick([1, 2, 3, 4, 5, 6, 8, 0]);
  const drawn = Array.from({ length: count }, () => random.pick(words) as string);
  return drawn.map((word) => word + random.pick(["", "", "", ".", "!", "?", ","])).join(" ");
}
