/**
 * The decisions of a run, written down as they are taken and given back when the run is replayed.
 *
 * A decision is known by its place: the instant, its name, and how many of that name came before it in the
 * instant. What it was asked about is not part of that, since a replay asks the same things in the same order
 * until something differs, and from then on the record is what it is to be held against.
 */
import type { ReferenceParts } from "../reference-parts.ts";

/** Parts that decide about admission, authority and arbitration; all others are mechanics. */
export const DECISION_PARTS = [
  "isStale",
  "raisesEpoch",
  "precedence",
  "allowsSnapshot",
  "allowsProfile",
  "mayOverlap",
  "mayReopen",
  "mayAdapt",
  "abortReason",
] as const satisfies readonly (keyof ReferenceParts)[];

type DecisionPart = (typeof DECISION_PARTS)[number];
type AnyDecision = (...asked: readonly unknown[]) => boolean | number | string;

/** One decision that was taken. */
export interface RecordedDecision {
  /** Number of the instant in the recording, from 0. */
  readonly instant: number;
  readonly name: DecisionPart;
  readonly answer: boolean | number | string;
}

/** Says which instant the run is in. */
export interface InstantCounter {
  instant: number;
}

/** The parts, with every decision written to the log. */
export function recordingParts(
  parts: ReferenceParts,
  { log, at }: { readonly log: RecordedDecision[]; readonly at: InstantCounter },
): ReferenceParts {
  return withDecisions(parts, (name, decide) => (...asked) => {
    const answer = decide(...asked);
    log.push({ instant: at.instant, name, answer });
    return answer;
  });
}

/** The parts, with every decision taken from the log; one that is not in it is taken anew and reported. */
export function replayingParts(
  parts: ReferenceParts,
  {
    log,
    at,
    onUnrecorded,
  }: { readonly log: readonly RecordedDecision[]; readonly at: InstantCounter; onUnrecorded(): void },
): ReferenceParts {
  const known = new Map<string, RecordedDecision["answer"][]>();
  const keyOf = (name: DecisionPart, instant: number) => `${instant}:${name}`;
  for (const { instant, name, answer } of log) {
    const key = keyOf(name, instant);
    const answers = known.get(key);
    if (answers === undefined) known.set(key, [answer]);
    else answers.push(answer);
  }
  const taken = new Map<string, number>();
  return withDecisions(parts, (name, decide) => (...asked) => {
    const key = keyOf(name, at.instant);
    const number = taken.get(key) ?? 0;
    taken.set(key, number + 1);
    const answer = known.get(key)?.[number];
    if (answer !== undefined) return answer;
    onUnrecorded();
    return decide(...asked);
  });
}

function withDecisions(
  parts: ReferenceParts,
  wrap: (name: DecisionPart, decide: AnyDecision) => AnyDecision,
): ReferenceParts {
  const decisions = DECISION_PARTS.map((name) => [name, wrap(name, parts[name] as AnyDecision)]);
  return { ...parts, ...Object.fromEntries(decisions) };
}
