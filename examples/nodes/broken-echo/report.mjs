/**
 * Prints what an author is told of the broken echo: first by a test with the harness, then by the conformance suite.
 *
 *     node examples/nodes/broken-echo/report.mjs            # the test
 *     node examples/nodes/broken-echo/report.mjs --suite    # the suite
 */
import * as kit from "@rspp/contracts/v1/authoring";
import * as conformance from "@rspp/contracts/v1/conformance";

import { brokenEcho } from "./broken-echo.mjs";

// Not every build has the suite for nodes.
const { runNodeConformance } = { ...conformance, ...kit };

console.log(process.argv.includes("--suite") ? await suiteReport() : await testReport());

/** A test as anybody would write it: the user says something, and changes their mind. */
async function testReport() {
  const harness = await kit.createNodeHarness(brokenEcho);
  await harness.openTurn();
  await harness.feed("text.final", "delete my account");
  await harness.advanceBy(100);
  await harness.cancel({ reason: "the user said stop" });
  await harness.advanceBy(1000);
  await harness.openTurn();
  await harness.feed("text.final", { text: "hello" });
  try {
    await harness.close();
  } catch (error) {
    // A test runner prints the same.
    return error.message;
  }
  return "The broken echo broke no rule: this is not what this example is about";
}

/** Everything that the suite finds, each with the shortest script that shows it. */
async function suiteReport() {
  if (runNodeConformance === undefined) return "This build has no runNodeConformance yet";
  return conformance.conformanceText(await runNodeConformance(brokenEcho, { seed: 1 }));
}
