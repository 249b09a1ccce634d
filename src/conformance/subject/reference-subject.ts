/** The reference runtime as a subject: it passes every pack, and broken on purpose it fails them. */
import type { StimulusOutcome } from "../../contracts/conformance/subject-message.ts";
import type { ReferenceParts } from "../../reference/reference-parts.ts";
import { createReferenceRuntime, type ReferenceRuntime } from "../../reference/reference-runtime.ts";
import { cachedPlanHash } from "../judge/cached-plan-hash.ts";
import { KIT_VERSION } from "../kit-version.ts";
import type { Subject } from "./subject.ts";

/** How a runtime differs from the reference runtime. */
export interface ReferenceChanges {
  readonly name?: string;
  readonly parts?: Partial<ReferenceParts>;
  /** Stands between the kit and the runtime. */
  readonly wrap?: (runtime: ReferenceRuntime) => Pick<ReferenceRuntime, "capabilities" | "reset" | "apply">;
}

/** The reference runtime, or one that differs from it. */
export function referenceSubject({
  name = "reference",
  parts = {},
  wrap = (it) => it,
}: ReferenceChanges = {}): Subject {
  const runtime = wrap(createReferenceRuntime({ parts: { hashPlan: cachedPlanHash, ...parts } }));
  return {
    label: name,
    async describe() {
      return { name, version: KIT_VERSION, language: "typescript", capabilities: runtime.capabilities };
    },
    async run({ seed, instants }) {
      const outcomes: StimulusOutcome[] = [];
      try {
        runtime.reset({ seed, runtime_timestamp_ms: 0, wall_clock_timestamp_ms: 1_770_000_000_000 });
        for (const stimuli of instants) outcomes.push(runtime.apply(stimuli));
      } catch (error) {
        const message = `The runtime threw: ${error instanceof Error ? error.message : String(error)}`;
        return { outcomes, fault: { code: "subject_threw", message, instant: outcomes.length } };
      }
      return { outcomes };
    },
    async close() {},
  };
}
