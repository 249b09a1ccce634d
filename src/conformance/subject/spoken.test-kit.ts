/** Small processes that speak the subject protocol, well or badly, for tests. */
import { type SpawnOptions, spawnSubject } from "./spawn-subject.ts";
import type { RunScript, Subject } from "./subject.ts";

/** What the process does; `replies` has a JavaScript expression of `request` for each op. */
export interface Spoken {
  readonly hello?: string;
  readonly reset?: string;
  readonly apply?: string;
  /** Runs before anything is read. */
  readonly first?: string;
  readonly limits?: SpawnOptions["limits"];
}

const HELLO = `({ id: request.id, op: "hello", protocol: "rspp.subject.v1", name: "spoken", version: "1.0.0",
  capabilities: ["turns", "cancel"] })`;

/** A process that answers each request by these expressions; a string is written as it is. */
export function spoken({ hello = HELLO, reset, apply, first = "", limits = {} }: Spoken = {}): Subject {
  const script = `
    let runs = 0, applied = 0;
    const say = (answer) => {
      if (answer === undefined) return;
      process.stdout.write(typeof answer === "string" ? answer : JSON.stringify(answer) + "\\n");
    };
    const answers = {
      hello: (request) => ${hello},
      reset: (request) => { runs += 1; applied = 0; return ${reset ?? '{ id: request.id, op: "reset" }'}; },
      apply: (request) => { applied += 1; return ${apply ?? '{ id: request.id, op: "apply", events: [] }'}; },
      bye: (request) => { say({ id: request.id, op: "bye" }); process.exit(0); },
    };
    ${first}
    require("node:readline").createInterface({ input: process.stdin }).on("line", (line) => {
      const request = JSON.parse(line);
      say(answers[request.op](request));
    });`;
  return spawnSubject({
    command: process.execPath,
    args: ["-e", script],
    limits: { answerTimeoutMs: 5_000, closeTimeoutMs: 100, ...limits },
  });
}

/** A script of so many instants at which the session is cancelled. */
export const instantsOf = (count: number): RunScript => ({
  seed: 1,
  instants: Array.from({ length: count }, () => [
    { kind: "cancel", session_id: "sess-1", scope: "session" } as const,
  ]),
});
