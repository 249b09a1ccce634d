import { expect, test } from "vitest";

import { createRandomStreams } from "./random-streams.ts";

test("a stream does not depend on what is drawn from others", () => {
  const [one, other] = [createRandomStreams(7), createRandomStreams(7)];
  other("delays").next();
  expect(one("jitter").next()).toBe(other("jitter").next());
  expect(one("jitter").next()).not.toBe(one("delays").next());
  expect(createRandomStreams(8)("jitter").next()).not.toBe(createRandomStreams(7)("jitter").next());
});
