/** `rspp-contracts conformance`: whether runtimes and nodes keep the contract. */
import { CONFORMANCE_FORMATS, CORPUS_FILE } from "../conformance/command-defaults.ts";
import { EXIT_HELP } from "../exit-code.ts";
import { COMMON_OPTIONS } from "../options/option-spec.ts";
import type { Command } from "./command.ts";

/** The command. */
export const conformanceCommand: Command = {
  name: "conformance",
  summary: "Proves or refutes that runtimes and nodes keep the contract",
  usage: '--subject "<command>" | --node <file> [options]',
  options: {
    subject: {
      value: "command",
      about: "Starts a runtime that speaks the subject protocol; may be given again",
    },
    reference: { about: "Also run the reference runtime of the package" },
    node: {
      value: "file",
      about: "Module that exports a node made by defineNode, or file#export; may be given again",
    },
    config: { value: "file", about: "JSON file with the config of the nodes" },
    profile: { value: "P", about: "How much to run; quick unless told", choices: ["quick", "full"] },
    pack: { value: "names", about: "Packs to run, such as cancellation,authority" },
    check: { value: "ids", about: "Checks to run, such as CF-003,AE-001" },
    category: {
      value: "C",
      about: "Only checks of a part of a runtime",
      choices: ["transport_adapter", "provider_adapter", "external_node_boundary"],
    },
    seed: { value: "n", about: "Seed of the run, 0 to 4294967295; 1 unless told" },
    path: { value: "path", about: "Counterexample of a failure, as its replay line says; with one --check" },
    baseline: { value: "file", about: "Known failures, each with reason, issue, owner and expiry" },
    "update-baseline": { about: "Write the failures of this run to --baseline" },
    reason: { value: "text", about: "Reason of new entries of the baseline" },
    issue: { value: "url", about: "Where new entries are tracked" },
    owner: { value: "name", about: "Who owns new entries" },
    expires: { value: "date", about: "Last day of new entries, such as 2026-12-31; in 90 days unless told" },
    corpus: { value: "file", about: `Counterexamples to try first; ${CORPUS_FILE} unless told` },
    "no-corpus": { about: "Neither read nor keep counterexamples" },
    "timeout-ms": {
      value: "ms",
      about: "Time without an answer after which a subject hangs; 10000 unless told",
    },
    "self-test": { about: "Test the kit itself: every broken runtime is found by its check" },
    out: { value: "dir", about: "Write report.txt, .json, .xml, .md and .html to this directory" },
    format: { value: "F", about: "How to report", choices: CONFORMANCE_FORMATS },
    json: { about: "Same as --format json" },
    ...COMMON_OPTIONS,
  },
  notes: [
    "A subject is any program that reads requests and writes answers as JSON lines on standard input and output: docs/subject-protocol.md. The kit owns its clock. What a subject does not declare to be capable of is not applicable; what could not be run counts as failed.",
    `Equal seeds give equal reports, to the byte. A failure is shrunk to a minimal script and prints the line that runs it again. With GITHUB_STEP_SUMMARY set, the Markdown report is added to the summary of the job.\n\n${EXIT_HELP}`,
  ],
  examples: [
    'rspp-contracts conformance --subject "python3 subject.py"',
    'rspp-contracts conformance --subject "./runtime --conformance" --profile full --out reports',
    'rspp-contracts conformance --subject "python3 subject.py" --check CF-003 --seed 42 --path late-output@0:1',
    "rspp-contracts conformance --node ./my-vad.js --profile full",
    "rspp-contracts conformance --reference --profile full",
    "rspp-contracts conformance --self-test",
  ],
  async run(options, io) {
    // The packs are worth loading for this command only.
    const { runConformanceCommand } = await import("../conformance/run-conformance-command.ts");
    return runConformanceCommand(options, io);
  },
};
