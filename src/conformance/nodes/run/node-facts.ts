/** What is found out about a node before it is judged: its hooks, how long its work takes. */
import type { OutputEntry } from "../../../authoring/harness/transcript.ts";
import type { NodeDefinition } from "../../../authoring/node/node-definition.ts";
import { seededRandom } from "../../../simulation/seeded-random.ts";
import { checkSeed } from "../../runner/check-seed.ts";
import type { PayloadPools } from "../scripts/payload-pools.ts";
import { type NodeBench, type NodeScript, runScript } from "./node-run.ts";

/** What is known of a node. Times in ms. */
export interface NodeFacts extends PayloadPools {
  /** Hooks besides `process`. */
  readonly hooks: ReadonlySet<string>;
  /** Longest call of `process`. */
  readonly longest_call: number;
  /** Longest time from an event to an output that came of it after its call had ended. */
  readonly longest_tail: number;
  readonly gives_output: boolean;
  /** Entries in the longest transcript of a calm run. */
  readonly longest_run: number;
  readonly isSessionScope: boolean;
  /** Control ports that the harness has no step of its own for. */
  readonly signals: readonly string[];
  /** Why no run can be made. */
  readonly fault?: string;
}

/** Signals that steps of other kinds send. */
const SENT_BY_STEPS: ReadonlySet<string> = new Set([
  "turn_open",
  "commit",
  "abort",
  "cancel",
  "barge_in",
  "lease_rotated",
  "connected",
  "disconnected",
]);

const HOOKS = ["init", "start", "onCancel", "onBargeIn", "onBudgetExhausted", "stop"] as const;
const PROBES = 6;

/** Finds out about a node by a few calm runs. */
export async function findFacts(bench: NodeBench, pools: PayloadPools): Promise<NodeFacts> {
  const { node } = bench;
  const { descriptor } = node;
  const hooks = new Set<string>();
  const watched = { ...bench, node: watchedNode(node, hooks) };
  const signals: string[] = [];
  for (const { type, lane } of descriptor.inputs) {
    if (lane !== "ControlLane" || SENT_BY_STEPS.has(type)) continue;
    const { fault } = await runScript(bench, [{ kind: "open_turn" }, { kind: "input", type }]);
    if (fault === undefined) signals.push(type);
  }
  let longest_call = 0;
  let longest_tail = 0;
  let gives_output = false;
  let longest_run = 0;
  for (let probe = 0; probe < PROBES; probe += 1) {
    const { transcript, fault } = await runScript(watched, probeScript(bench, { pools, probe }));
    const fact = { ...pools, hooks, signals, isSessionScope: descriptor.execution_scope === "session" };
    if (fault !== undefined) return { ...fact, longest_call, longest_tail, longest_run, gives_output, fault };
    longest_run = Math.max(longest_run, transcript.length);
    if (isImpatient(bench)) probe = PROBES;
    const ends = new Map<string, number>();
    for (const entry of transcript) {
      if (entry.entry === "hook" && entry.hook === "process") {
        longest_call = Math.max(longest_call, entry.took_ms ?? 0);
        ends.set(entry.event_id ?? "", entry.at_ms + (entry.took_ms ?? 0));
      }
      if (entry.entry === "output") {
        gives_output = true;
        longest_tail = Math.max(longest_tail, tailOf(entry, ends));
      }
    }
  }
  const isSessionScope = descriptor.execution_scope === "session";
  return { ...pools, hooks, signals, isSessionScope, longest_call, longest_tail, longest_run, gives_output };
}

const isImpatient = ({ patience }: NodeBench): boolean => patience !== undefined && patience.left <= 0;

const tailOf = ({ at_ms, envelope }: OutputEntry, ends: ReadonlyMap<string, number>): number =>
  at_ms - (ends.get(envelope.causal_parent_id ?? "") ?? at_ms);

/** A turn with a few inputs, all the time that it may take, and its end. */
function probeScript(
  { node, seed }: NodeBench,
  { pools: { pools }, probe }: { readonly pools: PayloadPools; readonly probe: number },
): NodeScript {
  const random = seededRandom(checkSeed(seed, `probe ${probe}`));
  const wait = 2 * node.descriptor.resources.timeout_ms;
  const inputs = Array.from({ length: pools.length === 0 ? 0 : 8 }, () => {
    const { type, good } = random.pick(pools);
    return [
      { kind: "input", type, payload: random.pick(good) },
      { kind: "advance", ms: 20 },
    ] as const;
  });
  return [
    { kind: "open_turn" },
    ...inputs.flat(),
    { kind: "advance", ms: wait },
    { kind: "exhaust_budget", outcome: "degrade" },
    { kind: "commit_turn" },
    { kind: "advance", ms: 300 },
  ];
}

/** The node, with a note of the hooks that it has. Everything else is as it is. */
const watchedNode = (node: NodeDefinition, hooksSeen: Set<string>): NodeDefinition => ({
  ...node,
  create(init) {
    const hooks = node.create(init);
    for (const hook of HOOKS) if (typeof hooks[hook] === "function") hooksSeen.add(hook);
    return hooks;
  },
});
