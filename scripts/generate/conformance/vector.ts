/** A conformance vector: one artifact, one rule, one verdict; data for implementations in any language. */
import type { RuleLevel } from "../../../src/contracts/core/rule.ts";

/** What a conforming implementation says about the vector. */
export type Verdict = "accept" | "refuse" | "warn" | "incomplete";

/** A vector as it stands in its file. */
export interface Vector {
  /** `<rule>/<valid|invalid>/<kind>/<name>`; public and stable. */
  readonly id: string;
  readonly kind: string;
  /** The rule that the vector is about. */
  readonly rule: string;
  readonly level: RuleLevel;
  readonly expect: Verdict;
  /** Rules that the same mistake breaks too. */
  readonly also_breaks?: readonly string[];
  readonly unknown_fields: "reject" | "allow";
  readonly note: string;
  /** The artifact, or the artifacts of a stream in order. */
  readonly value?: unknown;
  readonly values?: readonly unknown[];
  /** The artifact as text, or as bytes; `padded_to` appends blanks until the text has this length. */
  readonly text?: string;
  readonly base64?: string;
  readonly padded_to?: number;
}

/** What a vector is made of; the rest follows. */
export interface VectorDraft {
  readonly kind: string;
  readonly rule: string;
  readonly level?: RuleLevel;
  readonly expect: Verdict;
  readonly name: string;
  readonly note: string;
  readonly also_breaks?: readonly string[];
  readonly unknown_fields?: "reject" | "allow";
  readonly artifact: Pick<Vector, "value" | "values" | "text" | "base64" | "padded_to">;
}

/** Completes a draft. */
export function vector(draft: VectorDraft): Vector {
  const { kind, rule, level = "MUST", expect, name, note, also_breaks = [], artifact } = draft;
  return {
    id: `${rule}/${sideOf(expect)}/${kind.replaceAll("_", "-")}/${name}`,
    kind,
    rule,
    level,
    expect,
    ...(also_breaks.length > 0 && { also_breaks }),
    unknown_fields: draft.unknown_fields ?? "reject",
    note,
    ...artifact,
  };
}

/** Folder of a verdict: only what is accepted without reservation is valid. */
export const sideOf = (expect: Verdict): "valid" | "invalid" => (expect === "accept" ? "valid" : "invalid");

/** A generated file of the conformance data. */
export interface DataFile {
  readonly path: string;
  readonly text: string;
}

/** The file of a vector, its path relative to `conformance/v1/vectors`. */
export function vectorFile(address: string, one: Vector): DataFile {
  const [rule, side, , name] = one.id.split("/") as [string, string, string, string];
  return {
    path: `${address}/${side}/${rule.toLowerCase()}-${name}.json`,
    text: `${JSON.stringify(one, undefined, 2)}\n`,
  };
}
