/**
 * Validation of artifacts by kind: a fast yes/no path, and a diagnosing path that runs only on failure.
 */
import type { Diagnostic } from "../contracts/core/diagnostic.ts";
import { describeValue } from "../internal/describe-value.ts";
import { nearest } from "../internal/edit-distance.ts";
import type { KindEntry, ValidateOptions } from "./assert-fits.ts";
import { explain, safely } from "./assert-fits.ts";
import { diagnose } from "./diagnose.ts";
import type { ArtifactOfKind } from "./generated/kinds.ts";
import { KINDS } from "./generated/kinds.ts";

/** Name of a kind of artifact. */
export type ContractKind = keyof ArtifactOfKind;

/** Every kind that `validate` knows. */
export const CONTRACT_KINDS = /* @__PURE__ */ Object.keys(KINDS) as readonly ContractKind[];

/** A valid artifact, or what is wrong with it. */
export type ValidationResult<T> =
  | {
      readonly ok: true;
      readonly value: T;
      /** Broken SHOULD rules, when asked for. */
      readonly warnings?: readonly Diagnostic[];
    }
  | {
      readonly ok: false;
      readonly diagnostics: readonly Diagnostic[];
      /** Diagnostics beyond the first 100. */
      readonly omitted: number;
    };

/** How to validate. */
export interface ValidationOptions extends ValidateOptions {
  /** Also look for broken SHOULD rules in a valid artifact. Off by default: it costs a full walk. */
  readonly warnings?: boolean;
}

/**
 * Validates a value against the contract of its kind. Bad data is a result, never an exception; a kind
 * that does not exist is a TypeError that lists the kinds.
 *
 * The value is returned as it came: nothing is copied, coerced or stripped.
 */
export function validate<K extends ContractKind>(
  kind: K,
  value: unknown,
  options?: ValidationOptions,
): ValidationResult<ArtifactOfKind[K]> {
  const entry = kindEntry(kind);
  if (safely(entry.fits, value, options)) {
    const artifact = value as ArtifactOfKind[K];
    if (!options?.warnings) return { ok: true, value: artifact };
    return {
      ok: true,
      value: artifact,
      warnings: diagnose(entry.shape, value, { open: isOpen(options) }).diagnostics,
    };
  }
  return { ok: false, ...explain(entry.shape, value, options) };
}

const isOpen = (options: ValidateOptions | undefined): boolean => options?.unknownFields === "allow";

/** Check and shape of a kind, or a TypeError that lists the kinds. */
export function kindEntry(kind: string): KindEntry {
  const entry = Object.hasOwn(KINDS, kind) ? KINDS[kind as ContractKind] : undefined;
  if (entry !== undefined) return entry;
  const close = typeof kind === "string" ? nearest(kind, CONTRACT_KINDS) : undefined;
  const meant = close ? `; did you mean "${close}"?` : "";
  throw new TypeError(
    `Cannot validate: expected one of ${CONTRACT_KINDS.join(", ")} but received ${describeValue(kind)}${meant}`,
  );
}
