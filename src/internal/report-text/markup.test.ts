import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { hostileText } from "./hostile-text.test-kit.ts";
import { escapeHtml, html } from "./markup.ts";
import { printable } from "./printable-text.ts";

const decoded = (text: string) =>
  text
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)))
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&amp;", "&");

describe("html", () => {
  it("escapes text for text nodes and quoted attributes", () => {
    expect(html`<b title="${`"><script>'`}">${"<i>&"}</b>`.markup).toBe(
      '<b title="&quot;&gt;&lt;script&gt;&#39;">&lt;i&gt;&amp;</b>',
    );
  });

  it("takes markup, lists, numbers and nothing as they are", () => {
    expect(html`${html`<i></i>`}${[1, "<"]}${undefined}${false}`.markup).toBe("<i></i>1&lt;");
  });

  it("shows every string and lets none of it act", () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const written = escapeHtml(text);
        expect(written).not.toMatch(/[<>"'`]|\p{Cc}/u);
        expect(decoded(written)).toBe(printable(text));
      }),
      { numRuns: 500 },
    );
  });
});
