/** Whether the answers keep an expectation, and what is wrong if not. */
import type { Expectation } from "../../contracts/conformance/scenario.ts";
import type { JsonObject } from "../../contracts/conformance/stimulus.ts";
import type { StimulusOutcome } from "../../contracts/conformance/subject-message.ts";
import type { Finding } from "../check/finding.ts";
import type { RunPlace } from "../check/run.ts";
import { matches, patternWords } from "./match-pattern.ts";

/** Answers to look at: one for a step, all for a whole run. */
export interface Answers {
  readonly outcomes: readonly StimulusOutcome[];
  /** 0-based instant of the first of them. */
  readonly first: number;
}

interface Miss {
  readonly expected: string;
  readonly received: string;
  readonly at?: RunPlace;
}

interface Placed {
  readonly event: JsonObject;
  readonly at: RunPlace;
}

/** What is wrong with the answers; undefined when they keep the expectation. */
export function judgeExpectation(expectation: Expectation, answers: Answers): Finding | undefined {
  const miss = missOf(expectation, answers);
  if (miss === undefined) return undefined;
  const { code, requirement, likely_cause } = expectation;
  const at = miss.at ?? { instant: answers.first + answers.outcomes.length - 1 };
  const message = `expected ${miss.expected} but received ${miss.received}`;
  return {
    code,
    message: `${message[0]?.toUpperCase()}${message.slice(1)}`,
    expected: miss.expected,
    received: miss.received,
    at,
    ...(requirement !== undefined && { requirement }),
    ...(likely_cause !== undefined && { likely_cause }),
  };
}

type Wanted = Omit<Expectation, "code">;

/** Looks at each member of the expectation in turn. */
function missOf(wanted: Wanted, answers: Answers): Miss | undefined {
  const events = placed(answers);
  return (
    (wanted.emits && missingInOrder(wanted.emits, events)) ??
    (wanted.never && unwanted(wanted.never, events)) ??
    (wanted.lifecycle && otherLifecycle(wanted.lifecycle, events)) ??
    (wanted.count && otherCount(wanted.count, events)) ??
    (wanted.any_of && noneOf(wanted.any_of, answers)) ??
    missingElsewhere(wanted, answers)
  );
}

function placed({ outcomes, first }: Answers): Placed[] {
  return outcomes.flatMap(({ events }, index) =>
    events.map((event, place) => ({ event, at: { instant: first + index, event: place } })),
  );
}

function missingInOrder(patterns: NonNullable<Wanted["emits"]>, events: readonly Placed[]): Miss | undefined {
  let from = 0;
  for (const [index, pattern] of patterns.entries()) {
    const place = events.findIndex(({ event }, at) => at >= from && matches(event, pattern));
    if (place < 0) {
      const before = index === 0 ? "" : ` after ${patternWords(patterns[index - 1] ?? {})}`;
      return { expected: `${patternWords(pattern)}${before}`, received: namesOf(events) };
    }
    from = place + 1;
  }
  return undefined;
}

function unwanted(patterns: NonNullable<Wanted["never"]>, events: readonly Placed[]): Miss | undefined {
  for (const { event, at } of events) {
    const pattern = patterns.find((one) => matches(event, one));
    if (pattern !== undefined)
      return { expected: `no ${patternWords(pattern)}`, received: nameOf(event), at };
  }
  return undefined;
}

const BOUNDARIES: readonly unknown[] = ["turn_open", "commit", "abort", "close"];

function otherLifecycle(
  { turn_id, signals }: NonNullable<Wanted["lifecycle"]>,
  events: readonly Placed[],
): Miss | undefined {
  const own = events.filter(
    ({ event }) => event["turn_id"] === turn_id && BOUNDARIES.includes(event["signal"]),
  );
  const names = own.map(({ event }) =>
    event["signal"] === "abort" ? `abort:${event["reason"]}` : `${event["signal"]}`,
  );
  const wrong = names.findIndex((name, index) => name !== signals[index]);
  if (wrong < 0 && names.length === signals.length) return undefined;
  const at = own[wrong]?.at;
  return {
    expected: `${signals.join(", ") || "no boundary signal"} of turn "${turn_id}"`,
    received: names.join(", ") || "none",
    ...(at !== undefined && { at }),
  };
}

function otherCount(
  { of, at_least, at_most }: NonNullable<Wanted["count"]>,
  events: readonly Placed[],
): Miss | undefined {
  const found = events.filter(({ event }) => matches(event, of));
  const isFew = at_least !== undefined && found.length < Number(at_least);
  const isMany = at_most !== undefined && found.length > Number(at_most);
  if (!isFew && !isMany) return undefined;
  const bound = isFew ? `at least ${at_least}` : `at most ${at_most}`;
  const at = isMany ? found[Number(at_most)]?.at : undefined;
  return {
    expected: `${bound} ${patternWords(of)}`,
    received: `${found.length}`,
    ...(at !== undefined && { at }),
  };
}

function noneOf(choices: readonly Wanted[], answers: Answers): Miss | undefined {
  const misses = choices.map((choice) => missOf(choice, answers));
  if (misses.some((miss) => miss === undefined)) return undefined;
  const [first] = misses;
  return {
    expected: misses.map((miss) => miss?.expected).join(", or "),
    received: first?.received ?? "nothing",
    ...(first?.at !== undefined && { at: first.at }),
  };
}

/** Expectations about what stands beside the events. */
function missingElsewhere(wanted: Wanted, { outcomes }: Answers): Miss | undefined {
  const { verdict, evidence, plan, divergences, report } = wanted;
  const last = outcomes.at(-1);
  if (verdict !== undefined && last?.verdict?.accepted !== verdict.accepted) {
    const word = (accepted: boolean | undefined) =>
      accepted === undefined ? "no verdict" : accepted ? "accepted" : "refused";
    return { expected: word(verdict.accepted), received: word(last?.verdict?.accepted) };
  }
  const found = [
    ["OR-02 evidence", evidence, outcomes.flatMap((outcome) => outcome.evidence ?? [])],
    ["a plan", plan, outcomes.flatMap((outcome) => outcome.plans ?? [])],
    ["a report", report, outcomes.flatMap((outcome) => outcome.report ?? [])],
  ] as const;
  for (const [name, pattern, list] of found) {
    if (pattern === undefined || list.some((one) => matches(one, pattern))) continue;
    const shown = list.length === 0 ? "none" : JSON.stringify(list.at(-1));
    return { expected: `${name} with ${JSON.stringify(pattern)}`, received: shown.slice(0, 200) };
  }
  if (divergences === undefined) return undefined;
  const classes = outcomes.flatMap((outcome) => outcome.divergences ?? []).map((one) => String(one["class"]));
  // How many places differ is the runtime's to say; of which classes they are is not.
  const [have, want] = [classes, divergences].map((list) => [...new Set(list)].sort().join(", "));
  return have === want ? undefined : { expected: want || "no divergence", received: have || "none" };
}

/** An event in words. */
export function nameOf(event: JsonObject): string {
  const { signal, reason, turn_id, lane } = event;
  const name =
    signal === undefined ? `${lane} event` : `${signal}${reason === undefined ? "" : `(${reason})`}`;
  return turn_id === undefined ? name : `${name} of turn "${turn_id}"`;
}

const namesOf = (events: readonly Placed[]): string =>
  events
    .map(({ event }) => nameOf(event))
    .slice(0, 6)
    .join(", ") || "no event";
