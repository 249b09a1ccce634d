/** Mutants whose bug is in how they live with a boundary: child processes, workers, and one that is home-made. */
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { z } from "zod";

import type { BoundarySource, ClosableNode } from "../../../../authoring/boundary/boundary-source.ts";
import { processNode } from "../../../../authoring/boundary/process-node.ts";
import { workerNode } from "../../../../authoring/boundary/worker-node.ts";
import { defineNode } from "../../../../authoring/node/define-node.ts";
import type { NodeContext } from "../../../../authoring/node/node-context.ts";
import type { NodeDefinition } from "../../../../authoring/node/node-definition.ts";
import { type NodeMutant, withHooks } from "../node-mutant.ts";
import { RELAY_WORKER, relayCommand } from "./relay-program.test-kit.ts";

const text = { payload_class: "text_raw", payload: z.string() } as const;

const RELAY_PORTS = {
  node_id: "relay",
  version: "1.0.0",
  execution_scope: "session",
  inputs: { "text.final": text },
  outputs: { "text.word": text },
} as const;

/** The machine may be slow: only a hang is to be waited for, and only where one is planted. */
const PATIENT = { answer_ms: 20_000, start_ms: 20_000 };
const HANGS = { limits: { ...PATIENT, answer_ms: 1000 } };

const folder = mkdtempSync(join(tmpdir(), "relay-"));
const kit = pathToFileURL(join(folder, "relay.mjs"));
writeFileSync(kit, RELAY_WORKER);
const started: ClosableNode[] = [];

/** Ends what was started for the mutants. */
export function closeBoundaryMutants(): void {
  for (const node of started) node.close();
  rmSync(folder, { recursive: true, force: true });
}

function keep<Node extends ClosableNode>(node: Node): Node {
  started.push(node);
  return node;
}

type More = Partial<Pick<BoundarySource, "limits" | "resources" | "max_buffered">>;

const inProcess = (mode: string, more: More = {}): NodeDefinition =>
  keep(processNode({ ...RELAY_PORTS, limits: PATIENT, ...more, command: relayCommand(mode) }));

const inWorker = (mode: string, more: More = {}): NodeDefinition =>
  keep(workerNode({ ...RELAY_PORTS, limits: PATIENT, ...more, kit, module: new URL(`?mode=${mode}`, kit) }));

const createRelay: Parameters<
  typeof defineNode<typeof RELAY_PORTS.inputs, typeof RELAY_PORTS.outputs>
>[0]["create"] = () => {
  let ends = 0;
  const end = () => {
    ends += 1;
  };
  return {
    async *process(ctx, { type, payload }) {
      if (type !== "text.final") return;
      const begun = ends;
      for (const word of payload.split(" ").filter((one) => one !== "")) {
        await ctx.time.sleep(10);
        if (ends !== begun) return;
        yield { type: "text.word", payload: word };
      }
    },
    onBargeIn: end,
    onBudgetExhausted() {
      end();
      return "degrade";
    },
  };
};

/** The relay without a boundary. */
export const insideRelay = defineNode({ ...RELAY_PORTS, create: createRelay });

/** The relay in a process, and in a worker: both keep all rules. */
export const OUTSIDE_RELAYS: readonly NodeDefinition[] = [inProcess("right"), inWorker("right")];

const [processRelay, workerRelay] = OUTSIDE_RELAYS as readonly [NodeDefinition, NodeDefinition];

/** The node whose telemetry is altered on its way. */
const withTelemetry = (
  node: NodeDefinition,
  alter: (record: NodeContext["telemetry"]["record"]) => NodeContext["telemetry"]["record"],
): NodeDefinition =>
  withHooks(node, (hooks) => ({
    process(ctx, event) {
      const record = alter((name, fields) => ctx.telemetry.record(name, fields));
      return hooks.process(Object.create(ctx, { telemetry: { value: { record } } }) as NodeContext, event);
    },
  }));

