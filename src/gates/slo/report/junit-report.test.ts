import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hostileText } from "../../../internal/report-text/hostile-text.test-kit.ts";
import { parseStrictXml } from "../../../internal/report-text/strict-xml.test-kit.ts";
import { xmlAttribute, xmlCharacters, xmlElement, xmlText } from "../../../internal/report-text/xml-text.ts";
import { evaluated, goodTurn, troubledTurn } from "./evaluated-run.test-kit.ts";
import { renderMvpSloJunit } from "./junit-report.ts";

const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n';

describe("XML text", () => {
  it("gives every string back, with what XML cannot carry as escapes", () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const node = parseStrictXml(`${HEAD}<a b="${xmlAttribute(text)}">${xmlText(text)}</a>`);
        expect(node.attributes["b"]).toBe(xmlCharacters(text));
        expect(node.text).toBe(xmlCharacters(text));
      }),
      { numRuns: 500 },
    );
  });

  it("leaves text without illegal characters unchanged", () => {
    expect(xmlCharacters("a\t\r\n<&]]>日🙂")).toBe("a\t\r\n<&]]>日🙂");
    expect(xmlCharacters("\u0000\ud800\ufffe")).toBe("\\u0000\\ud800\\ufffe");
  });

  it("leaves undefined attributes out", () => {
    expect(xmlElement("a", { attributes: { b: undefined, c: 1 } })).toBe('<a c="1"/>');
  });
});

describe("renderMvpSloJunit", () => {
  it("has one suite with one case a gate, and counts that add up", () => {
    const suite = parseStrictXml(renderMvpSloJunit(evaluated([goodTurn("a"), troubledTurn("b")])))
      .children[0]!;
    const cases = suite.children.filter(({ name }) => name === "testcase");
    expect(cases.map(({ attributes }) => attributes["name"]?.slice(0, 2))).toEqual([
      "G1",
      "G2",
      "G3",
      "G4",
      "G5",
      "G6",
      "G7",
    ]);
    const failed = cases.filter(({ children }) => children.some(({ name }) => name === "failure"));
    expect(suite.attributes).toMatchObject({ tests: "7", failures: String(failed.length), errors: "0" });
    const fence = cases[2]!.children[0]!;
    expect(fence.attributes).toMatchObject({ type: "missing_cancel_fence_marker" });
    expect(fence.text).toContain('turn "b"');
  });

  it("skips a gate that covered no turn and reports a run without turns as a case of its own", () => {
    const suite = parseStrictXml(renderMvpSloJunit(evaluated([]))).children[0]!;
    const outcome = suite.children
      .filter(({ name }) => name === "testcase")
      .map(({ children }) => children[0]?.name);
    expect(outcome).toEqual([
      "skipped",
      "skipped",
      "skipped",
      "skipped",
      "failure",
      "failure",
      "skipped",
      "failure",
    ]);
    expect(suite.attributes).toMatchObject({ tests: "8", failures: "3", skipped: "5" });
  });

  it("stays well-formed whatever the ids are", () => {
    fc.assert(
      fc.property(hostileText, hostileText, (id, source) => {
        const turns = [troubledTurn(id === "" ? "x" : id)];
        parseStrictXml(renderMvpSloJunit({ ...evaluated(turns), source }));
      }),
      { numRuns: 100 },
    );
  });
});
