/** Collects diagnostics in order, up to the cap, and counts the rest. */
import type { Diagnostic, Severity } from "../contracts/core/diagnostic.ts";
import { MAX_DIAGNOSTICS } from "../contracts/core/diagnostic.ts";
import { describeValue } from "../internal/describe-value.ts";
import { pointerKeys } from "../internal/json-pointer.ts";
import { quote } from "../internal/quote.ts";

/** What a diagnosis found. */
export interface Diagnosis {
  readonly diagnostics: readonly Diagnostic[];
  /** Diagnostics beyond the cap. */
  readonly omitted: number;
}

/** A finding about one value. */
export interface Finding {
  /** Rule id, or several joined by `+`. */
  readonly rule: string;
  readonly path: string;
  readonly expected: string;
  readonly value: unknown;
  readonly severity?: Severity | undefined;
  readonly hint?: string | undefined;
  /** Name of the signal for rules that a signal refines. */
  readonly signal?: string | undefined;
}

/** Where each family of rules is written down. */
const SOURCES: Readonly<Record<string, string>> = {
  CON: "contracts-v1 wire format",
  JSN: "contracts-v1 wire format (RFC 7493)",
  EVT: "contracts-v1 section 2",
  SIG: "contracts-v1 section 3",
  DEC: "contracts-v1 section 4",
  TRN: "contracts-v1 section 5",
  PLN: "contracts-v1 section 6",
  EVD: "contracts-v1 section 7",
  PRV: "contracts-v1 section 7",
  STM: "docs/subject-protocol.md",
  SUB: "docs/subject-protocol.md",
  SCN: "docs/subject-protocol.md",
  CRP: "docs/subject-protocol.md",
  CBL: "docs/subject-protocol.md",
};

/** Source of a rule by its family; section 8 holds the families that are not listed. */
export const sourceOfRule = (rule: string): string => SOURCES[rule.slice(0, 3)] ?? "contracts-v1 section 8";

/** The diagnostics of one value. */
export class DiagnosticList {
  readonly diagnostics: Diagnostic[] = [];
  omitted = 0;

  /** Whether further findings are only counted. */
  get isFull(): boolean {
    return this.diagnostics.length >= MAX_DIAGNOSTICS;
  }

  /** Adds a finding once for each rule that it breaks. */
  add({ rule, path, expected, value, severity = "error", hint, signal }: Finding): void {
    if (this.isFull) {
      this.omitted += rule.split("+").length;
      return;
    }
    const received = describeValue(value);
    const subject = path === "" ? "the artifact" : quote(pointerKeys(path)?.at(-1) ?? path);
    for (const id of rule.split("+")) {
      if (this.isFull) {
        this.omitted += 1;
        continue;
      }
      this.diagnostics.push({
        rule: id,
        ...(signal !== undefined && { sub: `${id}/${signal}` }),
        severity,
        path,
        message: `Cannot accept ${subject}: expected ${expected} but received ${received}`,
        expected,
        received,
        ...(hint !== undefined && { hint }),
        source: sourceOfRule(id),
      });
    }
  }
}
