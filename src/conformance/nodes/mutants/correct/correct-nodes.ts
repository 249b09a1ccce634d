/** The correct nodes that the mutants are made of. */
import type { NodeDefinition } from "../../../../authoring/node/node-definition.ts";
import type { NodeInputs } from "../../node-conformance-options.ts";
import { announcer } from "./announcer.ts";
import { heartbeat } from "./heartbeat.ts";
import { intent } from "./intent.ts";
import { jitterGate } from "./jitter-gate.ts";
import { mockLlm } from "./mock-llm.ts";
import { mockTts } from "./mock-tts.ts";
import { playout } from "./playout.ts";
import { redactor } from "./redactor.ts";
import { segmenter } from "./segmenter.ts";
import { sessionMemory } from "./session-memory.ts";
import { sttBridge } from "./stt-bridge.ts";
import { toolBridge } from "./tool-bridge.ts";
import { translator } from "./translator.ts";
import { turnDetector } from "./turn-detector.ts";
import { vad } from "./vad.ts";

/** Payloads that the bridge answers to: a schema cannot say what is in a text. */
const TOOL_CALLS = ["[1]", "[2, 3]", "[]", "no list", "[4, 5, 6]"].flatMap((list, at) => [
  { call_id: `call-${at}`, arguments: list },
  { call_id: `again-${at}`, arguments: list },
]);

/** Inputs for a conformance run, by node id, where the schemas of the ports do not say enough. */
export const CORRECT_INPUTS: { readonly [node_id: string]: NodeInputs } = {
  [toolBridge.descriptor.node_id]: { "tool.call": TOOL_CALLS },
};

/** Every one keeps all rules. */
export const CORRECT_NODES: readonly NodeDefinition[] = [
  announcer,
  heartbeat,
  intent,
  jitterGate,
  mockLlm,
  mockTts,
  playout,
  redactor,
  segmenter,
  sessionMemory,
  sttBridge,
  toolBridge,
  translator,
  turnDetector,
  vad,
];
