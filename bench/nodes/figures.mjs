/**
 * How long nodes take to test: the reference nodes of the examples in the conformance suite, and ten minutes of a
 * conversation in virtual time. Build first. The exit code is 1 when a node fails; time never fails a run.
 *
 * Usage: node bench/nodes/figures.mjs [--schedules 10000] [--node mock-tts]
 */
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { z } from "zod";

import * as kit from "../../dist/v1/authoring.js";
import * as conformance from "../../dist/v1/conformance.js";

import { echo } from "../../examples/nodes/echo/echo.mjs";
import { energyVad } from "../../examples/nodes/energy-vad/energy-vad.mjs";
import { mockLlm } from "../../examples/nodes/mock-llm/mock-llm.mjs";
import { mockTts } from "../../examples/nodes/mock-tts/mock-tts.mjs";
import { punctuationSegmenter } from "../../examples/nodes/punctuation-segmenter/punctuation-segmenter.mjs";
import { createToolBridge } from "../../examples/nodes/tool-bridge/tool-bridge.mjs";

const QUICK_LIMIT_S = 5;
const TEN_MINUTES_LIMIT_MS = 50;
const TEN_MINUTES = 600_000;
const ROUNDS = 5;

const quiet = new Int16Array(320);
const loud = Int16Array.from({ length: 320 }, (_, at) => (at % 2 === 0 ? 8000 : -8000));
const sentence = "Well, it is 3.14 metres. I think so, more or less";
const partials = sentence.split(" ").map((_, at, words) => words.slice(0, at + 1).join(" "));

const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
const tools = {
  quick: () => "done",
  slow: () => sleep(300),
  broken: () => Promise.reject(new Error("broken")),
};
const calls = Object.keys(tools).map((tool) => ({ call_id: `call of ${tool}`, tool, arguments: {} }));

const wasmFile = (name) =>
  readFileSync(new URL(`../../examples/nodes/wasm-gain/wasm-gain.${name}`, import.meta.url));
const samples = { payload_class: "audio_raw", payload: kit.payloadOf() };
/** The example, from its two files: its definition is written against the sources. */
const wasmGain = kit.sandboxNode({
  node_id: "wasm-gain",
  version: "1.0.0",
  execution_scope: "session",
  inputs: { "audio.in": samples },
  outputs: { "audio.out": samples },
  config: z.object({ gain_percent: z.int().min(0).max(800) }),
  resources: { memory_mb: 1, timeout_ms: 50 },
  fuel_per_call: 10_000_000,
  module: wasmFile("wasm"),
  manifest: wasmFile("manifest.json").toString(),
});

const input = (type, payload) => ({ kind: "input", type, payload });
const advance = (ms) => ({ kind: "advance", ms });

/** The nodes, what they are fed with, and what happens to them again and again: steps, and how long they take in ms. */
const SUBJECTS = [
  {
    node: echo,
    inputs: { "text.final": [sentence, ""] },
    steps: [{ kind: "open_turn" }, input("text.final", sentence), advance(5000)],
    lasts_ms: 5000,
  },
  {
    node: energyVad,
    // So short that a random schedule has speech in it at all.
    config: { attack_ms: 20, hangover_ms: 20 },
    inputs: { "audio.frame": [quiet, loud] },
    // A frame every 20 ms: 30,000 of them.
    steps: Array.from({ length: 100 }, (_, at) => [
      input("audio.frame", at < 50 ? loud : quiet),
      advance(20),
    ]).flat(),
    lasts_ms: 2000,
  },
  {
    node: punctuationSegmenter,
    inputs: { "text.partial": partials, "text.final": [sentence] },
    steps: [
      { kind: "open_turn" },
      ...partials.flatMap((text) => [input("text.partial", text), advance(200)]),
      input("text.final", sentence),
      advance(5000 - 200 * partials.length),
    ],
    lasts_ms: 5000,
  },
  {
    node: mockLlm,
    inputs: { "user.text": ["hello", ""] },
    steps: [{ kind: "open_turn" }, input("user.text", "hello"), advance(10_000)],
    lasts_ms: 10_000,
  },
  {
    node: mockTts,
    inputs: { "text.segment": ["Yes.", "Of course."].map((text, index) => ({ text, index })) },
    steps: [{ kind: "open_turn" }, input("text.segment", { text: "Of course.", index: 0 }), advance(10_000)],
    lasts_ms: 10_000,
  },
  {
    node: createToolBridge(tools),
    inputs: { "tool.call": calls },
    steps: [{ kind: "open_turn" }, ...calls.flatMap((call) => [input("tool.call", call), advance(4000)])],
    lasts_ms: 12_000,
  },
  {
    node: wasmGain,
    config: { gain_percent: 150 },
    inputs: { "audio.in": [quiet, loud] },
    // A frame every 20 ms: 30,000 of them.
    steps: Array.from({ length: 100 }, (_, at) => [
      input("audio.in", at < 50 ? loud : quiet),
      advance(20),
    ]).flat(),
    lasts_ms: 2000,
  },
];

