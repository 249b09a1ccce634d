// Generated from the contracts by `npm run generate`. Do not edit.
import { valueAt } from "../../contracts/core/condition.ts";
import type { ReplayRunReport } from "../../contracts/observability/replay-run-report.ts";
import { assertFits, safely } from "../assert-fits.ts";
import type { ValidateOptions } from "../assert-fits.ts";
import type { ObjectShape } from "../shape.ts";
import { replayRunRequestShape, fitsReplayRunRequest } from "./replay-run-request.ts";
import { replayRunResultShape, fitsReplayRunResult } from "./replay-run-result.ts";


type Fields = Record<string, unknown>;

function object0(value: unknown, open: boolean): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  let seen = 0;
  let f_request: unknown;
  let f_result: unknown;
  for (const name in value) {
    const found = (value as Fields)[name];
    switch (name) {
      case "request":
        if (!fitsReplayRunRequest(found, open)) {
          if (found === undefined) break;
          return false;
        }
        f_request = found;
        break;
      case "result":
        if (!fitsReplayRunResult(found, open)) {
          if (found === undefined) break;
          return false;
        }
        f_result = found;
        break;
      case "generated_at_ms":
        if (!Number.isSafeInteger(found) || (found as number) < 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 1;
        break;
      default:
        if (!open) return false;
    }
  }
  if (seen !== 1) return false;
  if (f_request === undefined || f_result === undefined) return false;
  if (!(valueAt(f_request, "mode") === valueAt(f_result, "mode"))) return false;
  return true;
}

/** Fast check: whether the value has the shape of replay_run_report, with unknown fields when `open`. */
export const fitsReplayRunReport = object0;

/** Whether the value is a valid replay_run_report. Never throws. */
export function isReplayRunReport(value: unknown, options?: ValidateOptions): value is ReplayRunReport {
  return safely(fitsReplayRunReport, value, options);
}

/** Throws a ContractError that lists the diagnostics unless the value is a valid replay_run_report. */
export function assertReplayRunReport(value: unknown, options?: ValidateOptions): asserts value is ReplayRunReport {
  assertFits(value, { kind: "replay_run_report", fits: fitsReplayRunReport, shape: replayRunReportShape, options });
}

/** Shape of replay_run_report, for the diagnosing path. */
export const replayRunReportShape: ObjectShape = {"is":"object","fields":{"request":{"shape":replayRunRequestShape,"rule":"CON-02","need":true},"result":{"shape":replayRunResultShape,"rule":"CON-02","need":true},"generated_at_ms":{"shape":{"is":"integer","min":0},"rule":"CON-02","need":true}},"unknown":"CON-03","checks":[{"rule":"RPL-02","must":{"same":["request.mode","result.mode"]},"at":"result.mode","expected":"the mode of the request"}]};
