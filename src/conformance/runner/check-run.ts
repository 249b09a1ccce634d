/** What a check is run with, and what comes of it. */
import type { JsonObject } from "../../contracts/conformance/stimulus.ts";
import type { ConformanceProfileName } from "../check/check.ts";
import { type Finding, type Inconclusive, isInconclusive, type Judgement } from "../check/finding.ts";
import type { Run } from "../check/run.ts";
import type { ParameterValues } from "../scenario/resolve-scenario.ts";
import type { Subject, SubjectDescription } from "../subject/subject.ts";
import { checkSeed } from "./check-seed.ts";
import type { Driven } from "./drive.ts";

/** What a check is run with. */
export interface CheckRun {
  readonly subject: Subject;
  readonly description: SubjectDescription;
  readonly profile: ConformanceProfileName;
  /** Seed of the whole run. */
  readonly seed: number;
  /** `scenario@path` or `path`: only this counterexample. */
  readonly path?: string;
  /** Counterexamples of earlier runs, which are tried first. */
  readonly known?: readonly KnownCase[];
}

/** A counterexample of an earlier run. */
export interface KnownCase {
  readonly scenario?: string;
  /** Seed of the run that found it: its path means something with that seed only. */
  readonly seed: number;
  readonly path?: string;
  /** Values of the parameters of the scenario. */
  readonly values?: ParameterValues;
  /** The script of a schedule. */
  readonly instants?: readonly (readonly JsonObject[])[];
}

/** A failure with the run that shows it. */
export interface Found {
  readonly finding: Finding;
  readonly run: Run;
  readonly scenario_id?: string;
  /** What `path` has to be to go straight to it. */
  readonly path?: string;
  /** Seed that the path belongs to; that of the run unless told. */
  readonly seed?: number;
  readonly values?: ParameterValues;
}

/** What came of a check. */
export interface Checked {
  readonly runs: number;
  readonly inconclusive?: Inconclusive;
  readonly found?: Found;
}

/** The subject with the seed of the check or scenario of this name. */
export const drivenBy = ({ subject, description, seed }: CheckRun, name: string): Driven => ({
  subject,
  description,
  seed: checkSeed(seed, name),
});

/** What a judgement makes of a run; undefined when all is well. */
export function settled(
  judgement: Judgement,
  found: Omit<Found, "finding">,
): Omit<Checked, "runs"> | undefined {
  if (judgement === undefined) return undefined;
  if (isInconclusive(judgement)) return { inconclusive: judgement };
  return { found: { ...found, finding: judgement } };
}
