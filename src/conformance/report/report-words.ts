/** A conformance report in words, for every format. */
import type {
  BaselineStanding,
  CheckFailure,
  CheckResult,
  ConformanceReport,
  SubjectReport,
} from "../../contracts/conformance/conformance-report.ts";
import { type Standing, standingOf } from "./standing.ts";

/** What a failure is about: rules of nodes are told by their ids. */
export const subjectWord = ({ requirement }: Pick<CheckFailure, "requirement">): "node" | "runtime" =>
  requirement.startsWith("NODE-") ? "node" : "runtime";

/** A count with its noun, such as "3 checks". */
export const countOf = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? "" : "s"}`;

/** How many results of the subjects stand like this. */
export function countStanding(subjects: readonly SubjectReport[], standing: Standing): number {
  const all = subjects.flatMap(({ results }) => results);
  return all.filter((result) => standingOf(result) === standing).length;
}

/** The report as a sentence without a final period. */
export function conformanceSentence({ subjects }: ConformanceReport): string {
  const good = subjects.filter(({ passed }) => passed).length;
  const verb = good === 1 || subjects.length === 1 ? "keeps" : "keep";
  return `${good} of ${countOf(subjects.length, "subject")} ${verb} the contract: ${countSentence(subjects)}`;
}

/** The counts of the subjects together, such as "45 of 45 checks executed, 0 failed". */
export function countSentence(subjects: readonly SubjectReport[]): string {
  const total = (of: keyof SubjectReport["summary"]) =>
    subjects.reduce((sum, { summary }) => sum + summary[of], 0);
  const others: readonly (readonly [count: number, words: string])[] = [
    [total("could_not_run"), "could not run"],
    [countStanding(subjects, "stale"), "stale in the baseline"],
    [countStanding(subjects, "expired"), "expired in the baseline"],
    [total("known"), "known"],
    [total("warn"), total("warn") === 1 ? "warning" : "warnings"],
    [total("not_applicable"), "not applicable"],
  ];
  return [
    `${total("executed")} of ${countOf(total("expected"), "check")} executed`,
    `${total("fail")} failed`,
    ...others.filter(([count]) => count > 0).map(([count, words]) => `${count} ${words}`),
  ].join(", ");
}

const ADVICE: Readonly<Record<BaselineStanding["status"], string>> = {
  known: "Accepted",
  stale: "The check does not fail any more, so remove the entry",
  expired: "Expired, so fix the failure or renew the entry",
  other_failure: "The check fails in another way than the entry says",
};

/** A baseline entry: what to do about it, why it is there, where it is tracked, who owns it, until when. */
export const baselineSentence = ({ status, reason, issue, owner, expires }: BaselineStanding): string =>
  `${ADVICE[status]}: ${reason} (${issue}, owner ${owner}, until ${expires})`;

/** Results with the same reason, in the order of the first of each. */
export function groupByReason(
  results: readonly CheckResult[],
  standing: Standing,
): { readonly reason: string; readonly check_ids: readonly string[] }[] {
  const groups = new Map<string, string[]>();
  for (const result of results) {
    if (standingOf(result) !== standing) continue;
    const reason = reasonOf(result);
    const group = groups.get(reason);
    if (group === undefined) groups.set(reason, [result.check_id]);
    else group.push(result.check_id);
  }
  return [...groups].map(([reason, check_ids]) => ({ reason, check_ids }));
}

function reasonOf({ missing_capability: capability, reason, baseline }: CheckResult): string {
  if (capability !== undefined) return `does not declare capability "${capability}"`;
  return reason ?? (baseline === undefined ? "no reason given" : baselineSentence(baseline));
}