const { values } = parseArgs({
  options: { schedules: { type: "string", default: "10000" }, node: { type: "string" } },
});
const wanted = Number(values.schedules);
if (!Number.isSafeInteger(wanted) || wanted < 1)
  throw new RangeError(
    `Cannot run schedules: expected a whole number >= 1 but received "${values.schedules}"`,
  );
const subjects = SUBJECTS.filter(({ node }) => [undefined, node.descriptor.node_id].includes(values.node));
if (subjects.length === 0) {
  const names = SUBJECTS.map(({ node }) => node.descriptor.node_id).join(", ");
  throw new RangeError(`Cannot choose nodes: expected one of ${names} but received "${values.node}"`);
}

const { runNodeConformance } = { ...conformance, ...kit };
if (runNodeConformance === undefined)
  console.log("This build has no runNodeConformance: only the time of ten virtual minutes is measured\n");

for (const subject of subjects) {
  const { node_id } = subject.node.descriptor;
  const ms = await medianOf(() => tenMinutes(subject));
  console.log(
    `${node_id}: ten virtual minutes in ${ms.toFixed(0)} ms (${verdict(ms, TEN_MINUTES_LIMIT_MS, "ms")})`,
  );
  if (runNodeConformance === undefined) continue;
  const quick_s = (await medianOf(() => suite(subject, { profile: "quick", seed: 1 }))) / 1000;
  console.log(`${node_id}: quick suite in ${quick_s.toFixed(2)} s (${verdict(quick_s, QUICK_LIMIT_S, "s")})`);
  const { schedules, failures, untested } = await manySchedules(subject);
  console.log(`${node_id}: ${schedules} schedules, ${failures.size} rules broken`);
  for (const [rule, where] of failures) console.log(`  ${rule} ${where}`);
  if (untested.size > 0) console.log(`  not put to the test by every seed: ${[...untested].join(", ")}`);
  if (failures.size > 0) process.exitCode = 1;
}

function verdict(value, limit, unit) {
  return `limit ${limit} ${unit}, ${value <= limit ? "met" : "missed"}`;
}

/** Median of the times of some rounds, in ms. The first round warms up and does not count. */
async function medianOf(work) {
  await work();
  const times = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const began = performance.now();
    await work();
    times.push(performance.now() - began);
  }
  return times.sort((one, other) => one - other)[Math.floor(ROUNDS / 2)];
}

async function tenMinutes({ node, config, steps, lasts_ms }) {
  const harness = await kit.createNodeHarness(node, { config });
  const times = Math.ceil(TEN_MINUTES / lasts_ms);
  for (let time = 0; time < times; time += 1) await harness.run(steps);
  await harness.close();
  if (harness.now_ms < TEN_MINUTES || harness.outputs().length < 50)
    throw new Error(
      `Cannot measure: expected ten minutes of outputs but received ${harness.outputs().length}`,
    );
}

function suite({ node, config, inputs }, options) {
  return runNodeConformance(node, { config, inputs, ...options });
}

/** Full runs with one seed after the other, until there were as many schedules as wanted. */
async function manySchedules(subject) {
  const failures = new Map();
  const untested = new Set();
  let schedules = 0;
  for (let seed = 1; schedules < wanted; seed += 1) {
    const [{ results }] = (await suite(subject, { profile: "full", seed })).subjects;
    // Each rule counts the schedules in which it could have been broken; the most frequent one sees nearly all.
    const seen = Math.max(...results.map(({ runs }) => runs));
    if (seen === 0) throw new Error("Cannot count schedules: expected some that were run but received none");
    schedules += seen;
    for (const { check_id, verdict: found, failure } of results) {
      if (found === "could_not_run") untested.add(check_id);
      if (found === "fail" && !failures.has(check_id))
        failures.set(check_id, `with seed ${seed}: ${failure.message}`);
    }
  }
  return { schedules, failures, untested };
}
