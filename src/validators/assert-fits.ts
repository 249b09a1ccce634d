/** The calling side of compiled checks: guards that never throw and assertions that say why. */
import type { Diagnostic } from "../contracts/core/diagnostic.ts";
import { MAX_DIAGNOSTICS } from "../contracts/core/diagnostic.ts";
import { describeValue } from "../internal/describe-value.ts";
import { quote } from "../internal/quote.ts";
import { diagnose } from "./diagnose.ts";
import type { Diagnosis } from "./diagnostic-list.ts";
import type { Shape } from "./shape.ts";

/** How to treat fields that the contract does not declare. */
export interface ValidateOptions {
  /**
   * `reject` (default) is the producer's side: an unknown field is a mistake. `allow` is the consumer's
   * side of an additive-only major: fields of a later minor pass and are kept.
   */
  readonly unknownFields?: "reject" | "allow";
}

/** A compiled check. */
export type Fits = (value: unknown, open: boolean) => boolean;

/** Check and shape of one kind. */
export interface KindEntry {
  readonly fits: Fits;
  readonly shape: Shape;
}

/** Runs a check; a value whose fields cannot even be read does not fit. */
export function safely(fits: Fits, value: unknown, options: ValidateOptions | undefined): boolean {
  try {
    return fits(value, options?.unknownFields === "allow");
  } catch {
    return false;
  }
}

/** An artifact that breaks the contract, with the diagnostics that say how. */
export class ContractError extends TypeError {
  override readonly name = "ContractError";
  readonly kind: string;
  readonly diagnostics: readonly Diagnostic[];

  constructor(kind: string, diagnostics: readonly Diagnostic[], omitted = 0) {
    const lines = diagnostics.map(
      ({ rule, path, message }) =>
        `  [${rule}] ${path === "" ? "(root)" : quote(path, 200).slice(1, -1)}: ${message}`,
    );
    const count = diagnostics.length + omitted;
    const more = omitted > 0 ? `\n  and ${omitted} more` : "";
    super(
      `Cannot accept ${kind}: expected a valid artifact but received one with ${count} ${count === 1 ? "fault" : "faults"}\n${lines.join("\n")}${more}`,
    );
    this.kind = kind;
    this.diagnostics = diagnostics;
  }
}

/** What is asserted of a value. */
export interface Assertion extends KindEntry {
  readonly kind: string;
  readonly options: ValidateOptions | undefined;
}

/** Throws unless the value fits. */
export function assertFits(value: unknown, { kind, fits, shape, options }: Assertion): void {
  if (safely(fits, value, options)) return;
  const { diagnostics, omitted } = explain(shape, value, options);
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  throw new ContractError(kind, errors, omitted);
}

/** Why a value that did not fit was refused: at least one error. */
export function explain(shape: Shape, value: unknown, options: ValidateOptions | undefined): Diagnosis {
  const { diagnostics, omitted } = diagnose(shape, value, { open: options?.unknownFields === "allow" });
  if (diagnostics.some(({ severity }) => severity === "error")) return { diagnostics, omitted };
  return { diagnostics: [unreadable(value), ...diagnostics].slice(0, MAX_DIAGNOSTICS), omitted };
}

/** A value that changes between two readings, such as a proxy, refused the first and passed the second. */
function unreadable(value: unknown): Diagnostic {
  const received = describeValue(value);
  return {
    rule: "CON-01",
    severity: "error",
    path: "",
    message: `Cannot accept the artifact: expected a JSON object that reads the same twice but received ${received}`,
    expected: "a JSON object that reads the same twice",
    received,
    source: "contracts-v1 wire format",
  };
}
