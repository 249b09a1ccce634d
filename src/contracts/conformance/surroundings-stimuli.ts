/** Stimuli of what is around the runtime: ingress, transport, recorder, judges, replays and operators. */
import type { z } from "zod";

import { anyField, booleanField, textField } from "../core/fields.ts";
import { REPLAY_MODES } from "../spec/replay-mode.ts";
import type { Immutable } from "./immutable.ts";
import {
  anyObjectField,
  choiceField,
  inSession,
  planField,
  spanField,
  stimulusObject,
} from "./stimulus-fields.ts";

/** Schema of `ingress`. */
export const IngressSchema = stimulusObject(
  { kind: "ingress", about: "Something arrives at ingress, valid or not. Capability ingress" },
  { ...inSession, event: anyObjectField("What arrives, any JSON object") },
);

/** Something arrives at ingress, valid or not. Capability `ingress`. */
export type Ingress = Immutable<z.infer<typeof IngressSchema>>;

const CONNECTION_STATES = ["connected", "reconnecting", "disconnected", "ended", "silence", "stall"] as const;

/** Schema of `connection`. */
export const ConnectionSchema = stimulusObject(
  { kind: "connection", about: "The transport changes its state. Capability connection" },
  {
    ...inSession,
    state: choiceField(CONNECTION_STATES, "The new state, as the signal of that name tells it"),
    teardown: booleanField({ rule: "STM-04", about: "Whether the session cannot go on" }).optional(),
  },
);

/** The transport changes its state. Capability `connection`. */
export type Connection = Immutable<z.infer<typeof ConnectionSchema>>;

/** Schema of `recorder`. */
export const RecorderSchema = stimulusObject(
  { kind: "recorder", about: "The recorder is in a state. Capability recording" },
  { ...inSession, state: choiceField(["ok", "pressure", "unavailable"], "State of the recorder") },
);

/** The recorder is in a state. Capability `recording`. */
export type Recorder = Immutable<z.infer<typeof RecorderSchema>>;

/** Schema of `judge`. */
export const JudgeSchema = stimulusObject(
  { kind: "judge", about: "Asks for a verdict on an artifact. Capability validation" },
  {
    contract: textField({ rule: "STM-04", about: "Contract kind that the artifact is judged as" }),
    artifact: anyField({ rule: "STM-04", about: "The artifact, any JSON value" }),
  },
);

/** Asks for a verdict on an artifact. Capability `validation`. */
export type Judge = Immutable<z.infer<typeof JudgeSchema>>;

/** Schema of `replay`. */
export const ReplaySchema = stimulusObject(
  { kind: "replay", about: "Asks to replay what was recorded since the run began. Capability replay" },
  {
    ...inSession,
    mode: choiceField(REPLAY_MODES, "What the replay recomputes and what it takes from the record"),
    timing_tolerance_ms: spanField("How far recomputed times may differ"),
    candidate_plan: planField("The plan that the candidate runs by instead of the recorded one").optional(),
    delay_ms: spanField("How much later than recorded every recomputed step is").optional(),
  },
);

/** Asks to replay what was recorded since the run began. Capability `replay`. */
export type Replay = Immutable<z.infer<typeof ReplaySchema>>;

/** Schema of `operate`. */
export const OperateSchema = stimulusObject(
  { kind: "operate", about: "An operator runs a command. Capability operator" },
  {
    command: choiceField(["status", "drain", "bootstrap"], "The command"),
    configuration: anyObjectField("Members of the command, any JSON object"),
  },
);

/** An operator runs a command. Capability `operator`. */
export type Operate = Immutable<z.infer<typeof OperateSchema>>;
