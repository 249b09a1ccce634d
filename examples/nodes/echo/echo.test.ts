import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { assertAnySchedule } from "../any-schedule.test-kit.ts";
import { createNodeHarness, type ExampleNode, load, payloadsOf } from "../example-node.test-kit.ts";

const { echo } = await load<{ echo: ExampleNode }>("echo/echo.mjs");

describe("the echo", () => {
  test("gives what it gets, in the turn that it is of", async () => {
    const harness = await createNodeHarness(echo);
    await harness.openTurn("turn-a");
    await harness.feed("text.final", "hello");
    await harness.openTurn("turn-b");
    await harness.feed("text.final", "good-bye");
    expect(harness.outputs().map(({ payload, envelope }) => [envelope.turn_id, payload])).toEqual([
      ["turn-a", "hello"],
      ["turn-b", "good-bye"],
    ]);
    await harness.close();
  });

  test("never sees what is no text", async () => {
    const harness = await createNodeHarness(echo);
    await harness.feed("text.final", { text: "hello" });
    const dropped = harness.transcript.filter(({ entry }) => entry === "dropped");
    expect(dropped).toMatchObject([{ reason: "malformed" }]);
    expect(harness.outputs()).toEqual([]);
    await harness.close();
  });

  test("waits for a consumer that has paused, and loses nothing", async () => {
    const harness = await createNodeHarness(echo);
    await harness.pauseOutput();
    await harness.feed("text.final", "one");
    await harness.feed("text.final", "two");
    expect(payloadsOf(harness, "text.echo")).toEqual([]);
    await harness.resumeOutput();
    expect(payloadsOf(harness, "text.echo")).toEqual(["one", "two"]);
    await harness.close();
  });

  test("keeps the rules whatever happens to it", async () => {
    await assertAnySchedule(echo, { payloads: { "text.final": fc.string() } });
  });
});
