/**
 * NODE-SCOPE-01 by content: words that only an earlier turn was given, in an output of a later one. A node that
 * declares state of the session may remember what was said; every other one has no business with it once the turn is
 * over. Looked for are the words that nobody but an input says.
 */
import type { TranscriptEntry } from "../../../authoring/harness/transcript.ts";
import type { NodeDefinition } from "../../../authoring/node/node-definition.ts";
import { quote } from "../../../internal/quote.ts";
import { plainPayload } from "../compare/plain-payload.ts";
import type { NodeFinding } from "../run/node-run.ts";
import { CANARY_WORDS } from "../scripts/draw-text.ts";

/** Words of inputs that are of no turn: whoever says them later may have them from there. */
const NO_TURN = "";

/** The first output that says something of an earlier turn. */
export function findTurnLeaks(
  { descriptor }: NodeDefinition,
  transcript: readonly TranscriptEntry[],
): readonly NodeFinding[] {
  if (descriptor.state.some((kind) => kind !== "turn_ephemeral")) return [];
  const given = new Map<string, Set<string>>();
  let turn = NO_TURN;
  for (const [marked, entry] of transcript.entries()) {
    if (entry.entry === "step") {
      const { step } = entry;
      if (step.kind === "open_turn") turn = step.turn_id ?? NO_TURN;
      else if (step.kind === "commit_turn" || step.kind === "abort_turn" || step.kind === "cancel")
        turn = NO_TURN;
      else if (step.kind === "input") {
        const of = step.turn_id === undefined ? turn : (step.turn_id ?? NO_TURN);
        const words = given.get(of) ?? new Set<string>();
        for (const word of canariesIn(step.payload)) words.add(word);
        given.set(of, words);
      }
    }
    if (entry.entry !== "output" || entry.envelope.turn_id === undefined) continue;
    const own = entry.envelope.turn_id;
    const isKnown = (word: string) => [own, NO_TURN].some((of) => given.get(of)?.has(word));
    for (const word of canariesIn(entry.payload)) {
      if (isKnown(word)) continue;
      const from = [...given].find(([, words]) => words.has(word))?.[0];
      if (from === undefined) continue;
      return [
        {
          rule: "NODE-SCOPE-01",
          message: `Output ${quote(entry.type)} of turn ${quote(own)} says what only turn ${quote(from)} was given`,
          expected: `nothing of turn ${quote(from)}, as the node declares no state of the session`,
          received: `${quote(word)} in the payload`,
          likely_cause:
            "What is left of an earlier turn is kept in a variable: forget it when a turn ends; a node that is to remember declares session_hot or session_durable",
          transcript,
          marked,
        },
      ];
    }
  }
  return [];
}

function canariesIn(payload: unknown): readonly string[] {
  if (payload === undefined || ArrayBuffer.isView(payload)) return [];
  const text = JSON.stringify(plainPayload(payload)).toLowerCase();
  return CANARY_WORDS.filter((word) => text.includes(word));
}
