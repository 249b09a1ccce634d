/** Codes of failures. */
import { patternField } from "../core/fields.ts";

const FAILURE_CODE = /^(?:[a-z][a-z0-9]*(?:_[a-z0-9]+)*|[A-Z][A-Z0-9]*(?:-[A-Z0-9]+)+)$/;

/** A failure code in snake_case, or the id of a rule. */
export const codeField = (notes: { readonly rule: string; readonly about: string }) =>
  patternField(FAILURE_CODE, { ...notes, example: "late_output_delivered" });
