/** Validation of one value, with OR-02 evidence also accepted in the form that the Go runtime writes. */
import type { Diagnostic } from "../../contracts/core/diagnostic.ts";
import { isGoEntry } from "../../evidence/go-baseline-entry.ts";
import { readBaselineArtifact } from "../../evidence/read-baseline-artifact.ts";
import {
  type ContractKind,
  type ValidationOptions,
  type ValidationResult,
  validate,
} from "../../validators/validate.ts";

/** As `validate`; the value of a Go record is its canonical form. */
export function validateEitherForm(
  kind: ContractKind,
  value: unknown,
  options: ValidationOptions,
): ValidationResult<unknown> {
  if (kind === "baseline_artifact" && hasGoEntries(value)) return readBaselineArtifact(value);
  if (kind === "baseline_evidence" && isGoEntry(value)) return readGoEntry(value);
  return validate(kind, value, options);
}

function hasGoEntries(value: unknown): boolean {
  if (typeof value !== "object" || value === null || !("entries" in value)) return false;
  return Array.isArray(value.entries) && value.entries.some(isGoEntry);
}

/** A single record is read as an artifact of one entry, and its paths start at the record again. */
function readGoEntry(entry: unknown): ValidationResult<unknown> {
  const artifact = { schema_version: "v1", generated_at_utc: "1970-01-01T00:00:00Z", entries: [entry] };
  const reading = readBaselineArtifact(artifact);
  if (reading.ok) return { ok: true, value: reading.value.entries[0] };
  return { ...reading, diagnostics: reading.diagnostics.map(fromEntry) };
}

function fromEntry(diagnostic: Diagnostic): Diagnostic {
  return { ...diagnostic, path: diagnostic.path.replace(/^\/entries\/0/, "") };
}
