import { describe, expect, test } from "vitest";

import type { NodeStep } from "../harness/node-step.ts";
import { formatMarbles } from "./format-marbles.ts";
import type { MarbleLegend } from "./marble-legend.ts";
import { parseMarbles } from "./parse-marbles.ts";

const a = { type: "text.final", payload: "a" } as const;
const b = { type: "text.final", payload: "b" } as const;
const LEGEND: MarbleLegend = { a, b, x: { kind: "barge_in" } };

const at = (text: string, frame?: number) => {
  let now = 0;
  const found: string[] = [];
  for (const step of parseMarbles(text, LEGEND, frame === undefined ? {} : { frame })) {
    if (step.kind === "advance") now += step.ms;
    else found.push(`${step.kind === "input" ? step.payload : step.kind}@${now}`);
  }
  return [...found, `end@${now}`].join(" ");
};

describe("the columns of marbles", () => {
  test.each([
    ["", "end@0"],
    ["a", "a@0 end@0"],
    ["ab", "a@0 b@10 end@10"],
    ["a-b", "a@0 b@20 end@20"],
    ["-a", "a@10 end@10"],
    ["a--", "a@0 end@20"],
    ["(ab)-a", "a@0 b@0 a@20 end@20"],
    ["a 20ms b", "a@0 b@20 end@20"],
    ["20ms a", "a@20 end@20"],
    ["a-20ms b", "a@0 b@30 end@30"],
    ["a 20ms 30ms b", "a@0 b@50 end@50"],
    ["a 1.5s b", "a@0 b@1500 end@1500"],
    ["a 0.001s b", "a@0 b@1 end@1"],
    ["a 0ms b", "a@0 b@0 end@0"],
    ["a50ms|", "a@0 commit_turn@50 end@50"],
    ["^ a ! | #\n  x", "open_turn@0 a@10 cancel@20 commit_turn@30 abort_turn@40 barge_in@50 end@50"],
    [" a   -  b ", "a@0 b@20 end@20"],
    ["a 50ms", "a@0 end@50"],
  ])("%j is %s", (text, expected) => {
    expect(at(text)).toBe(expected);
  });

  test("are as wide as the frame", () => {
    expect(at("a-b", 20)).toBe("a@0 b@40 end@40");
    expect(() => parseMarbles("a", LEGEND, { frame: 0 })).toThrow(/whole milliseconds > 0 but received 0/);
  });

  test.each([
    [
      "a--z",
      'a symbol of the legend (a b x), a time, or one of - ( ) ^ | # ! but received "z" at column 4',
      3,
    ],
    ["a--A", 'received "A"; did you mean "a"? at column 4', 3],
    ["a?", 'received "?"', 1],
    ["a (b", 'a ")" but received the end at column 5', 4],
    ["()", 'a symbol in the parentheses but received ")" at column 2', 1],
    [
      "(a-b)",
      'a symbol or ")": what is in parentheses happens at one instant but received "-" at column 3',
      2,
    ],
    ["a)b", 'a "(" before it but received ")" at column 2', 1],
    ["a 5 b", 'a time such as 50ms or 1.5s with a space after it but received "5" at column 3', 2],
    ["a 5msb", 'a space after it but received "5msb" at column 3', 2],
    ["a 0.5ms b", 'whole milliseconds but received "0.5ms" at column 3', 2],
    ["a 99999999999999999ms", "whole milliseconds", 2],
  ])("%j is refused at its place", (text, says, column) => {
    expect(() => parseMarbles(text, LEGEND)).toThrow(says);
    expect(() => parseMarbles(text, LEGEND)).toThrow(`\n  ${text}\n  ${" ".repeat(column)}^`);
  });

  test("of several lines are refused in their line", () => {
    expect(() => parseMarbles("a - b\n  - q", LEGEND)).toThrow('received "q" at column 5\n    - q\n      ^');
  });

  test.each(["ab", "-", "1", "?", "^", " ", ""])("have no symbol %j in their legend", (symbol) => {
    expect(() => parseMarbles("a", { [symbol]: a })).toThrow(/Cannot use a legend: expected symbols of one/);
  });

  test("take no time from the legend", () => {
    const legend = { t: { kind: "advance", ms: 5 } } as unknown as MarbleLegend;
    expect(() => parseMarbles("t", legend)).toThrow(/write the time into the string, such as 50ms/);
  });

  test("are not taken for members that every object has", () => {
    expect(() => parseMarbles("a", Object.create({ a }) as MarbleLegend)).toThrow(/it is empty/);
  });
});

describe("steps as marbles", () => {
  const input = (payload: unknown): NodeStep => ({ kind: "input", type: "text.final", payload });
  const advance = (ms: number): NodeStep => ({ kind: "advance", ms });
  test.each<[string, readonly NodeStep[]]>([
    ["", []],
    ["50ms", [advance(50)]],
    ["a", [input("a")]],
    ["ab", [input("a"), advance(10), input("b")]],
    ["--a--", [advance(20), input("a"), advance(20)]],
    ["(ab)", [input("a"), advance(0), input("b")]],
    ["a 5ms b", [input("a"), advance(5), input("b")]],
    ["a 250ms b 1ms", [input("a"), advance(150), advance(100), input("b"), advance(1)]],
    [
      "^|#!",
      [
        { kind: "open_turn" },
        advance(10),
        { kind: "commit_turn" },
        advance(10),
        { kind: "abort_turn" },
        advance(10),
        { kind: "cancel" },
      ],
    ],
  ])("are %j", (marbles, steps) => {
    expect(formatMarbles(steps, LEGEND)).toEqual({ marbles, legend: LEGEND });
  });

  test("get letters of their own, each once", () => {
    const steps = [input("q"), advance(10), input("a"), advance(10), input("q")];
    expect(formatMarbles(steps, { a })).toEqual({
      marbles: "bab",
      legend: { a, b: { kind: "input", type: "text.final", payload: "q" } },
    });
    const many = Array.from({ length: 53 }, (_, index) => input(index));
    expect(() => formatMarbles(many)).toThrow(
      /at most 52 different steps but received one more, of kind "input"/,
    );
  });
});
