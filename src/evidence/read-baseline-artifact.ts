/**
 * Reading of OR-02 evidence from a file, in the canonical form or in that of the Go runtime.
 *
 * Reading asks for shape only: a record that lacks evidence is read, so that the gates can count it. What
 * cannot be read is refused as a whole, because a run without its unreadable turns would look better than
 * it was.
 */
import { type Diagnostic, MAX_DIAGNOSTICS } from "../contracts/core/diagnostic.ts";
import type { BaselineArtifact } from "../contracts/observability/baseline-artifact.ts";
import { nearest } from "../internal/edit-distance.ts";
import { pointerKeys, pointerStep } from "../internal/json-pointer.ts";
import { diagnose } from "../validators/diagnose.ts";
import { DiagnosticList } from "../validators/diagnostic-list.ts";
import { baselineArtifactShape, isBaselineArtifact } from "../validators/generated/baseline-artifact.ts";
import { fromGoEntry, GO_NAMES, goName, isGoEntry, unknownGoNames } from "./go-baseline-entry.ts";

/** An artifact in canonical form, or what is wrong with it. */
export type BaselineArtifactReading =
  | { readonly ok: true; readonly value: BaselineArtifact }
  | {
      readonly ok: false;
      readonly diagnostics: readonly Diagnostic[];
      /** Diagnostics beyond the first 100. */
      readonly omitted: number;
    };

/**
 * Reads a baseline artifact. Which form a record is in is decided for each record by its names. The value
 * is in canonical form; canonical records are the ones that were given, not copies. Paths of diagnostics
 * are JSON Pointers into the value as it was given, whatever its form. Source: contracts-v1 section 7.
 *
 * @since 0.1.0
 */
export function readBaselineArtifact(value: unknown): BaselineArtifactReading {
  const given = entriesOf(value);
  const isGo = given.map(isGoEntry);
  const entries = given.map((entry) => (isGoEntry(entry) ? fromGoEntry(entry) : entry));
  const canonical = isGo.includes(true) ? { ...(value as object), entries } : value;
  const strangers = unknownNames(given);
  if (isBaselineArtifact(canonical) && strangers.diagnostics.length === 0)
    return { ok: true, value: canonical };

  const { diagnostics, omitted } = diagnose(baselineArtifactShape, canonical, { open: false });
  const all = [...diagnostics.map((diagnostic) => asGiven(diagnostic, isGo)), ...strangers.diagnostics];
  const beyond = Math.max(0, all.length - MAX_DIAGNOSTICS);
  return {
    ok: false,
    diagnostics: all.slice(0, MAX_DIAGNOSTICS),
    omitted: omitted + strangers.omitted + beyond,
  };
}

function entriesOf(value: unknown): readonly unknown[] {
  if (typeof value !== "object" || value === null || !("entries" in value)) return [];
  return Array.isArray(value.entries) ? value.entries : [];
}

/** Unknown names of Go records; those of canonical records are found by the contract. */
function unknownNames(entries: readonly unknown[]): DiagnosticList {
  const list = new DiagnosticList();
  for (const [index, entry] of entries.entries()) {
    if (!isGoEntry(entry)) continue;
    for (const name of unknownGoNames(entry)) {
      const close = nearest(
        name,
        [...GO_NAMES].filter((known) => entry[known] === undefined),
      );
      list.add({
        rule: "CON-03",
        path: `/entries/${index}${pointerStep(name)}`,
        expected: "a field of the Go form",
        value: entry[name],
        hint: close === undefined ? "Remove the field" : `Did you mean "${close}"?`,
      });
    }
  }
  return list;
}

/** The diagnostic with the names that the record was written with. */
function asGiven(diagnostic: Diagnostic, isGo: readonly boolean[]): Diagnostic {
  const [list, index, name, ...rest] = pointerKeys(diagnostic.path) ?? [];
  if (list !== "entries" || name === undefined || !isGo[Number(index)]) return diagnostic;
  const given = goName(name);
  return {
    ...diagnostic,
    path: [list, index, given, ...rest].map((key) => pointerStep(key ?? "")).join(""),
    message: diagnostic.message.replace(`"${name}"`, `"${given}"`),
  };
}
