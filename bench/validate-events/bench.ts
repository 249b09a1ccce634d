/** Boolean validation of mixed events and signals: ours against hand-written code and against peers. */
import { isEvent } from "@rspp/contracts/v1/validate";

import { dataSets } from "../data/data-sets.ts";
import { isQuick, report, reportDisagreement } from "../harness/bench-output.ts";
import type { Measurement } from "../harness/interleaved-rounds.ts";
import { measureRounds, ratioTo } from "../harness/interleaved-rounds.ts";
import { figure, markdownTable, metOrMissed, times } from "../harness/markdown-table.ts";
import { serveSubject, subjectOfThisProcess } from "../harness/subject-process.ts";
import { isEventByHand } from "./hand-written.ts";
import { isEventByWalk } from "./hand-written-walk.ts";
import { ajvAsEmittedPeer, ajvPeer } from "./peers/ajv.ts";
import { arkTypePeer } from "./peers/arktype.ts";
import type { Peer } from "./peers/peer.ts";
import { legacyTypeBoxPeer, typeBoxPeer } from "./peers/typebox.ts";
import { typiaPeer, typiaPerSignalPeer } from "./peers/typia.ts";
import { valibotPeer } from "./peers/valibot.ts";
import { zodPeer } from "./peers/zod.ts";

/** Ours may take this many times the time of the hand-written validator. */
const TARGET = 1.25;

const REFERENCE: Peer = {
  name: "hand-written",
  accepts: isEventByHand,
  note: "property checks, a Set of known keys, a switch on the signal; says everything",
};
const OURS: Peer = {
  name: "@rspp/contracts",
  accepts: (value) => isEvent(value),
  note: "`isEvent`; says everything",
};
const SUBJECTS: readonly Peer[] = [
  OURS,
  REFERENCE,
  {
    name: "hand-written, walking",
    accepts: isEventByWalk,
    note: "walks the keys that are there, a Map of checks; says everything",
  },
  typiaPeer,
  typiaPerSignalPeer,
  legacyTypeBoxPeer,
  typeBoxPeer,
  ajvPeer,
  ajvAsEmittedPeer,
  arkTypePeer,
  zodPeer,
  valibotPeer,
];

/** Every subject judges every sample as the hand-written validator does, or the run fails. */
function crossCheck(lines: readonly string[]): number {
  const expected = lines.map((line) => isEventByHand(JSON.parse(line)));
  for (const { name, accepts } of SUBJECTS) {
    const wrong = lines.filter((line, index) => accepts(JSON.parse(line)) !== expected[index]);
    if (wrong.length > 0) {
      reportDisagreement(
        `${name} judges ${wrong.length} of ${lines.length} samples differently, such as \`${wrong[0]}\``,
      );
    }
  }
  return expected.filter(Boolean).length;
}

/** What the process of a subject does: validate all samples, one after the other. */
function serve({ accepts }: Peer, lines: readonly string[]): void {
  // Parsed twice: objects from before the engine knew all forms of a field keep an outdated hidden class.
  for (const line of lines) JSON.parse(line);
  const samples = lines.map((line): unknown => JSON.parse(line));
  serveSubject({
    units: samples.length,
    run: () => {
      let valid = 0;
      for (const sample of samples) if (accepts(sample)) valid += 1;
      return valid;
    },
  });
}

async function benchDataSet(name: string): Promise<void> {
  const { about, lines } = dataSets[name]!();
  const valid = crossCheck(lines);
  const shapes = new Set(lines.map((line) => Object.keys(JSON.parse(line)).join())).size;
  const measured = await measureRounds(
    SUBJECTS.map((subject) => subject.name),
    isQuick ? { rounds: 3, sliceMs: 20, warmUpMs: 200 } : { rounds: 25, sliceMs: 60, warmUpMs: 2000 },
    name,
  );
  report(
    `### validate-events, ${name} data\n\n${lines.length} objects (${valid} valid), ${shapes} distinct sets of fields: ${about}.`,
  );
  report(resultTable(measured));
}

function resultTable(measured: readonly Measurement[]): string {
  const reference = measured.find(({ name }) => name === REFERENCE.name)!;
  const ours = measured.find(({ name }) => name === OURS.name)!;
  const rows = [...measured]
    .sort((left, right) => ratioTo(reference, left) - ratioTo(reference, right))
    .map((subject) => [
      subject.name,
      figure(subject.nanoseconds),
      figure(1e3 / subject.nanoseconds),
      `${(subject.spread * 100).toFixed(0)} %`,
      times(ratioTo(reference, subject)),
      times(ratioTo(ours, subject)),
      targetOf(subject, reference, ours),
    ]);
  const headings = ["subject", "ns/object", "M objects/s", "spread", "to hand-written", "to ours", "target"];
  return markdownTable(headings, rows);
}

function targetOf(subject: Measurement, reference: Measurement, ours: Measurement): string {
  if (subject === ours) return `at most ${TARGET}x: ${metOrMissed(ratioTo(reference, ours) <= TARGET)}`;
  if (subject.name.startsWith("hand-written")) return "";
  return `slower than ours: ${metOrMissed(ratioTo(ours, subject) > 1)}`;
}

const here = subjectOfThisProcess();
if (here !== undefined) {
  serve(SUBJECTS.find(({ name }) => name === here.name)!, dataSets[here.scene]!().lines);
} else {
  for (const name of ["mixed", "sites", "uniform"]) await benchDataSet(name);
  report(
    `How each subject states the rules:\n\n${SUBJECTS.map(({ name, note }) => `- ${name}: ${note}`).join("\n")}`,
  );
}
