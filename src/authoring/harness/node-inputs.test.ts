import { describe, expect, test } from "vitest";
import { z } from "zod";

import { isEventRecord } from "../../validators/generated/event-record.ts";
import { defineNode } from "../node/define-node.ts";
import { payloadOf } from "../node/node-port.ts";
import { RefusedInput } from "../node/refused-input.ts";
import { createNodeHarness, type NodeHarness } from "./node-harness.ts";

const text = { payload_class: "text_raw", payload: z.object({ text: z.string().min(1) }) } as const;
const audio = { payload_class: "audio_raw", payload: payloadOf<Int16Array>() } as const;
const seen = { payload_class: "derived_summary", payload: payloadOf<unknown>() } as const;

const watcher = defineNode({
  node_id: "watcher",
  version: "1.0.0",
  execution_scope: "session",
  inputs: { text, audio, barge_in: { payload_class: "metadata", lane: "ControlLane" } },
  outputs: { seen },
  create: () => ({
    process(_ctx, event) {
      if (event.type === "text" && event.payload.text === "rude") throw new RefusedInput("not that");
      return [{ type: "seen", payload: [event.type, event.envelope.runtime_sequence] }];
    },
  }),
});

const seenBy = (harness: Pick<NodeHarness, "outputs">) => harness.outputs().map(({ payload }) => payload);
const entries = ({ transcript }: Pick<NodeHarness, "transcript">) =>
  transcript.flatMap((entry) => {
    if (entry.entry === "dropped") return [`${entry.reason}: ${entry.detail}`];
    return entry.entry === "hook" ? [`${entry.hook} ${entry.outcome}`] : [];
  });

describe("an input", () => {
  test("of an unknown type, twice, or out of order reaches a node that can take it", async () => {
    const harness: NodeHarness = (await createNodeHarness(watcher)) as never;
    await harness.feed("nope", { any: 1 });
    await harness.feed("text", { text: "a" }, { envelope: { event_id: "e", runtime_sequence: 90 } });
    await harness.feed("text", { text: "a" }, { envelope: { event_id: "e", runtime_sequence: 90 } });
    await harness.feed("text", { text: "b" }, { envelope: { runtime_sequence: 20 } });
    expect(seenBy(harness)).toEqual([
      ["nope", 1],
      ["text", 90],
      ["text", 90],
      ["text", 20],
    ]);
    await harness.close();
  });

  test("that the schema of its port refuses does not reach the node", async () => {
    const harness: NodeHarness = (await createNodeHarness(watcher)) as never;
    for (const payload of [{ text: 1 }, { text: "" }, undefined, "text"]) await harness.feed("text", payload);
    expect(seenBy(harness)).toEqual([]);
    expect(entries(harness)[0]).toMatch(/^malformed: at \/text: /);
    expect(entries(harness)).toHaveLength(4);
    await harness.close();
  });

  test("that the node refuses is blocked, and breaks no rule", async () => {
    const harness = await createNodeHarness(watcher);
    await harness.feed("text", { text: "rude" });
    await harness.feed("text", { text: "kind" });
    expect(entries(harness)).toEqual(["process blocked", "process success"]);
    await harness.close();
  });

  test("is a valid event record with the ids of the session and the turn", async () => {
    const envelopes: unknown[] = [];
    const node = defineNode({
      node_id: "n",
      version: "1.0.0",
      execution_scope: "session",
      inputs: { text, audio },
      outputs: {},
      create: () => ({ process: (_ctx, { envelope }) => void envelopes.push(envelope) }),
    });
    const harness = await createNodeHarness(node, { session_id: "s-9" });
    await harness.feed("audio", Int16Array.of(1), { turn_id: null });
    await harness.openTurn("t-9");
    await harness.advanceBy(20);
    await harness.feed("text", { text: "a" });
    expect(envelopes.every((envelope) => isEventRecord(envelope))).toBe(true);
    expect(envelopes).toMatchObject([
      { session_id: "s-9", event_scope: "session", media_time: { pts_ms: 0 } },
      { session_id: "s-9", event_scope: "turn", turn_id: "t-9", runtime_timestamp_ms: 20 },
    ]);
    await harness.close();
  });

  test("is frozen at every depth, and a copy of what was given", async () => {
    const payload = { text: "a", deep: { list: [1] } };
    const errors: string[] = [];
    const node = defineNode({
      node_id: "n",
      version: "1.0.0",
      execution_scope: "session",
      inputs: { text: { payload_class: "text_raw", payload: payloadOf<typeof payload>() } },
      outputs: {},
      create: () => ({
        process(_ctx, event) {
          for (const change of [
            () => event.payload.deep.list.push(2),
            () => Object.assign(event.envelope, { turn_id: "x" }),
            () => Object.assign(event, { payload: 0 }),
          ]) {
            try {
              change();
            } catch (error) {
              errors.push((error as Error).name);
            }
          }
        },
      }),
    });
    const harness = await createNodeHarness(node);
    await harness.feed("text", payload);
    expect(errors).toEqual(["TypeError", "TypeError", "TypeError"]);
    payload.deep.list.push(3);
    expect(Object.isFrozen(payload.deep)).toBe(false);
    await harness.close();
  });

  test("of control comes by its port, with the fields of its signal", async () => {
    const harness = await createNodeHarness(watcher);
    await harness.openTurn();
    await harness.bargeIn();
    expect(seenBy(harness)).toEqual([["barge_in", 1]]);
    await harness.close();
  });

  test("samples of an output are those of the time it was given", async () => {
    const buffer = Int16Array.of(1, 1);
    const node = defineNode({
      node_id: "n",
      version: "1.0.0",
      execution_scope: "session",
      inputs: { audio },
      outputs: { audio },
      create: () => ({
        *process(_ctx, { payload }) {
          buffer.set(payload);
          yield { type: "audio", payload: buffer };
          buffer.fill(0);
        },
      }),
    });
    const harness = await createNodeHarness(node);
    await harness.feed("audio", Int16Array.of(5, 6));
    expect(harness.outputs()[0]?.payload).toEqual(Int16Array.of(5, 6));
    await harness.close();
  });
});

