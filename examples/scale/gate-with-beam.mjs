/**
 * The gates on Apache Beam: turns are combined by region on the engine, and the regions are merged to the whole run.
 *
 * Beam is installed apart from this package: npm ci --prefix examples/scale/beam
 */
import assert from "node:assert/strict";
import { createRequire } from "node:module";

import { createMvpSloAccumulator, mvpSloCombine } from "@rspp/contracts/v1/gates";

import { madeUpTurns } from "./turns.mjs";

const require = createRequire(new URL("beam/package.json", import.meta.url));
const beam = require("apache-beam");
const { directRunner } = require("apache-beam/runners/direct_runner");
const { groupBy, groupGlobally } = require("apache-beam/transforms/group_and_combine");
const { requireForSerialization } = require("apache-beam/serialization");

const combine = mvpSloCombine();

/** From turns to a part of the run, which leaves its machine as JSON. */
const turnsToPart = {
  createAccumulator: combine.create,
  addInput: combine.add,
  mergeAccumulators: combine.merge,
  extractOutput: combine.toJSON,
};

/** From parts to the part that they make together. */
const partsToWhole = { ...turnsToPart, addInput: (whole, part) => combine.merge([whole, part]) };

const turns = madeUpTurns(5000);
const regionOf = (turn) => turn.tags.region;
const itself = (element) => element;
const reports = new Map();
const keepRegion = ({ region, part }) => reports.set(region, combine.extract(part));
const keepWhole = ({ whole }) => reports.set("all", combine.extract(whole));

// Beam sends functions to its workers as text, apart from those that it is told to find in a module.
const kept = { regionOf, itself, keepRegion, keepWhole, ...turnsToPart, addPart: partsToWhole.addInput };
requireForSerialization("gate-with-beam", kept);

await directRunner().run((root) => {
  const parts = root
    .apply(beam.create(turns))
    .apply(groupBy(regionOf, "region").combining(itself, turnsToPart, "part"));
  parts.map(keepRegion);
  parts
    .map(({ part }) => part)
    .apply(groupGlobally().combining(itself, partsToWhole, "whole"))
    .map(keepWhole);
});

for (const [region, { samples, passed, end_to_end_p95_ms, gates }] of reports) {
  const failed = gates.filter(({ status }) => status === "fail").map(({ gate_id }) => gate_id);
  console.log(
    region,
    samples,
    "turns, end to end p95",
    end_to_end_p95_ms,
    "ms:",
    passed ? "pass" : `fails ${failed}`,
  );
}

// Byte for byte the report of one pass over all turns.
const accumulator = createMvpSloAccumulator();
for (const turn of turns) accumulator.add(turn);
assert.equal(JSON.stringify(reports.get("all")), JSON.stringify(accumulator.report()));
assert.equal(reports.size, 4);
assert.equal(
  ["eu-west", "us-east", "ap-south"].reduce((sum, region) => sum + reports.get(region).samples, 0),
  turns.length,
);
