/** What stimuli are made of: their rules and the fields that several of them have. */
import type { z } from "zod";

import { wireObject } from "../core/define-contract.ts";
import {
  enumField,
  integerField,
  literalField,
  nestedField,
  objectField,
  textField,
} from "../core/fields.ts";
import type { Check } from "../core/rule.ts";
import { defineRules } from "../core/rule.ts";
import { EVENT_RECORD_LANES } from "../events/lane.ts";
import { ResolvedTurnPlanSchema } from "../turn/resolved-turn-plan.ts";

/** The rules of stimuli, `STM-01` to `STM-07`. */
export const STIMULUS_REQUIREMENTS = defineRules("docs/subject-protocol.md", {
  "STM-01": ["MUST", "kind is the name of a stimulus"],
  "STM-02": ["MUST", "The stimulus names what it is about, by non-empty ids"],
  "STM-03": ["MUST", "Counts, epochs and times are safe integers in their range"],
  "STM-04": ["MUST", "Every other field is there where it is required and has its type or is on its list"],
  "STM-05": ["MUST", "Plans are resolved turn plans"],
  "STM-06": ["MUST", "A cancel names the turn, and the node or invocation, that it reaches"],
  "STM-07": ["MUST", "A lease that is rotated or issued names its new epoch"],
});

/** What a stimulus is called, what it is, and what its fields have to do with each other. */
export interface StimulusHead<K extends string> {
  readonly kind: K;
  readonly about: string;
  readonly checks?: readonly Check[];
}

/** The schema of one stimulus, closed. */
export function stimulusObject<const K extends string, const S extends z.ZodRawShape>(
  { kind, about, checks = [] }: StimulusHead<K>,
  fields: S,
) {
  const kindField = literalField(kind, { rule: "STM-01", about: "What happens" });
  const schema = wireObject({ kind: kindField, ...fields }, { checks });
  return schema.meta({ ...schema.meta(), description: about });
}

const id = (about: string) => textField({ rule: "STM-02", about });

/** Session that a stimulus is about. */
export const inSession = { session_id: id("Session that it happens in") };

/** Session and turn that a stimulus is about. */
export const inTurn = { ...inSession, turn_id: id("Turn that it is about") };

/** Ids of what a stimulus is about besides session and turn. */
export const named = {
  node_id: id("Node that it is about"),
  provider_invocation_id: id("The provider's id of the invocation that it is about"),
  edge_id: id("Edge that it is about"),
  sync_id: id("Group of items that belong together"),
};

/** An authority epoch. */
export const epochField = (about: string) => integerField({ rule: "STM-03", about, unit: "epoch" });

/** A span of time on the kit's clock. */
export const spanField = (about: string) =>
  integerField({ rule: "STM-03", about, unit: "ms", clock: "monotonic" });

/** A resolved turn plan. */
export const planField = (about: string) => nestedField(ResolvedTurnPlanSchema, { rule: "STM-05", about });

/** One of a closed list. */
export const choiceField = <const V extends readonly [string, ...string[]]>(values: V, about: string) =>
  enumField(values, { rule: "STM-04", about });

/** Any JSON object. */
export const anyObjectField = (about: string) => objectField({ rule: "STM-04", about });

/** Lane of the items of an edge. */
export const itemLaneField = choiceField(EVENT_RECORD_LANES, "Lane of the items");
