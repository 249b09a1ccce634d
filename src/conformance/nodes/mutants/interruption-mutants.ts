/** Mutants whose bug is in what they do with what is not wanted any more: late, cancelled twice, spoken over. */
import type { NodeEvent } from "../../../authoring/node/node-event.ts";
import { announcer } from "./correct/announcer.ts";
import { heartbeat } from "./correct/heartbeat.ts";
import { mockTts } from "./correct/mock-tts.ts";
import { playout } from "./correct/playout.ts";
import { segmenter } from "./correct/segmenter.ts";
import { sttBridge } from "./correct/stt-bridge.ts";
import { turnDetector } from "./correct/turn-detector.ts";
import { vad } from "./correct/vad.ts";
import { type NodeMutant, withHooks } from "./node-mutant.ts";
import { bargeIn, cancel, feed, open, sound, wait } from "./script-steps.ts";

/** One bug each. */
export const INTERRUPTION_MUTANTS: readonly NodeMutant[] = [
  {
    name: "an apology under the next turn",
    rule: "NODE-CXL-03",
    why: "What is left of the cancelled turn is given under the id of a turn that is yet to come",
    correct: segmenter,
    node: withHooks(segmenter, (hooks) => {
      let last: NodeEvent | undefined;
      return {
        process(ctx, event) {
          last = event;
          return hooks.process(ctx, event);
        },
        async onCancel(ctx, reason) {
          if (last !== undefined)
            await ctx.emit({
              type: "text.segment",
              payload: "Sorry.",
              cause: last,
              envelope: { turn_id: `${ctx.turn_id}-next` },
            });
          await hooks.onCancel?.(ctx, reason);
        },
      };
    }),
    script: [feed("text.delta", "Hello"), cancel],
  },
  {
    name: "a second cancel throws",
    rule: "NODE-CXL-04",
    why: "onCancel aborts a controller that the first cancel has thrown away",
    correct: sttBridge,
    node: withHooks(sttBridge, (hooks) => {
      let controller: AbortController | undefined = new AbortController();
      return {
        onCancel(ctx, reason) {
          (controller as AbortController).abort(reason);
          controller = undefined;
          return hooks.onCancel?.(ctx, reason);
        },
      };
    }),
  },
  {
    name: "a cancel before the first event throws",
    rule: "NODE-CXL-04",
    why: "onCancel reads the last event, which is not there yet",
    correct: vad,
    node: withHooks(vad, (hooks) => {
      let last: NodeEvent | undefined;
      return {
        process(ctx, event) {
          last = event;
          return hooks.process(ctx, event);
        },
        onCancel(ctx, reason) {
          ctx.telemetry.record("cancelled", { after: (last as NodeEvent).envelope.runtime_sequence });
          return hooks.onCancel?.(ctx, reason);
        },
      };
    }),
  },
  {
    name: "every cancel is announced",
    rule: "NODE-CXL-04",
    why: "onCancel tells everybody that something was cancelled, as often as it is called",
    correct: heartbeat,
    node: withHooks(heartbeat, () => ({
      onCancel: (ctx) => ctx.emit({ type: "health.alive", payload: { heard: -1 } }),
    })),
  },
  {
    name: "barge-in only stops what comes next",
    rule: "NODE-CXL-05",
    why: "onBargeIn refuses new segments for a while, and what is being spoken is spoken to its end",
    correct: mockTts,
    node: withHooks(mockTts, (hooks) => {
      let refuses_until = 0;
      return {
        process: (ctx, event) =>
          ctx.time.monotonic_ms() < refuses_until ? undefined : hooks.process(ctx, event),
        onBargeIn(ctx) {
          refuses_until = ctx.time.monotonic_ms() + 100;
        },
      };
    }),
    script: [open("t1"), feed("text.segment", "a long sentence"), wait(25), bargeIn, wait(200)],
  },
  {
    name: "barge-in leaves the queue",
    rule: "NODE-CXL-05",
    why: "onBargeIn stops the clock of the player and starts it again with the same queue",
    correct: playout,
    node: withHooks(playout, () => ({ onBargeIn() {} })),
    script: [
      open("t1"),
      ...[1, 2, 3, 4, 5, 6].map((level) => sound("audio.chunk", level)),
      wait(25),
      bargeIn,
      wait(200),
    ],
  },
  {
    name: "barge-in leaves the proposal",
    rule: "NODE-CXL-05",
    why: "The end of the turn is proposed although the user has begun to speak again",
    correct: turnDetector,
    node: withHooks(turnDetector, () => ({ onBargeIn() {} })),
    script: [open("t1"), feed("speech.state", { is_speaking: false }), wait(25), bargeIn, wait(1000)],
  },
  {
    name: "a signal that nobody looks at",
    rule: "NODE-CXL-05",
    why: "The manifest has a port for barge_in, there is no onBargeIn, and process knows nothing of the signal",
    correct: announcer,
    node: withHooks(announcer, (hooks) => ({
      process: (ctx, event) => (event.type === "barge_in" ? undefined : hooks.process(ctx, event)),
    })),
  },
];
