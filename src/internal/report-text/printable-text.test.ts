import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { alignColumns } from "./align-columns.ts";
import { hostileText } from "./hostile-text.test-kit.ts";
import { displayWidth, printable, shortened } from "./printable-text.ts";

describe("printable", () => {
  it("leaves ordinary text of any script as it is", () => {
    for (const text of ["turn-1", "日本 🙂 é", "a|b <c> &"]) expect(printable(text)).toBe(text);
  });

  it("writes controls, reordering and invisible characters as escapes", () => {
    expect(printable("\u001b[31m\n\u202e\u200b\ud800")).toBe("\\u001b[31m\\u000a\\u202e\\u200b\\ud800");
    expect(printable("a\nb\u0007", { keepLines: true })).toBe("a\nb\\u0007");
  });

  it("never lets through what moves the cursor or half of a character", () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        expect(printable(text)).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}\u200b-\u200f\u202a-\u202e]|\p{Cs}/u);
      }),
    );
  });
});

describe("shortened", () => {
  it("cuts by characters, never through one", () => {
    expect(shortened("🙂🙂🙂🙂", 3)).toBe("🙂🙂…");
    expect(shortened("abc", 3)).toBe("abc");
    expect(Array.from(shortened("x".repeat(1_000_000), 10))).toHaveLength(10);
  });
});

describe("alignColumns", () => {
  it("aligns by the columns of a terminal", () => {
    expect(displayWidth("日本🙂e\u0301")).toBe(7);
    const rows = [
      [{ text: "日本" }, { text: "1", align: "right" as const }, { text: "x" }],
      [{ text: "abcde" }, { text: "22", align: "right" as const }, { text: "" }],
    ];
    expect(alignColumns(rows)).toEqual(["日本    1  x", "abcde  22"]);
  });
});