const isMeasured = existsSync("/proc/self/status");
const SHORT = { resources: { timeout_ms: 100 } };
const MEMORY = { resources: { memory_mb: 100 } };

const inFamily = (
  rule: NodeMutant["rule"],
  correct: NodeDefinition,
  mutants: readonly (readonly [name: string, why: string, node: NodeDefinition])[],
): readonly NodeMutant[] =>
  mutants.map(([name, why, node]) => ({ name, rule, why, node, correct, options: { inside: insideRelay } }));

/** One bug each. */
export const BOUNDARY_MUTANTS: readonly NodeMutant[] = [
  ...inFamily("NODE-BND-01", processRelay, [
    [
      "a lock that is taken twice",
      "The second call waits for the first one, for ever",
      inProcess("hang", HANGS),
    ],
  ]),
  ...inFamily("NODE-BND-01", workerRelay, [
    ["a loop without an end", "The second text sends the worker round in circles", inWorker("spin", HANGS)],
  ]),
  ...inFamily("NODE-BND-02", processRelay, [
    ...(isMeasured
      ? ([
          ["a model for each text", "Every call loads a model of 120 MiB", inProcess("hungry", MEMORY)],
        ] as const)
      : []),
    [
      "a log line for every sample",
      "A call writes more than its boundary takes at one instant",
      inProcess("flood", { limits: { ...PATIENT, max_bytes: 50_000 } }),
    ],
    [
      "everything at once",
      "All words are given without waiting to be asked, more than max_buffered",
      inProcess("eager", { max_buffered: 2 }),
    ],
  ]),
  ...inFamily("NODE-BND-02", workerRelay, [
    ["a cache in a worker", "Every call keeps 120 MiB of samples", inWorker("hungry", MEMORY)],
  ]),
  ...inFamily("NODE-BND-03", processRelay, [
    ["a deaf process", "The cancel is read and thrown away, words go on", inProcess("deaf", SHORT)],
  ]),
  ...inFamily("NODE-BND-03", workerRelay, [
    [
      "just a moment",
      "After a cancel the worker says a few words more, and more",
      inWorker("slow_end", SHORT),
    ],
  ]),
  ...inFamily("NODE-BND-04", processRelay, [
    ["a process that dies", "The last word of a text ends the process with exit code 3", inProcess("dies")],
    ["a print for debugging", "What was heard is printed where the protocol is spoken", inProcess("garbage")],
    ["settled too early", "The node says that it has settled, and then gives a word", inProcess("early")],
  ]),
  ...inFamily("NODE-BND-04", workerRelay, [
    [
      "an error that nobody catches",
      "The second text throws in the listener of the worker",
      inWorker("throws"),
    ],
  ]),
  ...inFamily("NODE-BND-05", insideRelay, [
    [
      "a home-made boundary",
      "The node says that it runs outside, and whoever wrote the way there forgot the marks",
      defineNode({ ...RELAY_PORTS, execution_mode: "external", create: createRelay }),
    ],
  ]),
  ...inFamily("NODE-BND-05", processRelay, [
    [
      "marks of another",
      "A wrapper writes the name of the host into the marks, where the id of the node should be",
      withTelemetry(
        inProcess("right"),
        (record) => (name, fields) => record(name, { ...fields, node_id: "host-7" }),
      ),
    ],
    [
      "marks without amounts",
      "A wrapper leaves out of telemetry what it takes for noise: the numbers",
      withTelemetry(inProcess("right"), (record) => (name, fields = {}) => {
        const texts = Object.entries(fields).filter(([, value]) => typeof value !== "number");
        record(name, Object.fromEntries(texts));
      }),
    ],
  ]),
  ...inFamily("NODE-BND-06", processRelay, [
    ["another locale", "Outside words come in upper case", inProcess("shouts")],
  ]),
  ...inFamily("NODE-BND-06", workerRelay, [
    ["another order", "In the worker the words of a text are sorted", inWorker("sorts")],
  ]),
];
