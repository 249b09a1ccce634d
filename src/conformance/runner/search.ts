/** Looks for a script that shows a failure, and shrinks it. fast-check does the search. */
import fc from "fast-check";

import { type Finding, type Inconclusive, isInconclusive, type Judgement } from "../check/finding.ts";
import type { Run } from "../check/run.ts";

/** How long a failure is shrunk, in runs: enough for scripts of a few hundred stimuli. */
const MOST_SHRINKS = 1500;

/** One value, tried. */
export interface Tried {
  readonly run: Run;
  readonly judgement: Judgement;
}

/** What is searched. */
export interface Search<T> {
  readonly values: fc.Arbitrary<T>;
  readonly seed: number;
  /** Goes straight to a counterexample that was found before. */
  readonly path?: string;
  /** Whether fast-check makes the failing value smaller; it does unless told. */
  readonly shrinks?: boolean;
  /** Values to try. */
  readonly runs: number;
  tries(value: T): Promise<Tried>;
}

/** What came of it. */
export interface Searched<T> {
  /** Values that were tried, shrinking included. */
  readonly runs: number;
  readonly inconclusive?: Inconclusive;
  readonly failure?: {
    readonly finding: Finding;
    readonly run: Run;
    readonly value: T;
    readonly path: string;
  };
}

/** Tries values until one fails, and shrinks that one as long as it fails with the same code. */
export async function search<T>({
  values,
  seed,
  path,
  runs,
  tries,
  shrinks = true,
}: Search<T>): Promise<Searched<T>> {
  let tried = 0;
  let triedAfterFailure = 0;
  let inconclusive: Inconclusive | undefined;
  let failure: { finding: Finding; run: Run; value: T } | undefined;
  const property = fc.asyncProperty(values, async (value) => {
    if (inconclusive !== undefined || triedAfterFailure >= MOST_SHRINKS) return true;
    tried += 1;
    if (failure !== undefined) triedAfterFailure += 1;
    const { run, judgement } = await tries(value);
    if (judgement === undefined) return true;
    if (isInconclusive(judgement)) {
      inconclusive = failure === undefined ? judgement : undefined;
      return failure !== undefined;
    }
    // A smaller script that fails in another way is another failure.
    if (failure !== undefined && failure.finding.code !== judgement.code) return true;
    failure = { finding: judgement, run, value };
    return false;
  });
  const isReplayed = path !== undefined;
  let details: fc.RunDetails<[T]>;
  try {
    const endOnFailure = isReplayed || !shrinks;
    details = await fc.check(property, { seed, numRuns: runs, endOnFailure, ...(isReplayed && { path }) });
  } catch (thrown) {
    if (!isReplayed) throw thrown;
    // Paths are of one version of the kit, and are typed by hand.
    return {
      runs: tried,
      inconclusive: { could_not_run: `Cannot replay path "${path}": it leads to no script` },
    };
  }
  // What the property itself threw is a defect of the kit and must not pass for a verdict.
  if (details.errorInstance instanceof Error && failure === undefined && inconclusive === undefined)
    throw details.errorInstance;
  if (inconclusive !== undefined) return { runs: tried, inconclusive };
  if (failure === undefined) return { runs: tried };
  return { runs: tried, failure: { ...failure, path: details.counterexamplePath ?? "" } };
}
