/** Checks a mapped recording and says what was found, and what was not evaluated and why. */
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { pathToFileURL } from "node:url";
import { checkTrace, invariants } from "@rspp/contracts/v1/trace";

/**
 * The verdict on `{ events, starts_midway, unevidenced }` as a mapper gives it. Invariants that would hold by the
 * way the mapper works, whatever the log says, are not asked: they are listed as not evaluated.
 */
export function checkRecording({ events, starts_midway, unevidenced }) {
  const asked = invariants.filter(({ id }) => unevidenced[id] === undefined);
  const result = checkTrace(events, { invariants: asked, startsMidway: starts_midway });
  const others = Object.entries(unevidenced).map(([id, reason]) => ({ id, reason }));
  const not_evaluated = [...result.not_evaluated, ...others].sort((a, b) => (a.id < b.id ? -1 : 1));
  return { ...result, not_evaluated };
}

/** The records of a file: a JSON list, a JSON document with a list `events`, or JSON lines. */
export function parseRecords(text) {
  const whole = parseJson(text);
  const list = Array.isArray(whole) ? whole : Array.isArray(whole?.events) ? whole.events : undefined;
  const values =
    list ??
    text
      .split("\n")
      .filter((line) => line.trim() !== "")
      .map(parseJson);
  const records = values.filter((one) => one !== null && typeof one === "object");
  return { records, unreadable: values.length - records.length };
}

function parseJson(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The summary as text. */
export function summarize(recording, result) {
  const { summary, violations, incomplete_turns, not_evaluated } = result;
  const count = (name) => recording.events.filter(({ signal }) => signal === name).length;
  const judged = summary.invariants.filter(({ checked }) => checked > 0).map(({ id }) => id);
  const unmapped = Object.entries(recording.unmapped).map(([type, number]) => `${type} ${number}`);
  return [
    `events        ${summary.events}`,
    `turns         ${summary.turns_opened} opened, ${summary.turns_closed} closed: ${count("commit")} commit, ${count("abort")} abort`,
    `barge-ins     ${count("barge_in")}`,
    `evaluated     ${judged.join(", ") || "nothing"}`,
    `violations    ${summary.violations}`,
    ...violations.map(({ id, event_id, message }) => `  ${id} at ${event_id}: ${message}`),
    `incomplete    ${incomplete_turns.length}`,
    ...incomplete_turns.map(({ turn_id, state }) => `  ${turn_id}: the log ends while it is ${state}`),
    `not evaluated ${not_evaluated.length}`,
    ...not_evaluated.map(({ id, reason }) => `  ${id}: ${reason}`),
    `not mapped    ${unmapped.join(", ") || "nothing"}`,
  ].join("\n");
}

/**
 * Runs a mapper as a program when its module was started by node: `map(logs, { session_id })`, one list of records
 * a file. Exit codes as of `rspp-contracts trace`: 0 no violation, 1 violations or lines that cannot be read,
 * 2 wrong usage, 3 nothing was mapped.
 */
export function runAsProgram(module_url, map) {
  const [, program, ...files] = process.argv;
  if (program === undefined || module_url !== pathToFileURL(program).href) return;
  if (files.length === 0) {
    console.error(`Usage: node ${basename(program)} <file>...`);
    process.exitCode = 2;
    return;
  }
  const logs = [];
  let unreadable = 0;
  for (const file of files) {
    const text = readText(file);
    if (text === undefined) return;
    const parsed = parseRecords(text);
    logs.push(parsed.records);
    unreadable += parsed.unreadable;
  }
  const recording = map(logs, { session_id: basename(files[0]).replace(/\.[^.]*$/, "") });
  const result = checkRecording(recording);
  console.log(summarize(recording, result));
  if (unreadable > 0) console.log(`unreadable    ${unreadable} lines`);
  const isBad = result.summary.violations > 0 || unreadable > 0;
  process.exitCode = recording.events.length === 0 ? 3 : isBad ? 1 : 0;
}

function readText(file) {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    console.error(`Cannot read "${file}": ${error.code}`);
    process.exitCode = 2;
    return undefined;
  }
}
