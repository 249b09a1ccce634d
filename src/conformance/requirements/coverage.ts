/** Requirements against checks, both ways: nothing required without a check, nothing checked without a requirement. */
import type { Pack } from "../check/check.ts";
import { RUNTIME_REQUIREMENTS } from "./runtime-requirements.ts";

/** Requirements that the judge of all runs looks after, whatever check is run. */
const JUDGED_IN_EVERY_RUN: readonly string[] = [
  "SUBJECT-DETERMINISM",
  "SUBJECT-CLOCK",
  "SUBJECT-CAPABILITIES",
];

/** Which checks serve a requirement. */
export interface RequirementCoverage {
  readonly requirement: string;
  readonly level: "MUST" | "SHOULD";
  readonly checks: readonly string[];
  /** Every run is judged by it. */
  readonly everyRun: boolean;
}

/** What the requirements and the checks leave open. */
export interface Coverage {
  readonly requirements: readonly RequirementCoverage[];
  /** MUST requirements that no check serves. */
  readonly unchecked: readonly string[];
  /** Checks with a requirement that there is not, as `check requirement`. `isRule` knows the rules of artifacts. */
  readonly unfounded: readonly string[];
}

/** Compares requirements and checks. */
export function coverage(packs: readonly Pack[], isRule: (id: string) => boolean): Coverage {
  const checks = packs.flatMap((pack) => pack.checks);
  const all = RUNTIME_REQUIREMENTS.flatMap((group) => group.requirements);
  const requirements = all.map(({ id, level }) => ({
    requirement: id,
    level,
    checks: checks.filter((check) => check.requirements.includes(id)).map((check) => check.id),
    everyRun: JUDGED_IN_EVERY_RUN.includes(id) || id.startsWith("INV-"),
  }));
  const known = new Set(all.map(({ id }) => id));
  const isOpen = ({ level, checks: by, requirement }: RequirementCoverage) =>
    level === "MUST" && by.length === 0 && !JUDGED_IN_EVERY_RUN.includes(requirement);
  return {
    requirements,
    unchecked: requirements.filter(isOpen).map(({ requirement }) => requirement),
    unfounded: checks.flatMap((check) =>
      check.requirements.filter((id) => !known.has(id) && !isRule(id)).map((id) => `${check.id} ${id}`),
    ),
  };
}
