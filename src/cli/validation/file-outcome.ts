/** What came of one input: exact counts, and as many findings as a reader can use. */
import type { Diagnostic } from "../../contracts/core/diagnostic.ts";
import type { ContractKind } from "../../validators/validate.ts";
import { unexpectedlyAccepted } from "./cli-rules.ts";
import type { Judgement } from "./judge-text.ts";

/** Whether the artifacts of an input are meant to be valid. */
export type Expectation = "accept" | "refuse";

/** What is wrong with one artifact, or worth a warning. */
export interface Finding {
  readonly kind: ContractKind | undefined;
  /** Line of an NDJSON input; its diagnostics carry it, too. */
  readonly line?: number;
  /** Index in a JSON array. */
  readonly item?: number;
  readonly diagnostics: readonly Diagnostic[];
  readonly omitted: number;
}

/** How many artifacts of a kind were accepted and refused. */
export interface KindCount {
  accepted: number;
  refused: number;
}

/** The outcome of an input. */
export interface FileOutcome {
  readonly name: string;
  readonly expectation: Expectation;
  readonly kinds: ReadonlyMap<ContractKind | "unknown", KindCount>;
  readonly accepted: number;
  readonly refused: number;
  /** Artifacts that did not come out as expected. */
  readonly failures: number;
  /** Artifacts that came out as expected but with a warning. */
  readonly warned: number;
  /** The first failures. */
  readonly findings: readonly Finding[];
  /** The first warnings. */
  readonly warnings: readonly Finding[];
  /** Rules that the fixtures were refused by, when refusal was expected. */
  readonly refusedBy: readonly string[];
  /** Why the input could not be read to its end. */
  readonly unreadable?: { readonly message: string; readonly hint?: string };
}

/** Most findings that are kept of one input, and most warnings. */
export const MAX_FINDINGS = 100;

/** Takes the judgements on the artifacts of one input. */
export interface OutcomeTally {
  add(judgement: Judgement, line?: number): void;
  outcome(unreadable?: FileOutcome["unreadable"]): FileOutcome;
}

/** A tally for one input. */
export function createOutcomeTally(name: string, expectation: Expectation): OutcomeTally {
  const kinds = new Map<ContractKind | "unknown", KindCount>();
  const count = { accepted: 0, refused: 0, failures: 0, warned: 0 };
  const findings: Finding[] = [];
  const warnings: Finding[] = [];
  const refusedBy = new Set<string>();

  const keep = (list: Finding[], judgement: Judgement, line: number | undefined) => {
    if (list.length < MAX_FINDINGS) list.push(findingOf(judgement, line));
  };
  return {
    add(judgement, line) {
      const key = judgement.kind ?? "unknown";
      const ofKind = kinds.get(key) ?? { accepted: 0, refused: 0 };
      kinds.set(key, ofKind);
      const result = judgement.accepted ? "accepted" : "refused";
      count[result] += 1;
      ofKind[result] += 1;

      const isExpected = judgement.accepted === (expectation === "accept");
      // An artifact that was never held against a contract proves nothing, even where refusal is expected.
      const isJudged = !judgement.diagnostics.some(({ rule }) => rule.startsWith("CLI-"));
      if (!isExpected || !isJudged) {
        count.failures += 1;
        keep(
          findings,
          expectation === "refuse" && judgement.accepted ? wronglyAccepted(judgement) : judgement,
          line,
        );
      } else if (expectation === "refuse") {
        for (const { rule, severity } of judgement.diagnostics) if (severity === "error") refusedBy.add(rule);
      } else if (judgement.diagnostics.length > 0) {
        count.warned += 1;
        keep(warnings, judgement, line);
      }
    },
    outcome: (unreadable) => ({
      name,
      expectation,
      kinds,
      ...count,
      findings,
      warnings,
      refusedBy: [...refusedBy],
      ...(unreadable !== undefined && { unreadable }),
    }),
  };
}

function findingOf(
  { kind, item, diagnostics, omitted, place }: Judgement,
  line: number | undefined,
): Finding {
  const placed = diagnostics.map(place).map((one) => (line === undefined ? one : { ...one, line }));
  return {
    kind,
    ...(line !== undefined && { line }),
    ...(item !== undefined && { item }),
    diagnostics: placed,
    omitted,
  };
}

function wronglyAccepted(judgement: Judgement): Judgement {
  const { kind } = judgement;
  return { ...judgement, diagnostics: kind === undefined ? [] : [unexpectedlyAccepted(kind)], omitted: 0 };
}
