/** The calling side of compiled checks: guards that never throw and assertions that say why. */
import type { Diagnostic } from "../contracts/core/diagnostic.ts";
import { diagnose } from "./diagnose.ts";
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

  constructor(kind: string, diagnostics: readonly Diagnostic[]) {
    const lines = diagnostics.map(({ rule, path, message }) => `  [${rule}] ${path || "(root)"}: ${message}`);
    super(
      `Cannot accept ${kind}: expected a valid artifact but received one with ${diagnostics.length} broken rules\n${lines.join("\n")}`,
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
  const { diagnostics } = diagnose(shape, value, { open: options?.unknownFields === "allow" });
  throw new ContractError(
    kind,
    diagnostics.filter((diagnostic) => diagnostic.severity === "error"),
  );
}
