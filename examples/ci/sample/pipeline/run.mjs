/**
 * Stands for the tests of a real pipeline: runs some turns, replays the fixtures, and leaves the evidence of both.
 *
 * Deterministic for a seed. PIPELINE_SEED picks another run of the same pipeline, PIPELINE_SLOWER_MS makes the model
 * slower, and PIPELINE_WRONG_EPOCH makes a replayed turn act under an epoch that is over.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const slower = Number(process.env.PIPELINE_SLOWER_MS ?? 0);
let state = Number(process.env.PIPELINE_SEED ?? 1);

/** A whole number from `low` to `high`, both included. */
function between(low, high) {
  state = (Math.imul(state, 1103515245) + 12345) >>> 0;
  return low + Math.floor((state / 2 ** 32) * (high - low + 1));
}

const folder = (...names) => {
  const path = join(root, "evidence", ...names);
  mkdirSync(path, { recursive: true });
  return path;
};
const write = (name, value) =>
  writeFileSync(
    join(folder(), name),
    typeof value === "string" ? value : `${JSON.stringify(value, null, 2)}\n`,
  );

function turn(index) {
  const open = 1000 + between(60, 105);
  const first = open + between(700, 900) + slower;
  const terminal = first + between(300, 500);
  const cancel = index % 5 === 0 ? { at: first + 100, fence: between(40, 90) } : undefined;
  return {
    turn_id: `turn-${String(index).padStart(4, "0")}`,
    accepted: true,
    happy_path: true,
    turn_open_proposed_at_ms: 1000,
    turn_open_at_ms: open,
    first_output_at_ms: first,
    turn_terminal_at_ms: terminal,
    ...(cancel && { cancel_accepted_at_ms: cancel.at, cancel_fence_applied_at_ms: cancel.at + cancel.fence }),
    audio_ingress_at_ms: 950,
    playback_started_at_ms: first + between(30, 60),
    baseline_complete: true,
    accepted_stale_epoch_output: false,
    terminal_events: [cancel ? "abort" : "commit", "close"],
    tags: { region: index % 2 === 0 ? "eu-west" : "us-east" },
  };
}

write(
  "turns.ndjson",
  Array.from({ length: 1200 }, (_, index) => `${JSON.stringify(turn(index))}\n`).join(""),
);

for (const name of readdirSync(join(root, "replay", "recorded"))) {
  const recorded = JSON.parse(readFileSync(join(root, "replay", "recorded", name), "utf8"));
  const epoch = process.env.PIPELINE_WRONG_EPOCH === undefined ? 0 : 1;
  const entries = recorded.entries.map((entry) => ({
    ...entry,
    authority_epoch: entry.authority_epoch + epoch,
    runtime_timestamp_ms: entry.runtime_timestamp_ms + between(0, 12),
  }));
  writeFileSync(join(folder("replayed"), name), `${JSON.stringify({ ...recorded, entries }, null, 2)}\n`);
}

write("conformance-results.json", {
  schema_version: "rspp.conformance-results.v1",
  profile_id: "mvp",
  categories: { transport_adapter: true, provider_adapter: true, external_node_boundary: true },
});

const providers = {
  stt_provider_id: "stt-deepgram",
  llm_provider_id: "llm-anthropic",
  tts_provider_id: "tts-elevenlabs",
};
const live = (mode, latency) => ({
  generated_at_utc: new Date().toISOString(),
  status: "pass",
  execution_mode: mode,
  comparison_identity: "ci",
  semantic_parity: true,
  parity_comparison_valid: true,
  parity_invalid_reason: "",
  enabled_providers: {
    stt: [providers.stt_provider_id],
    llm: [providers.llm_provider_id],
    tts: [providers.tts_provider_id],
  },
  selected_combinations: [providers],
  combinations: [
    {
      combo_index: 1,
      combo_id: `${mode}-1`,
      ...providers,
      status: "pass",
      ...(mode === "streaming" && { handoffs: [{ handoff_id: "stt->llm" }] }),
      steps: [{ step: "stt", output: { attempts: [{ streaming_used: mode === "streaming" }] } }],
      latency: {
        first_assistant_audio_e2e_latency_ms: latency,
        turn_completion_e2e_latency_ms: latency + 400,
      },
    },
  ],
});
write("live-streaming.json", live("streaming", 820));
write("live-non-streaming.json", live("non_streaming", 1240));
write("transport-smoke.json", { probe: { status: "passed" } });
console.log("Left the evidence of 1200 turns and of the replayed fixtures in evidence/");
