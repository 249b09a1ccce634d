import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hostileText } from "../../../../internal/report-text/hostile-text.test-kit.ts";
import { evaluated, goodTurn, troubledTurn } from "../evaluated-run.test-kit.ts";
import { sampleRun } from "../sample-run.test-kit.ts";
import { renderMvpSloHtml } from "./html-report.ts";
import { TABLE_SCRIPT } from "./table-script.ts";
import { MOST_ROWS } from "./turn-table.ts";

const VOID = new Set(["meta", "input", "br"]);

/** Tag names in document order; throws where tags are not nested or attributes are not quoted. */
function tagsOf(page: string): string[] {
  const open: string[] = [];
  const tags: string[] = [];
  const plain = page.replace(/<(style|script)>[\s\S]*?<\/\1>/g, "<$1></$1>").replace("<!doctype html>", "");
  for (const [tag, slash, name = ""] of plain.matchAll(/<(\/?)([a-z][a-z0-9]*)(?:[^<>"]|"[^"<>]*")*>/g)) {
    if (slash === "/") expect(open.pop()).toBe(name);
    else {
      tags.push(name);
      if (!VOID.has(name) && !tag.endsWith("/>")) open.push(name);
    }
  }
  expect(open).toEqual([]);
  // Whatever is left after the tags is text, and text has no brackets.
  expect(plain.replace(/<\/?[a-z][a-z0-9]*(?:[^<>"]|"[^"<>]*")*>/g, "")).not.toMatch(/[<>]/);
  return tags;
}

describe("renderMvpSloHtml", () => {
  const input = evaluated(sampleRun({ turns: 240, slowness: 1.17, faults: 0.03 }));
  const page = renderMvpSloHtml({ ...input, source: "run.ndjson" });

  it("is one file that loads nothing and says so", () => {
    expect(page).toContain(
      `content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'`,
    );
    expect(/\b(?:src|srcset|poster)=|url\(|@import|https?:/.exec(page)).toBeNull();
    for (const [, target] of page.matchAll(/href="([^"]*)"/g)) expect(target).toMatch(/^#/);
    expect(TABLE_SCRIPT).not.toMatch(/innerHTML|eval|fetch|write/);
  });

  it("gives equal bytes for equal input and reads no clock", () => {
    expect(renderMvpSloHtml({ ...input, source: "run.ndjson" })).toBe(page);
    expect(/20\d\d-\d\d-\d\d/.exec(page)).toBeNull();
    expect(renderMvpSloHtml({ ...input, generatedAt: "2026-02-09T22:19:06Z" })).toContain(
      "2026-02-09T22:19:06Z",
    );
  });

  it("is well nested, with a card a gate and a row a turn", () => {
    const tags = tagsOf(page);
    const count = (name: string) => tags.filter((tag) => tag === name).length;
    expect(count("article")).toBe(7);
    expect(count("h1")).toBe(1);
    expect(count("tr")).toBe(241);
    expect(count("script")).toBe(1);
  });

  it("leads every link to a place in the page", () => {
    const ids = new Set([...page.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id));
    const targets = [...page.matchAll(/href="#([^"]*)"/g)].map(([, id]) => id);
    expect(targets.length).toBeGreaterThan(20);
    for (const target of targets) expect(ids).toContain(target);
    expect(page.match(/ id="/g)).toHaveLength(ids.size);
  });

  it("draws the distribution of every latency gate against its limit", () => {
    const plots = [...page.matchAll(/<svg class="plot" role="img" aria-label="([^"]*)"/g)].map(
      ([, label]) => label,
    );
    expect(plots).toHaveLength(4);
    for (const label of plots) expect(label).toMatch(/limit [\d,]+ ms, .*p95 [\d,]+ ms, p50 [\d,]+ ms$/);
    const covered = input.report.gates.filter(({ gate_id }) => /G[1237]/.test(gate_id));
    const dots = page.match(/<circle class="dot/g)?.length ?? 0;
    const findings = input.report.violations.filter(({ turn_id }) => turn_id !== undefined).length;
    expect(dots).toBe(covered.reduce((sum, gate) => sum + gate.covered_turns, 0) - findings);
  });

  it("stays a reasonable page at ten thousand turns: bars, coarse cells, capped table", () => {
    const big = evaluated(sampleRun({ turns: 10_000, faults: 0.002 }));
    const bigPage = renderMvpSloHtml(big);
    expect(bigPage.length).toBeLessThan(450_000);
    expect(bigPage).not.toContain('<circle class="dot');
    expect(tagsOf(bigPage).filter((tag) => tag === "tr")).toHaveLength(MOST_ROWS + 1);
    expect(bigPage).toContain(`${MOST_ROWS} of 10,000 turns are listed`);
    for (const { worst } of big.report.gates) {
      for (const { turn_id } of worst) expect(bigPage).toContain(`<bdi>${turn_id}</bdi></th>`);
    }
  });

  it("renders runs without turns, with one turn and with an outlier", () => {
    const outlier = { ...goodTurn("slow"), turn_terminal_at_ms: 9_000_000 };
    for (const turns of [[], [goodTurn("a")], [...sampleRun({ turns: 50 }), outlier]])
      tagsOf(renderMvpSloHtml(evaluated(turns)));
    expect(renderMvpSloHtml(evaluated([]))).toContain("<h1>Inconclusive</h1>");
  });

  it("escapes whatever the ids, the source and the reasons hold", () => {
    const expected = tagsOf(renderMvpSloHtml(withText("plain")));
    fc.assert(
      fc.property(hostileText, (text) => {
        expect(tagsOf(renderMvpSloHtml(withText(text === "" ? "x" : text)))).toEqual(expected);
      }),
      { numRuns: 150 },
    );
  });
});

function withText(text: string) {
  const diagnostic = { rule: "EVD-01", severity: "error", path: `/${text}`, message: text } as const;
  return {
    ...evaluated([troubledTurn(text)]),
    source: text,
    title: text,
    incomplete: [{ turn_id: text, diagnostics: [diagnostic] }],
  };
}
