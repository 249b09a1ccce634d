/** NODE-BND-06: a node gives the same outside as inside; the marks of the boundary and ids of the node aside. */

import { runScript } from "../run/node-run.ts";
import { outputDifference } from "./compare-outputs.ts";
import { type Comparison, comparedFor, NOT_COMPARED } from "./comparisons.ts";

/** Runs the script outside and inside. */
export const compareInside: Comparison = async (script, { bench, inside }) => {
  if (inside === undefined) return NOT_COMPARED;
  const within = await runScript(inside, script);
  const outside = await runScript(bench, script);
  const fault = within.fault ?? outside.fault;
  if (fault !== undefined) return { ...NOT_COMPARED, fault };
  const finding = outputDifference(within, outside, {
    rule: "NODE-BND-06",
    message: "The node gave something else outside than inside",
    likely_cause: "Clocks, chance, state or order differ behind the boundary",
  });
  return comparedFor("NODE-BND-06", finding);
};
