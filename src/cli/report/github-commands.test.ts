import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { hostileText } from "../../internal/report-text/hostile-text.test-kit.ts";
import { annotation } from "./github-commands.ts";

/** As the runner reads a line. */
function read(line: string) {
  const match = /^::([a-z]+) (.*?)::(.*)$/s.exec(line);
  const decode = (text: string) =>
    text
      .replaceAll("%3A", ":")
      .replaceAll("%2C", ",")
      .replaceAll("%0D", "\r")
      .replaceAll("%0A", "\n")
      .replaceAll("%25", "%");
  const properties = (match?.[2] ?? "").split(",").map((pair) => {
    const at = pair.indexOf("=");
    return [pair.slice(0, at), decode(pair.slice(at + 1))];
  });
  const message = (match?.[3] ?? "").replaceAll("%0D", "\r").replaceAll("%0A", "\n").replaceAll("%25", "%");
  return { level: match?.[1], properties: Object.fromEntries(properties), message };
}

describe("annotation", () => {
  it("puts file, line, column and title into a command", () => {
    const command = annotation({
      level: "error",
      title: "EVT-04 event",
      message: "a\nb",
      file: "x.json",
      line: 3,
      column: 5,
    });
    expect(command).toBe("::error file=x.json,line=3,col=5,title=EVT-04 event::a%0Ab");
  });

  it("gives every text back to the runner and stays on one line", () => {
    fc.assert(
      fc.property(hostileText, hostileText, hostileText, (title, message, file) => {
        const command = annotation({ level: "warning", title, message, file });
        expect(command).not.toMatch(/[\r\n]/);
        expect(read(command)).toEqual({ level: "warning", properties: { file, title }, message });
      }),
      { numRuns: 500 },
    );
  });
});
