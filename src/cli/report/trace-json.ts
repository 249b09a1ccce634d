/** The result of a trace check as canonical JSON with snake_case names. */
import { canonicalJson } from "../../internal/canonical-json.ts";
import { type TraceRun, traceVerdict } from "../trace/trace-run.ts";

/** The result as one line of canonical JSON. */
export function renderTraceJson(run: TraceRun): string {
  const verdict = traceVerdict(run);
  const report = { verdict, passed: verdict === "passed", file: run.name, ...run.result };
  return `${canonicalJson(report)}\n`;
}
