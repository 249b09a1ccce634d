/** Fixture metadata of the Go implementation of the platform. */
import { existsSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";

import { validate } from "../../validators/validate.ts";
import { readFixtureMetadata } from "./read-fixture-metadata.ts";

const FILE = new URL("../../../../shared/data/peer-go/replay-metadata.json", import.meta.url);
const isPresent = existsSync(FILE);
if (!isPresent) console.warn(`Skipping the fixture metadata of the peer: ${FILE.pathname} is absent`);

it.skipIf(!isPresent)("is read as it is, all 26 fixtures of it", () => {
  const result = validate("replay_fixture_metadata", JSON.parse(readFileSync(FILE, "utf8")));
  if (!result.ok) throw new Error(JSON.stringify(result.diagnostics));
  const fixtures = readFixtureMetadata(result.value);
  expect(fixtures.size).toBe(26);
  expect(fixtures.get("rd-002-recompute-within-tolerance")).toMatchObject({
    gate: "full",
    timing_tolerance_ms: 15,
    invocation_latency_scopes: ["turn:turn-rd-002"],
  });
});
