/** The two tests of a new project: what the node is for, and that it behaves. */
import { type NewProject, nodePath } from "./new-project.ts";

/** How tests are written for a runner. */
interface Dialect {
  /** What the test in the harness imports of the runner, with a line feed; empty where its functions are globals. */
  readonly harness: string;
  /** The same for the conformance test. */
  readonly conformance: string;
  /** What the suite is told of the runner: a line, with a line feed before it. */
  readonly suite: string;
  readonly equal: (actual: string, expected: string) => string;
}

const expectEqual: Dialect["equal"] = (actual, expected) => `expect(${actual}).toEqual(${expected});`;

const DIALECTS: { readonly [Runner in NewProject["runner"]]: Dialect } = {
  vitest: {
    harness: 'import { expect, test } from "vitest";\n',
    conformance: 'import { describe, test } from "vitest";\n',
    suite: "\n  runner: { describe, test },",
    equal: expectEqual,
  },
  jest: { harness: "", conformance: "", suite: "", equal: expectEqual },
  node: {
    harness: 'import assert from "node:assert/strict";\nimport { test } from "node:test";\n',
    conformance: 'import { describe, test } from "node:test";\n',
    suite: "\n  runner: { describe, test },",
    equal: (actual, expected) => `assert.deepEqual(${actual}, ${expected});`,
  },
};

/** The function of both tests that makes sound. */
function soundFunction({ language }: NewProject): string {
  const typed = (text: string) => (language === "ts" ? text : "");
  return `/** A tone of that loudness (root mean square, 0 to 0.7) and length, at 16 kHz. */
function sound(level${typed(": number")}, ms${typed(": number")})${typed(": Int16Array")} {
  const peak = 32_767 * Math.SQRT2 * level;
  return Int16Array.from({ length: 16 * ms }, (_, at) => Math.round(peak * Math.sin(at / 5)));
}
`;
}

const HEARD = `[
    [140, "speech.started"],
    [1280, "speech.ended"],
  ]`;

/** A test in the harness: what goes in, what comes out, and when. */
export function harnessTestFile(project: NewProject): string {
  const { name, runner, language } = project;
  const { harness, equal } = DIALECTS[runner];
  const typed = (text: string) => (language === "ts" ? text : "");
  return `/**
 * What the node is for, in virtual time: nothing sleeps, and the same test gives the same result every time.
 *
 * The harness watches over the rules of the node contract on the side; \`close\` throws if one was broken.
 */
${harness}import { createNodeHarness } from "@rspp/contracts/v1/authoring";

import { ${name.identifier} } from "../${nodePath(project)}";

test("hears speech, waits through a pause, and hears the end", async () => {
  const harness = await createNodeHarness(${name.identifier});
  const hear = async (level${typed(": number")}, ms${typed(": number")}) => {
    for (let heard = 0; heard < ms; heard += 20) {
      await harness.feed("audio.frame", sound(level, 20));
      await harness.advanceBy(20);
    }
  };
  await hear(0, 100);
  await hear(0.1, 200); // speech from 100 ms on: sure of it 60 ms later, as the frame of 140 to 160 ms comes in
  await hear(0, 300); // a pause
  await hear(0.1, 200);
  await hear(0, 600); // silence from 800 ms on: sure of it 500 ms later

  const heard = harness.outputs().map(({ at_ms, type }) => [at_ms, type]);
  ${equal("heard", HEARD)}
  await harness.close();
});

test("a click is no speech", async () => {
  const harness = await createNodeHarness(${name.identifier});
  await harness.feed("audio.frame", sound(0.7, 20));
  for (let count = 0; count < 50; count += 1) await harness.feed("audio.frame", sound(0, 20));

  ${equal("harness.outputs()", "[]")}
  await harness.close();
});

${soundFunction(project)}`;
}

/** The conformance test: the rules that hold for every node. */
export function conformanceTestFile(project: NewProject): string {
  const { name, runner } = project;
  const { conformance, suite } = DIALECTS[runner];
  return `/**
 * That the node behaves, whatever it is for: one test for each rule of the node contract.
 *
 * Random lives are played to it, of turns, cancels, barge-ins, slow consumers, repeated and malformed events, moves of
 * the session. A failure is shrunk to the fewest steps that still show it, and says how to run them again.
 */
${conformance}import { nodeConformanceSuite } from "@rspp/contracts/v1/authoring";

import { ${name.identifier} } from "../${nodePath(project)}";

nodeConformanceSuite(${name.identifier}, {
  // Sounds that the node answers to: of random frames of 20 ms the suite would seldom get an output to judge.
  inputs: { "audio.frame": [sound(0.1, 100), sound(0, 600), sound(0.1, 20), sound(0, 20)] },${suite}
});

${soundFunction(project)}`;
}
