/** What a conformance run can be told. */
import type { ConformanceBaseline } from "../../contracts/conformance/conformance-baseline.ts";
import type { ConformanceVerdict } from "../../contracts/conformance/conformance-report.ts";
import type { CheckCategory, ConformanceProfileName, Pack } from "../check/check.ts";
import type { Corpus } from "../corpus/corpus.ts";

/** The seed of a run that names none. */
export const DEFAULT_SEED = 1;

/** One check that has been done. */
export interface ConformanceProgress {
  readonly subject: string;
  readonly check_id: string;
  readonly verdict: ConformanceVerdict;
  /** Checks of this subject that are done, out of how many. */
  readonly done: number;
  readonly of: number;
}

/** Options of `runConformance`; every one may be left out. */
export interface ConformanceOptions {
  /** `quick` (default) or `full`. */
  readonly profile?: ConformanceProfileName;
  /** Packs to run; all unless told. */
  readonly packs?: readonly Pack[];
  /** Ids of checks, or of packs, to run; all of the profile unless told. Named checks run in either profile. */
  readonly checks?: readonly string[];
  /** Only checks of this part of a runtime. */
  readonly category?: CheckCategory;
  /** Unsigned 32-bit integer; 1 unless told. Equal seeds give equal reports. */
  readonly seed?: number;
  /** `scenario@path` of a failure; with exactly one check. */
  readonly path?: string;
  /** Failures that are known. */
  readonly baseline?: ConformanceBaseline;
  /** Today, such as 2026-12-31, for the expiry of known failures; needed with a baseline. */
  readonly today?: string;
  /** Counterexamples of earlier runs; new ones are added. */
  readonly corpus?: Corpus;
  /**
   * Makes a whole command of the options of a replay line, such as `--check CF-003 --seed 1 --path 0:1`, and the
   * label of the subject.
   */
  readonly replayCommand?: (options: string, subject: string) => string;
  /** Called after each check. */
  readonly onProgress?: (progress: ConformanceProgress) => void;
}
