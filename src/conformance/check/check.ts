/**
 * A check: one thing that a conforming runtime does, and how to find out. A check is data (scenarios) where
 * it can be, schedules where inputs are random and judged by a model, rounds where several runs are compared.
 *
 * Whatever a check looks for, every run is also judged by what holds of all runs (see `judge/`): artifacts
 * are valid, the clock is the kit's, no invariant is broken, the same seed gives the same answers.
 */
import type { Arbitrary } from "fast-check";

import type { SubjectCapability } from "../../contracts/conformance/capability.ts";
import type { Scenario } from "../../contracts/conformance/scenario.ts";
import type { SubjectDescription } from "../subject/subject.ts";
import type { Judgement } from "./finding.ts";
import type { Instants, Run } from "./run.ts";

/** How much is run. */
export type ConformanceProfileName = "quick" | "full";

/** What part of a runtime a check is about, as conformance profiles name it. */
export type CheckCategory = "transport_adapter" | "provider_adapter" | "external_node_boundary";

/** What every check says of itself. */
export interface CheckHead {
  /** Public, stable id such as `CF-003`; never used again for something else. */
  readonly id: string;
  /** MUST fails the run, SHOULD warns. */
  readonly level: "MUST" | "SHOULD";
  readonly title: string;
  /** Ids of the requirements that it serves; the first is the primary one. */
  readonly requirements: readonly [string, ...string[]];
  /** What is required, in one sentence. */
  readonly text: string;
  /** Where that is written down. */
  readonly source: string;
  /** Capabilities without which the check does not apply. */
  readonly needs: readonly SubjectCapability[];
  readonly profiles: readonly ConformanceProfileName[];
  readonly categories?: readonly CheckCategory[];
}

/** What a schedule or round is told about the subject. */
export interface CheckContext {
  readonly subject: SubjectDescription;
  readonly profile: ConformanceProfileName;
}

/** A check whose scripts and expectations are data. All of its scenarios have to pass. */
export interface ScenarioCheck extends CheckHead {
  /** A scenario whose own `needs` are not met is left out; if all are, the check does not apply. */
  readonly scenarios: readonly Scenario[];
}

/** Random scripts, judged by a model. */
export interface Schedule {
  /**
   * The scripts, from `open_session` on; they shrink. Only stimuli that the subject's capabilities cover.
   * `standardPlan` and `openSession` of `scenario/` make the beginning.
   */
  instants(context: CheckContext): Arbitrary<Instants>;
  /** What the model says of the run; called after what holds of all runs held. */
  judge?(run: Run, context: CheckContext): Judgement;
  /** Scripts of a profile; 25 and 250 unless told. */
  readonly runs?: Readonly<Record<ConformanceProfileName, number>>;
}

/** A check that runs random scripts. */
export interface ScheduleCheck extends CheckHead {
  readonly schedule: Schedule;
}

/** A run together with what holds of all runs: `judgement` is what was found wrong with it, if anything. */
export interface DrivenRun {
  readonly run: Run;
  readonly judgement: Judgement;
}

/** Drives the subject through scripts; each begins from a fresh start. */
export interface Driver extends CheckContext {
  readonly seed: number;
  run(instants: Instants): Promise<DrivenRun>;
}

/** A check that compares several runs. It has to be a function of what the driver gives. */
export interface RoundCheck extends CheckHead {
  rounds(driver: Driver): Promise<Judgement>;
}

/** One thing that a conforming runtime does, and how to find out. */
export type Check = ScenarioCheck | ScheduleCheck | RoundCheck;

/** A named list of checks. */
export interface Pack {
  readonly name: string;
  readonly title: string;
  readonly checks: readonly Check[];
}

/** The check as it is, with its type. */
export const defineCheck = <C extends Check>(check: C): C => check;

/** The pack as it is, with its type. */
export const definePack = (pack: Pack): Pack => pack;
