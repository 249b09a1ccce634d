/** The rules that hold for every node, whatever it is for. The harness watches over all of them at all times. */

/** A rule for nodes. */
export interface NodeRule {
  readonly family: NodeFamily;
  readonly title: string;
  /** What is required, in one sentence. */
  readonly text: string;
}

/** The families of rules. */
export const NODE_FAMILIES = [
  "lifecycle",
  "envelope",
  "scope",
  "cancel",
  "budget",
  "backpressure",
  "determinism",
  "robustness",
  "boundary",
  "data_class",
] as const;

/** A family of rules. */
export type NodeFamily = (typeof NODE_FAMILIES)[number];

const rule = (family: NodeFamily, title: string, text: string): NodeRule => ({ family, title, text });

/** The rules, by their public, stable ids. */
export const NODE_RULES = {
  "NODE-LIFE-01": rule(
    "lifecycle",
    "Hooks do not fail",
    "No hook throws; process may refuse an input with RefusedInput; no promise of the node is rejected unseen",
  ),
  "NODE-LIFE-02": rule("lifecycle", "Hooks end in time", "Every hook but process ends within 250 ms"),
  "NODE-LIFE-03": rule("lifecycle", "Nothing before start", "A node gives no output before start has ended"),
  "NODE-LIFE-04": rule("lifecycle", "Nothing after stop", "A node gives no output once stop was called"),
  "NODE-LIFE-05": rule("lifecycle", "No timers left", "A node leaves no timer behind when stop has ended"),
  "NODE-LIFE-06": rule(
    "lifecycle",
    "Stop cleans up once",
    "stop may be called after any other hook has failed, and ends as it does otherwise",
  ),
  "NODE-ENV-01": rule("envelope", "Valid events", "Every output is a valid event record of the Event ABI"),
  "NODE-ENV-02": rule("envelope", "Declared type", "Every output is of a type that the node declares"),
  "NODE-ENV-03": rule("envelope", "Declared lane", "Every output is on the lane of its port"),
  "NODE-ENV-04": rule(
    "envelope",
    "Correlation",
    "Every output carries the session, turn and provider invocation of its cause, and names it",
  ),
  "NODE-ENV-05": rule(
    "envelope",
    "Valid payload",
    "The payload of every output is accepted by the schema of its port",
  ),
  "NODE-ENV-06": rule(
    "envelope",
    "Order",
    "Sequences and times that a node writes never go back, and event ids are unique",
  ),
  "NODE-ENV-07": rule(
    "envelope",
    "Current authority",
    "An output that names an authority epoch names the current one",
  ),
  "NODE-ENV-08": rule(
    "envelope",
    "Final results once",
    "A node whose streaming is final gives at most one output of each type for a turn",
  ),
  "NODE-SCOPE-01": rule("scope", "No leak between turns", "An output belongs to the turn of its cause"),
  "NODE-SCOPE-02": rule(
    "scope",
    "Nothing for a turn that is over",
    "A node gives no output for a turn that has ended, beyond the time it may take to stop",
  ),
  "NODE-SCOPE-03": rule(
    "scope",
    "Declared state only",
    "A node uses only state of the kinds that it declares; turn state is not reachable from session scope",
  ),
  "NODE-SCOPE-04": rule(
    "scope",
    "No leak between sessions",
    "What happens in one session has no effect on another",
  ),
  "NODE-SCOPE-05": rule(
    "scope",
    "State survives moves",
    "What a node keeps in session_durable state goes on after a migration",
  ),
  "NODE-CXL-01": rule(
    "cancel",
    "Output stops in time",
    "After a cancel a node gives no output beyond the time that it declares",
  ),
  "NODE-CXL-02": rule(
    "cancel",
    "Work stops in time",
    "After a cancel process ends within the time that the node declares",
  ),
  "NODE-CXL-03": rule(
    "cancel",
    "Nothing unfenced",
    "After a cancel no output of the turn goes out under another turn or as one that came in time",
  ),
  "NODE-CXL-04": rule(
    "cancel",
    "Cancel is idempotent",
    "A second cancel, one before the first event and one after the end change nothing",
  ),
  "NODE-CXL-05": rule(
    "cancel",
    "Barge-in flushes",
    "After barge-in a node that has onBargeIn gives nothing of what it had buffered",
  ),
  "NODE-BUD-01": rule(
    "budget",
    "One of four outcomes",
    "onBudgetExhausted answers with continue, degrade, fallback or terminate",
  ),
  "NODE-BUD-02": rule(
    "budget",
    "Process ends",
    "process ends soon after its budget is used up, unless the outcome is continue",
  ),
  "NODE-BUD-03": rule(
    "budget",
    "Terminate ends the output",
    "After the outcome terminate a node gives no more output for the turn",
  ),
  "NODE-BUD-04": rule(
    "budget",
    "Fallback is deterministic",
    "The same exhaustion of a budget gives the same answer",
  ),
  "NODE-BP-01": rule(
    "backpressure",
    "Waits for credit",
    "A node holds back no more outputs than it declares while nobody takes them",
  ),
  "NODE-BP-02": rule(
    "backpressure",
    "Goes on after pressure",
    "When the consumer goes on, a node gives what it owes, in order, and takes new input",
  ),
  "NODE-BP-03": rule(
    "backpressure",
    "Pressure loses nothing",
    "A slow consumer gets the same outputs as a fast one",
  ),
  "NODE-DET-01": rule(
    "determinism",
    "Same input, same output",
    "The same seed and script give the same outputs",
  ),
  "NODE-DET-02": rule(
    "determinism",
    "Declared merge",
    "Independent inputs of one instant give the result that the merge rule declares",
  ),
  "NODE-DET-03": rule(
    "determinism",
    "Chance of the context",
    "A node draws chance only by way of its context; clocks and timers are virtual",
  ),
  "NODE-ROB-01": rule("robustness", "Unknown event", "An event of an unknown type does not make a node fail"),
  "NODE-ROB-02": rule("robustness", "Malformed payload", "A malformed payload does not make a node fail"),
  "NODE-ROB-03": rule("robustness", "Duplicate", "A repeated event does not make a node fail"),
  "NODE-ROB-04": rule("robustness", "Out of order", "Events out of order do not make a node fail"),
  "NODE-ROB-05": rule("robustness", "Late event", "An event that comes late does not make a node fail"),
  "NODE-ROB-06": rule(
    "robustness",
    "Any order of life",
    "No order of turns, interruptions and moves makes a node fail",
  ),
  "NODE-ROB-07": rule("robustness", "Input is left alone", "A node does not change what it is given"),
  "NODE-BND-01": rule(
    "boundary",
    "Timeout",
    "A call that takes too long outside ends with the outcome timeout",
  ),
  "NODE-BND-02": rule(
    "boundary",
    "Ceilings",
    "A node that needs more than it declares ends with the outcome overload",
  ),
  "NODE-BND-03": rule(
    "boundary",
    "Cancel goes across",
    "A cancel reaches the node outside and ends its work",
  ),
  "NODE-BND-04": rule(
    "boundary",
    "Crash isolation",
    "A node that dies or writes garbage ends with the outcome infrastructure_failure, and takes nobody with it",
  ),
  "NODE-BND-05": rule(
    "boundary",
    "Telemetry marks",
    "Outputs from outside are marked with boundary, node_id, cpu_units and memory_mb",
  ),
  "NODE-BND-06": rule("boundary", "Same behaviour", "A node behaves the same outside as inside"),
  "NODE-DATA-01": rule(
    "data_class",
    "Declared class",
    "The payload class of every output is the one of its port",
  ),
  "NODE-DATA-02": rule(
    "data_class",
    "No raw data as metadata",
    "Nothing of a raw, personal or health payload leaves as metadata or summary, unless the port declassifies",
  ),
  "NODE-DATA-03": rule(
    "data_class",
    "No raw data in telemetry",
    "Nothing of a raw, personal or health payload leaves in telemetry",
  ),
} as const satisfies { readonly [id: string]: NodeRule };

/** Id of a rule for nodes. */
export type NodeRuleId = keyof typeof NODE_RULES;

/** The ids, in order. */
export const NODE_RULE_IDS = Object.keys(NODE_RULES) as readonly NodeRuleId[];
