/**
 * Makes a failing script small: instants and stimuli that the failure does not need go, and numbers become as small
 * as they can be. What is left is minimal: without any one of its stimuli it does not fail in this way.
 */
import type { Stimulus } from "../../contracts/conformance/stimulus.ts";
import type { Instants } from "../check/run.ts";

/** Scripts that are tried at most. */
const MOST_TRIES = 2000;

const NUMBERS = ["ms", "items", "amount"] as const;

/** The smallest script found that still fails; `fails` says whether one does. */
export async function reduceScript(
  script: Instants,
  fails: (script: Instants) => Promise<boolean>,
): Promise<Instants> {
  let smallest = script;
  let left = MOST_TRIES;
  const takes = async (candidate: Instants): Promise<boolean> => {
    if (left <= 0) return false;
    left -= 1;
    if (!(await fails(candidate))) return false;
    smallest = candidate;
    return true;
  };
  let isSmaller = true;
  while (isSmaller && left > 0) {
    const before = smallest;
    await dropInstants(() => smallest, takes);
    await dropStimuli(() => smallest, takes);
    await lowerNumbers(() => smallest, takes);
    isSmaller = smallest !== before;
  }
  return smallest;
}

type Takes = (candidate: Instants) => Promise<boolean>;

/** Runs of instants, long ones first, from the end. */
async function dropInstants(current: () => Instants, takes: Takes) {
  for (let size = Math.ceil(current().length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let from = current().length - size; from >= 0; from -= size) {
      const script = current();
      if (from + size > script.length) continue;
      await takes([...script.slice(0, from), ...script.slice(from + size)]);
    }
  }
}

/** Single stimuli of instants where several meet. */
async function dropStimuli(current: () => Instants, takes: Takes) {
  for (let at = current().length - 1; at >= 0; at -= 1) {
    for (let place = (current()[at]?.length ?? 0) - 1; place >= 0; place -= 1) {
      const stimuli = current()[at] ?? [];
      if (stimuli.length < 2) break;
      await takes(replaced(current(), at, stimuli.toSpliced(place, 1)));
    }
  }
}

/** Times and counts: none, one, half, one less. */
async function lowerNumbers(current: () => Instants, takes: Takes) {
  for (const [at, stimuli] of current().entries()) {
    for (const [place, stimulus] of stimuli.entries()) {
      for (const name of NUMBERS)
        if (name in stimulus) await lowerNumber(current, takes, { at, place, name });
    }
  }
}

async function lowerNumber(
  current: () => Instants,
  takes: Takes,
  {
    at,
    place,
    name,
  }: { readonly at: number; readonly place: number; readonly name: (typeof NUMBERS)[number] },
) {
  for (;;) {
    const stimuli = current()[at] ?? [];
    const stimulus = stimuli[place] as Stimulus & { readonly [K in typeof name]?: number };
    const value = stimulus?.[name] ?? 0;
    const smaller = [...new Set([1, Math.floor(value / 2), value - 1])].filter(
      (one) => one >= 1 && one < value,
    );
    let isLower = false;
    for (const one of smaller) {
      if (isLower) break;
      isLower = await takes(
        replaced(current(), at, stimuli.with(place, { ...stimulus, [name]: one } as Stimulus)),
      );
    }
    if (!isLower) return;
  }
}

const replaced = (script: Instants, at: number, stimuli: readonly Stimulus[]): Instants =>
  script.with(at, stimuli);
