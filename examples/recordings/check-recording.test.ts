import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, test } from "vitest";

import { parseRecords } from "./mappers.test-kit.ts";

const folder = mkdtempSync(join(tmpdir(), "recordings-"));
afterAll(() => rmSync(folder, { recursive: true }));

const run = (program: string, text: string) => {
  const file = join(folder, "call-7.jsonl");
  writeFileSync(file, text);
  return spawn([program, file]);
};
const spawn = ([program = "", ...files]: readonly string[]) => {
  const path = fileURLToPath(new URL(program, import.meta.url));
  const { status, stdout, stderr } = spawnSync("node", [path, ...files], { encoding: "utf8" });
  return { status, stdout, stderr };
};
const lines = (...records: readonly object[]) => records.map((one) => `${JSON.stringify(one)}\n`).join("");

const OPENING = { type: "session.created", session: { id: "sess-1" } };
const CREATED = { type: "response.created", response: { id: "r-1" } };
const DONE = { type: "response.done", response: { id: "r-1", status: "completed" } };

describe("the programs", () => {
  test("sum up a recording, and say what it is no evidence for", () => {
    const { status, stdout } = run("openai-realtime.mjs", lines(OPENING, CREATED, DONE));
    expect(status).toBe(0);
    expect(stdout).toContain("events        4\nturns         1 opened, 1 closed: 1 commit, 0 abort\n");
    expect(stdout).toContain("violations    0\nincomplete    0\nnot evaluated ");
    expect(stdout).toContain("  INV-ORD-03: The log has no timestamps\n");
  });

  test("name the violations and the turns that the log ends within", () => {
    const { status, stdout } = run("openai-realtime.mjs", lines(OPENING, CREATED, DONE, DONE));
    expect(status).toBe(1);
    expect(stdout).toContain('  INV-LIFE-01 at record-3:commit: Cannot accept commit of turn "r-1"');
    const open = run("livekit-agents.mjs", lines({ type: "agent_state_changed", newState: "speaking" }));
    expect([open.status, open.stdout]).toEqual([0, expect.stringContaining("turn-1: the log ends while")]);
  });

  test("read a log that breaks off within a line, and say so", () => {
    const { status, stdout } = run("openai-realtime.mjs", `${lines(OPENING, CREATED)}{"type":"respo`);
    expect([status, stdout]).toEqual([1, expect.stringContaining("unreadable    1 lines")]);
  });

  test("find nothing in a log of something else", () => {
    expect(run("pipecat.mjs", lines(OPENING, CREATED)).status).toBe(3);
  });

  test.each(["openai-realtime.mjs", "livekit-agents.mjs", "pipecat.mjs"])("say how %s is used", (name) => {
    expect(spawn([name])).toEqual({ status: 2, stdout: "", stderr: `Usage: node ${name} <file>...\n` });
    const absent = spawn([name, join(folder, "absent.jsonl")]);
    expect([absent.status, absent.stderr]).toEqual([2, expect.stringContaining('absent.jsonl": ENOENT')]);
  });
});

test("records are read from a list, a document with events, or lines", () => {
  const records = [{ type: "a" }, { type: "b" }];
  for (const text of [JSON.stringify(records), JSON.stringify({ events: records }), lines(...records)])
    expect(parseRecords(text)).toEqual({ records, unreadable: 0 });
  expect(parseRecords(lines({ type: "a" }))).toEqual({ records: [{ type: "a" }], unreadable: 0 });
  expect(parseRecords('{"type":"a"}\n7\n{"ty')).toEqual({ records: [{ type: "a" }], unreadable: 2 });
});
