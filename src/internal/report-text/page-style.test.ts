import { describe, expect, it } from "vitest";

import { PAGE_STYLE } from "./page-style.ts";

/** The custom properties of light and dark. */
function schemes(): Record<string, string>[] {
  const [light = "", dark = ""] = PAGE_STYLE.split("@media (prefers-color-scheme: dark)");
  return [light, dark].map((part) => {
    const block = part.slice(0, part.indexOf("}"));
    return Object.fromEntries(
      [...block.matchAll(/--([a-z-]+): (#[0-9a-f]{6});/g)].map(([, name, colour]) => [name, colour]),
    );
  });
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

describe.each([
  ["light", 0],
  ["dark", 1],
] as const)("the %s colours", (_, index) => {
  const colours = schemes()[index]!;
  const text = ["ink", "muted", "pass", "fail", "warn", "over-text"];

  it.each(text)("give %s a contrast of at least 4.5 on every ground it stands on", (name) => {
    for (const ground of ["paper", "surface", "faint"]) {
      expect(contrast(colours[name]!, colours[ground]!), ground).toBeGreaterThanOrEqual(4.5);
    }
  });

  it("keep figures readable on their bars", () => {
    expect(contrast(colours["ink"]!, colours["mark-soft"]!)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(colours["over-text"]!, colours["over-soft"]!)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(["mark", "over"])("set %s off from the surface with at least 3", (name) => {
    expect(contrast(colours[name]!, colours["surface"]!)).toBeGreaterThanOrEqual(3);
  });
});
