/** The invariants that `--only` names, by id or by family. */
import { nearest } from "../../internal/edit-distance.ts";
import { quote } from "../../internal/quote.ts";
import type { Invariant } from "../../trace/invariant.ts";
import { invariants } from "../../trace/invariants.ts";
import { UsageError } from "../usage-error.ts";

/** All of them, or those of a list such as `INV-LIFE-01,INV-CXL`. Throws UsageError for an unknown name. */
export function chosenInvariants(list: string | undefined): readonly Invariant[] {
  if (list === undefined) return invariants;
  const names = list
    .split(",")
    .map((name) => name.trim().toUpperCase())
    .filter((name) => name !== "");
  if (names.length === 0) {
    throw new UsageError("Cannot use --only: expected ids such as INV-LIFE-01,INV-CXL but received none");
  }
  for (const name of names) if (!invariants.some((one) => isNamed(one, name))) throw unknownName(name);
  return invariants.filter((one) => names.some((name) => isNamed(one, name)));
}

const isNamed = ({ id }: Invariant, name: string): boolean => id === name || id.startsWith(`${name}-`);

function unknownName(name: string): UsageError {
  const near = nearest(
    name,
    invariants.map(({ id }) => id),
  );
  const families = [...new Set(invariants.map(({ id }) => id.replace(/-\d+$/, "")))];
  return new UsageError(
    `Cannot use --only: expected the id of an invariant but received ${quote(name)}`,
    near === undefined ? `Families: ${families.join(", ")}` : `Did you mean ${near}?`,
  );
}