test("telemetry is dropped beyond its capacity at an instant, and the node is not held up", async () => {
  const node = defineNode({
    node_id: "n",
    version: "1.0.0",
    execution_scope: "session",
    inputs: { text },
    outputs: { seen },
    create: () => ({
      *process(ctx) {
        for (let number = 0; number < 1000; number += 1) ctx.telemetry.record("r", { number });
        yield { type: "seen", payload: 1 };
      },
    }),
  });
  const harness = await createNodeHarness(node);
  const records = () => harness.transcript.filter(({ entry }) => entry === "telemetry").length;
  await harness.feed("text", { text: "a" });
  expect([records(), harness.outputs().length]).toEqual([256, 1]);
  await harness.advanceBy(1);
  await harness.feed("text", { text: "a" });
  // Those that were dropped at the first instant are counted in one record more.
  expect(records()).toBe(513);
  expect(harness.transcript).toContainEqual(
    expect.objectContaining({ name: "telemetry.dropped", fields: { count: 744 } }),
  );
  await harness.close();
});

test("a config goes through the schema of the node", async () => {
  const node = defineNode({
    node_id: "n",
    version: "1.0.0",
    execution_scope: "session",
    inputs: { text },
    outputs: { seen },
    config: z.object({ level: z.number().default(3) }),
    create: ({ config }) => ({ process: () => [{ type: "seen", payload: config.level }] }),
  });
  const harness = await createNodeHarness(node);
  await harness.feed("text", { text: "a" });
  expect(seenBy(harness)).toEqual([3]);
  await harness.close();
  await expect(createNodeHarness(node, { config: { level: "high" } })).rejects.toThrow(
    /Cannot configure node "n": expected a config that its schema accepts but \/level: /,
  );
});
