/** Fields that the contracts of a release share: times in UTC, digests, commits and versions that do not move. */
import { type FieldNotes, patternField } from "../core/fields.ts";
import { RFC_3339 } from "../core/time-pattern.ts";

/** RFC 3339 date and time in UTC, written with `Z`, so that two files of one time have the same text. */
export const UTC_TIME = new RegExp(RFC_3339.source.replace(/\(\?:Z\|.*$/, "Z$"));

/** A point in wall-clock time as RFC 3339 text that ends in `Z`. */
export const utcField = (notes: FieldNotes) =>
  patternField(UTC_TIME, { unit: "RFC 3339, UTC", clock: "wall", example: "2026-02-16T23:00:00Z", ...notes });

/** A SHA-256 as 64 lower-case hexadecimal characters. */
export const sha256Field = (notes: FieldNotes) => patternField(/^[0-9a-f]{64}$/, notes);

/** A whole commit id; a short one may come to name two commits. */
export const commitField = (notes: FieldNotes) =>
  patternField(/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/, {
    example: "0123456789abcdef0123456789abcdef01234567",
    ...notes,
  });

/**
 * A version that names the same thing for ever. What moves is told by its form, in any language: a range or a
 * wildcard by its characters, and `latest`, `main`, `HEAD`, `1.x` or `app:stable` by a last part without a digit.
 */
export const IMMUTABLE_VERSION = /^(?:[A-Za-z0-9]+[._/:@+-])*[A-Za-z]*[0-9][A-Za-z0-9]*$/;

/** A version that does not move. */
export const immutableVersionField = (notes: FieldNotes) =>
  patternField(IMMUTABLE_VERSION, { example: "pipeline-v1", ...notes });
