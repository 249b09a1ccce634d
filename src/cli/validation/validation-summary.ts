/** What came of all inputs together, and the exit code that follows. */
import { EXIT, type ExitCode } from "../exit-code.ts";
import type { FileOutcome, KindCount } from "./file-outcome.ts";

/** The outcomes of a call. */
export interface ValidationRun {
  readonly files: readonly FileOutcome[];
  /** Directories in which files under `invalid` were expected to be refused, as reports show them. */
  readonly fixtureFolders: readonly string[];
  /** Why those were taken for fixtures. */
  readonly fixtureReason: "found" | "asked" | "none";
}

/** A kind with its counts, those of fixtures that were expected to be refused apart. */
export interface KindSummary extends KindCount {
  readonly kind: string;
  /** Refused, as expected. */
  refusedAsExpected: number;
}

/** Exact counts over all inputs. */
export interface ValidationSummary {
  readonly artifacts: number;
  readonly failures: number;
  readonly warned: number;
  readonly unreadable: number;
  readonly kinds: readonly KindSummary[];
}

/** Adds up the outcomes; kinds in alphabetical order, artifacts of unknown kind last. */
export function summarize({ files }: ValidationRun): ValidationSummary {
  const kinds = new Map<string, KindSummary>();
  const total = { artifacts: 0, failures: 0, warned: 0, unreadable: 0 };
  for (const file of files) {
    total.artifacts += file.accepted + file.refused;
    total.failures += file.failures;
    total.warned += file.warned;
    if (file.unreadable !== undefined) total.unreadable += 1;
    for (const [kind, { accepted, refused }] of file.kinds) {
      const sum = kinds.get(kind) ?? { kind, accepted: 0, refused: 0, refusedAsExpected: 0 };
      kinds.set(kind, sum);
      sum.accepted += accepted;
      if (file.expectation === "refuse" && kind !== "unknown") sum.refusedAsExpected += refused;
      else sum.refused += refused;
    }
  }
  const rank = ({ kind }: KindSummary) => (kind === "unknown" ? "~" : kind);
  return { ...total, kinds: [...kinds.values()].sort((a, b) => (rank(a) < rank(b) ? -1 : 1)) };
}

/**
 * Unreadable inputs come first: with one of them nothing can be said about the call as a whole. Then
 * failures, and then the call that found no artifact at all, which proves nothing.
 */
export function exitCodeOf({ unreadable, failures, artifacts }: ValidationSummary): ExitCode {
  if (unreadable > 0) return EXIT.usage;
  if (failures > 0) return EXIT.violations;
  return artifacts === 0 ? EXIT.inconclusive : EXIT.pass;
}
