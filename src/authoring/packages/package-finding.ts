/** What is wrong with a node package, one finding for each place, as values and never as exceptions. */
import { MAX_DIAGNOSTICS } from "../../contracts/core/diagnostic.ts";
import { PACKAGE_REASON_CODES, PACKAGE_REASONS, type PackageReasonCode } from "./package-reason.ts";

/** One broken rule of one package. */
export interface PackageFinding {
  readonly reason_code: PackageReasonCode;
  /** What is wrong and where, in one sentence without a final period. */
  readonly message: string;
  /** JSON Pointer into the manifest, or into the options of `packageNode`, where it is about those. */
  readonly path?: string;
  /** Offset in bytes from the start of the artifact, counted from 0, where it is about the artifact. */
  readonly offset?: number;
  readonly expected: string;
  readonly received: string;
  /** How to go on. */
  readonly hint: string;
}

/** A finding without what follows from the rest of it. */
export interface PackageFault {
  readonly reason_code: PackageReasonCode;
  /** What cannot be accepted, such as `the import module "env"`. */
  readonly subject: string;
  readonly path?: string;
  readonly offset?: number;
  readonly expected: string;
  readonly received: string;
  /** Where there is better advice than that of the reason code. */
  readonly hint?: string;
}

/** The findings of one package. */
export interface PackageFindings {
  /** Unique, in the order of {@link PACKAGE_REASON_CODES}; complete even where findings were omitted. */
  readonly reason_codes: readonly PackageReasonCode[];
  /** The first 100. */
  readonly findings: readonly PackageFinding[];
  /** Findings beyond the first 100. */
  readonly omitted: number;
}

/** Collects findings in the order in which they are found. */
export interface FindingCollector {
  add(fault: PackageFault): void;
  /** What was collected up to now. */
  result(): PackageFindings;
}

/** An empty collector. */
export function createFindingCollector(): FindingCollector {
  const codes = new Set<PackageReasonCode>();
  const findings: PackageFinding[] = [];
  let omitted = 0;
  return {
    add(fault) {
      codes.add(fault.reason_code);
      if (findings.length < MAX_DIAGNOSTICS) findings.push(findingOf(fault));
      else omitted += 1;
    },
    result: () => ({
      reason_codes: PACKAGE_REASON_CODES.filter((code) => codes.has(code)),
      findings: [...findings],
      omitted,
    }),
  };
}

function findingOf({ subject, ...fault }: PackageFault): PackageFinding {
  const { offset, expected, received } = fault;
  const place = offset === undefined ? "" : ` at byte ${offset}`;
  return {
    ...fault,
    message: `Cannot accept ${subject}${place}: expected ${expected} but received ${received}`,
    hint: fault.hint ?? PACKAGE_REASONS[fault.reason_code],
  };
}
