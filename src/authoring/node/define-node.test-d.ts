import { expectTypeOf, test } from "vitest";
import { z } from "zod";

import type { ControlSignal } from "../../contracts/signals/control-signal.ts";
import { defineNode } from "./define-node.ts";
import { payloadOf } from "./node-port.ts";

const head = { node_id: "n", version: "1.0.0", execution_scope: "turn" } as const;

test("events are told apart by type, payloads come from schemas and from payloadOf, config from its schema", () => {
  defineNode({
    ...head,
    inputs: {
      "text.final": { payload_class: "text_raw", payload: z.object({ text: z.string() }) },
      "audio.frame": { payload_class: "audio_raw", payload: payloadOf<Int16Array>() },
      commit: { payload_class: "metadata", lane: "ControlLane" },
    },
    outputs: { "text.echo": { payload_class: "text_raw", payload: payloadOf<string>() } },
    config: z.object({ threshold: z.number() }),
    create: ({ config }) => ({
      *process(ctx, event) {
        expectTypeOf(config).toEqualTypeOf<{ threshold: number }>();
        expectTypeOf(ctx.config.threshold).toEqualTypeOf<number>();
        if (event.type === "text.final") {
          expectTypeOf(event.payload).toEqualTypeOf<{ text: string }>();
          yield { type: "text.echo", payload: event.payload.text };
        }
        if (event.type === "audio.frame") expectTypeOf(event.payload).toEqualTypeOf<Int16Array>();
        if (event.type === "commit") expectTypeOf(event.envelope).toEqualTypeOf<ControlSignal>();
      },
    }),
  });
});

test("what the ports do not declare does not compile", () => {
  defineNode({
    ...head,
    inputs: { a: { payload_class: "metadata" } },
    outputs: { b: { payload_class: "metadata", payload: payloadOf<number>() } },
    create: () => ({
      // @ts-expect-error The output has another name.
      *process() {
        yield { type: "c", payload: 1 };
      },
    }),
  });
  defineNode({
    ...head,
    inputs: { a: { payload_class: "metadata" } },
    outputs: { b: { payload_class: "metadata", payload: payloadOf<number>() } },
    create: () => ({
      // @ts-expect-error The payload has another type.
      async *process() {
        yield { type: "b", payload: "one" };
      },
    }),
  });
  defineNode({
    ...head,
    inputs: {},
    // @ts-expect-error Control signals belong to the runtime.
    outputs: { commit: { payload_class: "metadata", lane: "ControlLane" } },
    create: () => ({ process() {} }),
  });
  defineNode({
    ...head,
    inputs: {},
    outputs: {},
    create: () => ({
      process(ctx) {
        expectTypeOf(ctx.config).toEqualTypeOf<undefined>();
      },
    }),
  });
});
