/** A process that speaks the node protocol well enough to be let in, and then does what its argument says. */

/** The definition of what it says that it is. */
export const HOSTILE_PORTS = {
  node_id: "hostile",
  version: "1.0.0",
  execution_scope: "turn",
  inputs: { go: { payload_class: "metadata" } },
  outputs: { gone: { payload_class: "metadata" } },
} as const;

/** Its program for Node. The first argument says what happens on `process`. */
const PROGRAM = String.raw`
const [mode] = process.argv.slice(1);
const say = (op, members) => process.stdout.write(JSON.stringify({ op, ...members }) + "\n");
const output = (call) => say("output", { call, type: "gone", payload: mode });
const acts = {
  fine: ({ id }) => { output(id); say("done", { call: id }); },
  spin: () => { for (;;); },
  silent: () => false,
  die: () => { console.error("out of ideas"); process.exit(3); },
  give_and_die: ({ id }) => { process.stdout.write(JSON.stringify({ op: "output", call: id, type: "gone" }) + "\n", () => process.exit(0)); return false; },
  garbage: () => { process.stdout.write("Traceback: no\n"); },
  binary: () => { process.stdout.write(Buffer.from([255, 254, 10])); },
  partial: () => { process.stdout.write('{"op":"done"', () => process.exit(0)); return false; },
  long_line: () => { process.stdout.write("x".repeat(300000)); return false; },
  flood: () => { for (let n = 0; n < 5000; n += 1) say("telemetry", { name: "n".repeat(100) }); return false; },
  too_many: ({ id }) => { for (let n = 0; n < 100; n += 1) output(id); },
  too_many_and_done: ({ id }) => { for (let n = 0; n < 100; n += 1) output(id); say("done", { call: id }); },
  hungry: () => { globalThis.kept = Buffer.alloc(300 * 1024 * 1024, 1); },
  busy: ({ id }) => { const end = process.cpuUsage().user + 300000; while (process.cpuUsage().user < end); say("done", { call: id }); },
  late: () => { setTimeout(() => say("telemetry", { name: "late" }), 30); },
  ignore: () => {},
  unknown_call: () => say("done", { call: 999 }),
  unknown_op: () => say("dance", {}),
  fails: () => say("error", { name: "TypeError", message: "no model" }),
  closes: () => { process.stdout.end(); return false; },
};
require("node:readline").createInterface({ input: process.stdin }).on("line", (line) => {
  const request = JSON.parse(line);
  const { id, op, hook } = request;
  const node = { node_id: mode === "stranger" ? "somebody" : "hostile", version: "1.0.0" };
  if (mode === "mute") return;
  if (op === "hello") say("hello", { protocol: mode === "future" ? "rspp.node.v2" : "rspp.node.v1", node });
  if (op === "create") say("done", { call: id });
  const settles = op !== "call" || hook !== "process" || acts[mode](request) !== false;
  if (op === "call" && hook !== "process") say("done", { call: id });
  if (settles) say("settled", { id });
});
`;

/** The command that starts it in this mode. */
export const hostileCommand = (mode: string): readonly string[] => [process.execPath, "-e", PROGRAM, mode];
