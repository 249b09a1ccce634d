/** The corpus: what is written is read back, in one order, and nothing is lost silently. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { CORPUS_VERSION, type CorpusEntry, corpusText, createCorpus, parseCorpus } from "./corpus.ts";

const head = {
  schema_version: fc.constant(CORPUS_VERSION),
  code: fc.constantFrom("a", "b"),
  seed: fc.nat(),
} as const;
const entry: fc.Arbitrary<CorpusEntry> = fc.oneof(
  fc.record({
    ...head,
    check_id: fc.constantFrom("CF-001", "CF-002"),
    scenario_id: fc.constantFrom("CF-001/a", "CF-001/b"),
    values: fc.dictionary(fc.constantFrom("x", "y"), fc.nat(9), { noNullPrototype: true }),
  }),
  fc.record({
    ...head,
    check_id: fc.constant("MB-001"),
    path: fc.nat(9).map(String),
    instants: fc.array(fc.array(fc.record({ kind: fc.constantFrom("output", "cancel") }))),
  }),
);

test("what is written is read back, each counterexample once, in an order of its own", () => {
  fc.assert(
    fc.property(fc.array(entry), (entries) => {
      const corpus = createCorpus(entries.slice(0, 3));
      for (const one of entries) corpus.add(one);
      const text = corpusText(corpus.entries());
      expect(corpusText(parseCorpus(text))).toBe(text);
      expect(corpusText(createCorpus([...entries].reverse()).entries()).split("\n")).toHaveLength(
        text.split("\n").length,
      );
      const keys = parseCorpus(text).map(({ code: _, seed: __, path: ___, ...rest }) => JSON.stringify(rest));
      expect(new Set(keys).size).toBe(keys.length);
    }),
  );
});

describe("lines that are no counterexample", () => {
  const good = `{"schema_version":"${CORPUS_VERSION}","check_id":"A","code":"c","seed":1,"instants":[]}`;
  test("blank ones say nothing", () => expect(parseCorpus(`\n${good}\n\n`)).toHaveLength(1));

  test.each([
    ["{", "text that is not JSON"],
    ["[]", "an array of length 0"],
    [good.replace(".v1", ".v9"), "an object"],
    [good.replace('"seed":1', '"seed":1.5'), "an object"],
    [good.replace("[]", "[1]"), "an object"],
    [good.replace('"instants":[]', '"scenario_id":"A/b"'), "an object"],
  ])("%s is told with its number", (line, received) => {
    expect(() => parseCorpus(`${good}\n${line}`)).toThrow(
      expect.objectContaining({
        name: "SyntaxError",
        message: expect.stringContaining("Cannot read line 2 of the corpus"),
      }),
    );
    expect(() => parseCorpus(line)).toThrow(received);
  });
});
