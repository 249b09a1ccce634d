/** The validators against the verdicts and fixtures of the Go implementation of the platform. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

import { contracts } from "../contracts/catalog.ts";
import type { ContractKind } from "./validate.ts";
import { validate } from "./validate.ts";
import { validateText } from "./validate-text.ts";

const PEER = new URL("../../../shared/data/peer-go/", import.meta.url);
const isPresent = existsSync(PEER);
if (!isPresent) console.warn(`Skipping the peer verdicts on artifacts: ${PEER.pathname} is absent`);

const lines = (path: string): string[] => readFileSync(new URL(path, PEER), "utf8").trim().split("\n");
const verdict = (ok: boolean) => (ok ? "accept" : "reject");

describe.skipIf(!isPresent)("the verdicts of the Go implementation", () => {
  const kinds = [
    "control_signal",
    "event_record",
    "decision_outcome",
    "resolved_turn_plan",
    "turn_transition",
  ] as const;

  test.each(kinds)("on %s are ours, and Zod's", (kind) => {
    const cases = lines(`oracle/validate.${kind}.ndjson`).map(
      (line) => JSON.parse(line) as { value: unknown; expected: string },
    );
    expect(cases.length).toBeGreaterThan(500);
    for (const { value, expected } of cases) {
      expect(verdict(validate(kind, value).ok), JSON.stringify(value)).toBe(expected);
      expect(verdict(contracts[kind].schema.safeParse(value).success), JSON.stringify(value)).toBe(expected);
    }
  });

  test("on text are ours, but for an integer beyond 2^53 - 1, which the contract refuses", () => {
    const differing = lines("oracle/validate-text.decisions.ndjson")
      .map(
        (line) => JSON.parse(line) as { kind: ContractKind; class: string; text: string; expected: string },
      )
      .filter(({ kind, text, expected }) => verdict(validateText(kind, text).ok) !== expected);
    expect(differing.map(({ class: name, text }) => [name, /9007199254740993/.test(text)])).toEqual([
      ["INT64-RANGE(agree)", true],
    ]);
  });

  test.each(readdirSyncOr("contract-fixtures/"))("on the fixtures of %s are ours", (kind) => {
    for (const expected of ["valid", "invalid"]) {
      for (const name of readdirSyncOr(`contract-fixtures/${kind}/${expected}/`)) {
        const text = readFileSync(new URL(`contract-fixtures/${kind}/${expected}/${name}`, PEER));
        const result = validateText(kind as ContractKind, new Uint8Array(text));
        expect(result.ok, `${kind}/${expected}/${name}`).toBe(expected === "valid");
      }
    }
  });
});

function readdirSyncOr(path: string): string[] {
  return isPresent ? readdirSync(new URL(path, PEER)) : [];
}
