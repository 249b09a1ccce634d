/** Diagnostics that are about the call and not about a contract; their ids start with CLI. */
import type { Diagnostic } from "../../contracts/core/diagnostic.ts";
import { describeValue } from "../../internal/describe-value.ts";
import { quote } from "../../internal/quote.ts";
import type { ContractKind } from "../../validators/validate.ts";
import type { KindDetection } from "../kinds/detect-kind.ts";

type UndetectedKind = Exclude<KindDetection, { readonly kind: ContractKind }>;

const source = "rspp-contracts validate";

/** CLI-01: the kind of an artifact cannot be told. */
export function unknownKind(value: unknown, { nearest, schemaVersion }: UndetectedKind): Diagnostic {
  const expected =
    schemaVersion === undefined
      ? "fields that tell one kind from all others"
      : "the schema_version of a known kind";
  const received = schemaVersion === undefined ? describeValue(value) : quote(schemaVersion);
  return {
    rule: "CLI-01",
    severity: "error",
    path: schemaVersion === undefined ? "" : "/schema_version",
    message: `Cannot tell the kind of the artifact: expected ${expected} but received ${received}`,
    expected,
    received,
    hint:
      nearest.length === 0
        ? "Name the kind with --kind; rspp-contracts validate --help lists the kinds"
        : `Name the kind with --kind; nearest: ${nearest.join(", ")}`,
    source,
  };
}

/** CLI-02: a fixture that was to be refused was accepted. */
export function unexpectedlyAccepted(kind: ContractKind): Diagnostic {
  return {
    rule: "CLI-02",
    severity: "error",
    path: "",
    message: `Cannot count the fixture as invalid: expected it to be refused as ${kind} but it was accepted`,
    expected: "a refusal",
    received: "a valid artifact",
    hint: "Move it to the valid folder, or break the rule that it is meant to break",
    source,
  };
}

/** CLI-03: an empty list of artifacts. */
export function emptyList(): Diagnostic {
  return {
    rule: "CLI-03",
    severity: "error",
    path: "",
    message: "Cannot check the list: expected at least 1 artifact but received an empty array",
    expected: "at least 1 artifact",
    received: "an empty array",
    source,
  };
}
