/**
 * A program that speaks the node protocol by hand, as a process or in a worker: it repeats a text word by word. Without
 * a mode it is right; with one it has the bug of that name.
 */

/** The node itself: plain JavaScript, because a process and a worker load it as it stands. */
const RELAY = String.raw`
function createRelay(mode, say) {
  let open, timers = 0, calls = 0, kept = [];
  const arm = () => { open.timer = ++timers; say("wake_me", { timer: open.timer, delay_ms: 10 }); };
  const end = (members) => {
    const { id, timer } = open;
    open = undefined;
    if (timer !== undefined) say("forget", { timer });
    say("done", { call: id, ...members });
  };
  const give = () => {
    const word = open.words.shift();
    say("output", { call: open.id, type: "text.word", payload: mode === "shouts" ? word.toUpperCase() : word });
  };
  const hear = ({ id, token, event }) => {
    calls += 1;
    if (event.type !== "text.final") return say("done", { call: id });
    if (typeof event.payload !== "string") return say("refused", { call: id, message: "expected a text" });
    open = { id, token, words: event.payload.split(" ").filter((word) => word !== "") };
    if (mode === "sorts") open.words.sort();
    if (mode === "garbage") process.stdout.write("heard " + event.payload + "\n");
    if (mode === "hang" && calls === 2) return false;
    if (mode === "spin" && calls === 2) for (;;);
    if (mode === "hungry") kept.push(Buffer.alloc(120 * 2 ** 20, 1));
    if (mode === "flood") for (let line = 0; line < 500; line += 1) say("telemetry", { name: "x".repeat(200) });
    if (mode === "throws" && calls === 2) throw new TypeError("words is not iterable");
    if (mode === "early") { say("settled", { id }); if (open.words.length > 0) give(); return false; }
    if (mode === "eager") { while (open.words.length > 0) give(); return end(); }
    if (open.words.length === 0) end(); else arm();
  };
  const hooks = {
    process: hear,
    onBargeIn: () => { if (open !== undefined) end(); },
    onBudgetExhausted: () => { if (open !== undefined) end(); return { outcome: "degrade" }; },
  };
  const requests = {
    hello: () => say("hello", { protocol: "rspp.node.v1", node: { node_id: "relay", version: "1.0.0" } }),
    create: ({ id }) => { open = undefined; timers = 0; calls = 0; kept = []; say("done", { call: id }); },
    call: (request) => {
      const { hook, id } = request;
      if (hook === "process") return hear(request);
      say("done", { call: id, ...hooks[hook]?.() });
    },
    next: () => { if (open === undefined) return; if (open.words.length === 0) end(); else arm(); },
    leave: () => { if (open !== undefined) end(); },
    cancel: ({ token }) => {
      if (open === undefined || open.token !== token || mode === "deaf") return;
      if (mode === "slow_end") open.words = ["just", "a", "moment"];
      else end();
    },
    wake: ({ timer }) => {
      if (open === undefined || open.timer !== timer) return;
      open.timer = undefined;
      give();
      if (mode === "dies" && open.words.length === 0) process.exit(3);
      // Nobody asks for more of what was cancelled: who goes on does so by itself.
      if (mode === "deaf" || mode === "slow_end") { if (open.words.length === 0) open.words.push("more"); arm(); }
    },
  };
  return (request) => {
    if (requests[request.op]?.(request) !== false) say("settled", { id: request.id });
  };
}
`;

const PROCESS = `${RELAY}
const [mode] = process.argv.slice(1);
const receive = createRelay(mode, (op, members) => process.stdout.write(JSON.stringify({ op, ...members }) + "\\n"));
require("node:readline").createInterface({ input: process.stdin }).on("line", (line) => receive(JSON.parse(line)));
`;

/** The command that starts it as a process. */
export const relayCommand = (mode: string): readonly string[] => [process.execPath, "-e", PROCESS, mode];

/** A module that serves it in a worker; the query of the URL of its node is the mode. */
export const RELAY_WORKER = `import { parentPort } from "node:worker_threads";
${RELAY}
export function serveWorkerNode({ module }) {
  const mode = new URL(module).searchParams.get("mode");
  const say = (op, members) => {
    const told = op === "settled" ? { memory_mb: process.memoryUsage().arrayBuffers / 2 ** 20 } : {};
    parentPort.postMessage(JSON.stringify({ op, ...members, ...told }));
  };
  const receive = createRelay(mode, say);
  parentPort.on("message", (line) => receive(JSON.parse(line)));
}
`;
