import { join } from "node:path";
import { expect, it } from "vitest";

import { writeFiles } from "../drive.test-kit.ts";
import type { InputLayout } from "../input/find-inputs.ts";
import { refuseDocumentFile, refuseDocumentStream } from "./refuse-document.ts";

const REFUSED = "Cannot scan turns with --workers: expected NDJSON, one artifact a line, but received a JSON";

async function outcome(text: string, layout: InputLayout = "json"): Promise<"refused" | "taken"> {
  const root = writeFiles({ turns: text });
  const look = () => refuseDocumentFile({ path: join(root, "turns"), name: "turns", layout, root });
  const stream = async () => {
    const bytes = new TextEncoder().encode(text);
    const cut = (async function* () {
      for (let start = 0; start < bytes.length; start += 3) yield bytes.slice(start, start + 3);
    })();
    const seen: number[] = [];
    for await (const chunk of refuseDocumentStream(cut, "turns")) seen.push(...chunk);
    expect(seen).toEqual([...bytes]);
  };
  let message = "";
  try {
    look();
  } catch (error) {
    ({ message } = error as Error);
  }
  if (message === "") {
    if (layout !== "ndjson") await stream();
    return "taken";
  }
  expect(message).toContain(REFUSED);
  await expect(stream()).rejects.toThrow(REFUSED);
  return "refused";
}

it.each(['{\n  "a": 1\n}\n', "\n[\n{}]", '{"entries": [\n{}]}\n', '[{"a":1},\n{"a":2}]'])(
  "refuses %j, with the way to go on",
  async (text) => {
    expect(await outcome(text)).toBe("refused");
    expect(await outcome(text, "sniff")).toBe("refused");
    expect(await outcome(text, "ndjson")).toBe("taken");
  },
);

it.each(["", "{", '{"a":1}', '\n{"a":1}\n{"a":2}\n', "x\n", "5\n"])(
  "takes %j, whose lines are values or malformed",
  async (text) => {
    expect(await outcome(text)).toBe("taken");
  },
);
