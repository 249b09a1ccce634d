/** Ids and texts as a voice platform in production writes them. */
import type { SeededRandom } from "./seeded-random.ts";

const NODES = [
  "ingress-audio",
  "vad-1",
  "asr-streaming",
  "llm-main",
  "tool-router",
  "tts-main",
  "egress-audio",
];
const REASONS = [
  "budget_near_limit",
  "budget_exhausted",
  "edge_high_watermark",
  "edge_low_watermark",
  "provider_timeout",
  "provider_5xx",
  "circuit_open",
  "admission_capacity_denied",
  "scheduling_point_shed",
  "lease_epoch_stale",
  "disconnect_timeout",
  "user_barge_in",
];

const uuid = ({ hex }: SeededRandom) => `${hex(8)}-${hex(4)}-4${hex(3)}-a${hex(3)}-${hex(12)}`;

/** One value of each id field. */
export const realisticId = {
  session: (random: SeededRandom) => `sess_${uuid(random)}`,
  turn: (random: SeededRandom) => `turn-${String(random.integer(200)).padStart(4, "0")}`,
  pipeline: (random: SeededRandom) => `voice-agent@1.${random.integer(12)}.${random.integer(30)}`,
  event: (random: SeededRandom) => `evt_${uuid(random)}`,
  node: (random: SeededRandom) => random.pick(NODES),
  edge: (random: SeededRandom) => `${random.pick(NODES)}->${random.pick(NODES)}`,
  idempotency: (random: SeededRandom) => `idem-${random.hex(24)}`,
  invocation: (random: SeededRandom) => `pvi_${uuid(random)}`,
  lease: (random: SeededRandom) => `lease_${random.hex(20)}`,
  sync: (random: SeededRandom) => `sync-${random.integer(64)}`,
  domain: (random: SeededRandom) => random.pick(["av-main", "av-agent", "captions"]),
  discontinuity: (random: SeededRandom) => `disc-${random.hex(8)}`,
  merge: (random: SeededRandom) => `merge-${random.hex(12)}`,
  reason: (random: SeededRandom) => random.pick(REASONS),
} as const;
