/** docs/reference-runtime.md: its script is played, its tables are those of the code. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

import { HEALTHY_RATES } from "../loopback/loopback-options.ts";
import { parseTurnScript } from "./parse-turn-script.ts";
import { play } from "./play.test-kit.ts";
import { SETTING_DEFAULTS, SETTING_SHAPES } from "./script-settings.ts";
import type { ValueShape, ValueShapes } from "./script-shape.ts";
import { formatTimeline } from "./script-timeline.ts";
import { SCRIPT_VERBS } from "./script-verbs.ts";

const PAGE = readFileSync(new URL("../../../docs/reference-runtime.md", import.meta.url), "utf8");

/** What stands in a fenced block of a language. */
const block = (language: string): string =>
  new RegExp(`\`\`\`${language}\n([^]*?)\`\`\``).exec(PAGE)?.[1] ?? "";

/** The rows of the table between two marks, without its head. */
const rows = (mark: string): string[] => {
  const table = new RegExp(`<!-- ${mark} -->\n([^]*?)<!-- /${mark} -->`).exec(PAGE)?.[1] ?? "";
  return table.trim().split("\n").slice(2);
};

const words = (name: string, shape: ValueShape): string =>
  shape.is === "choice" ? shape.of.join("/") : `<${name}>`;

const optionWords = (options: ValueShapes): string =>
  Object.entries(options)
    .map(([name, shape]) => `\`${name}=${words(name, shape)}\``)
    .join(", ");

test("the script of the page gives the timeline of the page", () => {
  const { timeline, trace } = play(block("script"));
  expect(block("timeline")).toBe(formatTimeline(timeline));
  expect(trace.violations).toEqual([]);
});

test("the problem of the page is one", () => {
  const reading = parseTurnScript("0 propse t1");
  const [problem] = reading.ok ? [] : reading.problems;
  expect(block("problems")).toContain(`expected ${problem?.expected} but received ${problem?.received}`);
});

test("the page lists every verb, setting and rate", () => {
  expect(rows("verbs")).toEqual(
    Object.entries(SCRIPT_VERBS).map(([name, { about, operands, options }]) => {
      const step = [name, ...Object.entries(operands).map(([operand, shape]) => words(operand, shape))];
      return `| \`${step.join(" ")}\` | ${optionWords(options)} | ${about} |`;
    }),
  );
  expect(rows("settings")).toEqual(
    Object.entries(SETTING_SHAPES).map(([name, shape]) => {
      const value = SETTING_DEFAULTS[name as keyof typeof SETTING_DEFAULTS];
      const choice = shape.is === "list" ? `none, or some of ${shape.of.join(", ")}` : shape.about;
      const text = shape.is === "choice" ? shape.of.join(", ") : choice;
      return `| \`set ${name} <value>\` | ${text} | ${value} |`;
    }),
  );
  expect(rows("incidents")).toEqual(
    Object.entries(HEALTHY_RATES).map(([name, rate]) =>
      expect.stringMatching(`^\\| \`${name}\` \\| ${rate} \\| .+ \\|$`),
    ),
  );
});
