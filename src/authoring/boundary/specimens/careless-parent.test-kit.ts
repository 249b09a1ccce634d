/** A program for tests that starts a node as a process, tells its process id and ends without a word of goodbye. */
import { stageNode } from "../node-stage.test-kit.ts";
import { processNode } from "../process-node.ts";

const node = processNode({
  node_id: "family",
  version: "1.0.0",
  execution_scope: "turn",
  inputs: {},
  outputs: {},
  limits: { answer_ms: 20_000, start_ms: 20_000 },
  command: [
    process.execPath,
    "-e",
    String.raw`
const { spawn } = require("node:child_process");
const grandchild = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"], { stdio: "ignore" });
const say = (op, members) => process.stdout.write(JSON.stringify({ op, ...members }) + "\n");
setInterval(() => {}, 1000);
require("node:readline").createInterface({ input: process.stdin }).on("line", (line) => {
  const { id, op } = JSON.parse(line);
  if (op === "hello") say("hello", { protocol: "rspp.node.v1", node: { node_id: "family", version: "1.0.0" } });
  else {
    if (op === "create") say("telemetry", { name: "pids", fields: { child: process.pid, grandchild: grandchild.pid } });
    say("done", { call: id });
  }
  say("settled", { id });
});
`,
  ],
});
const { happened } = await stageNode(node);
const pids = happened.find(({ what }) => what === "telemetry pids");
process.stdout.write(`${JSON.stringify(pids?.value)}\n`);
const how = process.argv[2];
if (how === "throw") throw new Error("careless");
if (how === "exit") process.exit(0);
if (how === "wait") setInterval(() => {}, 1000);
// And `return`: a process at rest keeps nobody from ending.
