/**
 * The node authoring kit: define a voice node, run it in virtual time, and know in seconds whether it behaves.
 *
 * @example
 * import { createNodeHarness, defineNode, payloadOf } from "@rspp/contracts/v1/authoring";
 *
 * const text = { payload_class: "text_raw", payload: payloadOf<string>() } as const;
 * const echo = defineNode({
 *   node_id: "echo",
 *   version: "1.0.0",
 *   execution_scope: "turn",
 *   inputs: { "text.final": text },
 *   outputs: { "text.echo": text },
 *   create: () => ({
 *     *process(_ctx, event) {
 *       if (event.type === "text.final") yield { type: "text.echo", payload: event.payload };
 *     },
 *   }),
 * });
 * const harness = await createNodeHarness(echo);
 * await harness.feed("text.final", "hello");
 * await harness.close();
 */
export type { ExpectedOutput, Moment } from "../authoring/assertions/find-outputs.ts";
export { NodeAssertionError } from "../authoring/assertions/node-assertion-error.ts";
export type { MarbleExpectation } from "../authoring/assertions/node-assertions.ts";
export {
  assertContractKept,
  assertEmitted,
  assertEmittedWithin,
  assertEndedWith,
  assertHooks,
  assertMarbles,
  assertOutputs,
  assertSilent,
  assertSilentAfterCancel,
  assertTelemetry,
  assertViolation,
} from "../authoring/assertions/node-assertions.ts";
export type { MatcherVerdict, NodeMatcher, NodeMatchers } from "../authoring/assertions/node-matchers.ts";
export { nodeMatchers } from "../authoring/assertions/node-matchers.ts";
export type { BoundaryLimits } from "../authoring/boundary/boundary-limits.ts";
export type { BoundarySource, BoundaryUsage, ClosableNode } from "../authoring/boundary/boundary-source.ts";
export { NodeBoundaryError } from "../authoring/boundary/node-boundary-error.ts";
export type { ProcessNodeSource } from "../authoring/boundary/process-node.ts";
export { processNode } from "../authoring/boundary/process-node.ts";
export type { NodeStreams } from "../authoring/boundary/serve-node.ts";
export { serveNode } from "../authoring/boundary/serve-node.ts";
export { serveWorkerNode } from "../authoring/boundary/serve-worker-node.ts";
export type { NodeReply, NodeRequest } from "../authoring/boundary/wire/node-message.ts";
export { NODE_PROTOCOL } from "../authoring/boundary/wire/node-message.ts";
export type { WorkerNodeSource } from "../authoring/boundary/worker-node.ts";
export { workerNode } from "../authoring/boundary/worker-node.ts";
export { NodeContractError } from "../authoring/harness/node-contract-error.ts";
export type {
  FeedOptions,
  GivenOutput,
  GivenOutputOf,
  HarnessOptions,
  NodeHarness,
} from "../authoring/harness/node-harness.ts";
export { createNodeHarness } from "../authoring/harness/node-harness.ts";
export type { HookName, NodeStep } from "../authoring/harness/node-step.ts";
export { NODE_STEP_KINDS } from "../authoring/harness/node-step.ts";
export type { NodeSnapshot } from "../authoring/harness/snapshot.ts";
export type {
  Delivery,
  DroppedEntry,
  HookEntry,
  NodeViolation,
  OutputEntry,
  StepEntry,
  TelemetryEntry,
  TranscriptEntry,
} from "../authoring/harness/transcript.ts";
export type { JsonSchemaOptions } from "../authoring/manifest/json-schema-of.ts";
export type { NodeManifestOptions } from "../authoring/manifest/node-manifest.ts";
export { nodeManifest } from "../authoring/manifest/node-manifest.ts";
export type { ConfigOf, DefinedNode, NodeSource } from "../authoring/node/define-node.ts";
export { defineNode } from "../authoring/node/define-node.ts";
export type {
  BudgetHandle,
  BudgetOutcome,
  CancelToken,
  DeterminismContext,
  NodeContext,
  StateHandle,
  StateStore,
  TelemetryHandle,
  TimebaseHandle,
} from "../authoring/node/node-context.ts";
export { BUDGET_OUTCOMES } from "../authoring/node/node-context.ts";
export type {
  InstanceInit,
  NodeDefinition,
  NodeHost,
  OutcomeClass,
} from "../authoring/node/node-definition.ts";
export { OUTCOME_CLASSES } from "../authoring/node/node-definition.ts";
export type {
  CancelPolicy,
  DescribedPort,
  ExecutionMode,
  ExecutionScope,
  MergeRule,
  NodeDescriptor,
  NodeResources,
  StateKind,
} from "../authoring/node/node-descriptor.ts";
export type {
  EventOf,
  NodeEvent,
  NodeOutput,
  OutputEnvelope,
  OutputOf,
} from "../authoring/node/node-event.ts";
export type { BudgetAnswer, NodeHooks, Outputs } from "../authoring/node/node-hooks.ts";
export type {
  InputPort,
  InputPorts,
  OutputPort,
  OutputPorts,
  PayloadType,
  PortPayload,
} from "../authoring/node/node-port.ts";
export { payloadOf } from "../authoring/node/node-port.ts";
export { RefusedInput } from "../authoring/node/refused-input.ts";
export type { SchemaIssue, SchemaResult, StandardSchema } from "../authoring/node/standard-schema.ts";
export type { NodePackageReport } from "../authoring/packages/inspect-node-package.ts";
export { inspectNodePackage } from "../authoring/packages/inspect-node-package.ts";
export type { NodePackageManifest } from "../authoring/packages/node-package-manifest.ts";
export {
  formatNodePackageManifest,
  NODE_PACKAGE_SCHEMA_VERSION,
} from "../authoring/packages/node-package-manifest.ts";
export type { PackageFinding } from "../authoring/packages/package-finding.ts";
export type { PackageNodeOptions, PackageNodeResult } from "../authoring/packages/package-node.ts";
export { packageNode } from "../authoring/packages/package-node.ts";
export type { PackageReasonCode } from "../authoring/packages/package-reason.ts";
export { PACKAGE_REASON_CODES, PACKAGE_REASONS } from "../authoring/packages/package-reason.ts";
export type { RuntimeProfile } from "../authoring/packages/runtime-profile.ts";
export { RUNTIME_PROFILES } from "../authoring/packages/runtime-profile.ts";
export type { NodeFamily, NodeRule, NodeRuleId } from "../authoring/rules/node-rules.ts";
export { NODE_FAMILIES, NODE_RULE_IDS, NODE_RULES } from "../authoring/rules/node-rules.ts";
export { NODE_HOST_MODULE, SANDBOX_DEFAULTS, SANDBOX_LIMITS } from "../authoring/sandbox/sandbox-abi.ts";
export type { SandboxSource } from "../authoring/sandbox/sandbox-node.ts";
export { sandboxNode } from "../authoring/sandbox/sandbox-node.ts";
export { SandboxFailure, SandboxRefusal } from "../authoring/sandbox/sandbox-refusal.ts";
export type { TranscriptComparison, TranscriptDifference } from "../authoring/script/compare-transcripts.ts";
export { compareTranscripts } from "../authoring/script/compare-transcripts.ts";
export type { FormattedMarbles } from "../authoring/script/format-marbles.ts";
export { formatMarbles } from "../authoring/script/format-marbles.ts";
export type { ScriptFormat } from "../authoring/script/format-node-script.ts";
export { formatNodeScript } from "../authoring/script/format-node-script.ts";
export type {
  InstantStep,
  MarbleInput,
  MarbleLegend,
  MarbleMeaning,
  MarbleOptions,
} from "../authoring/script/marble-legend.ts";
export type { NodeScript, NodeScriptHead } from "../authoring/script/node-script.ts";
export { NODE_SCRIPT_VERSION } from "../authoring/script/node-script.ts";
export type { OutputLegend, OutputMeaning, Transcribed } from "../authoring/script/output-marbles.ts";
export { marblesOf } from "../authoring/script/output-marbles.ts";
export { parseMarbles } from "../authoring/script/parse-marbles.ts";
export type { ScriptProblem, ScriptReading } from "../authoring/script/parse-node-script.ts";
export { parseNodeScript, readNodeScript } from "../authoring/script/parse-node-script.ts";
export type { PayloadMatcher } from "../authoring/script/payload-match.ts";
export type { PlayOptions } from "../authoring/script/play-node.ts";
export { playNode } from "../authoring/script/play-node.ts";
export { recordScript } from "../authoring/script/record-script.ts";
export type { ReplayResult } from "../authoring/script/replay-script.ts";
export { replayScript } from "../authoring/script/replay-script.ts";
export { outputsNdjson, transcriptNdjson } from "../authoring/script/transcript-text.ts";
export type { NodeConformanceOptions, NodeInputs } from "../conformance/nodes/node-conformance-options.ts";
export type { NodeConformanceSuiteOptions } from "../conformance/nodes/node-conformance-suite.ts";
export { nodeConformanceSuite } from "../conformance/nodes/node-conformance-suite.ts";
export { runNodeConformance } from "../conformance/nodes/run-node-conformance.ts";
