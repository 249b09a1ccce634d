/**
 * The same life under other names: other sessions, turns, epochs and versions, among more sessions. What a runtime
 * answers does not depend on the names that the kit happens to choose.
 */
import type { OpenSession, Stimulus } from "../../contracts/conformance/stimulus.ts";

/** What epochs are raised by. */
const RAISED_BY = 4000;

const PIPELINE_VERSION = "pipeline/2026.02-other";
const NOBODY = "room-7/nobody";

const SESSION_NAMES: { readonly [name: string]: string } = {
  "sess-1": "room-7/caller",
  "sess-2": "room-7/callee",
};

/** The script with other names, and with a session more, in which nothing happens. */
export function underOtherNames(script: readonly (readonly Stimulus[])[]): Stimulus[][] {
  const named = script.map((stimuli) => stimuli.map(renamed));
  const [first] = named.flat();
  const isOpening = first?.kind === "open_session";
  return isOpening ? [[{ ...first, session_id: NOBODY }], ...named] : named;
}

function renamed(stimulus: Stimulus): Stimulus {
  const { session_id, turn_id, authority_epoch } = stimulus as {
    readonly [name in "session_id" | "turn_id"]?: string;
  } & { readonly authority_epoch?: number };
  return {
    ...stimulus,
    ...(session_id !== undefined && { session_id: SESSION_NAMES[session_id] ?? session_id }),
    ...(turn_id !== undefined && { turn_id: `019c1b4e-${turn_id}` }),
    ...(authority_epoch !== undefined && { authority_epoch: authority_epoch + RAISED_BY }),
    ...(stimulus.kind === "open_session" && ofOtherVersion(stimulus)),
  } as Stimulus;
}

const ofOtherVersion = ({ plan }: OpenSession): Partial<OpenSession> => ({
  pipeline_version: PIPELINE_VERSION,
  plan: { ...plan, pipeline_version: PIPELINE_VERSION },
});
