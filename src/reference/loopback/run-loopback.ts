/** A loopback session: fake user, transport and providers talk to the reference runtime in virtual time. */
import type { BaselineArtifact } from "../../contracts/observability/baseline-artifact.ts";
import { createDrivenRun, type ReferenceRun, WALL_CLOCK_START } from "../driven-run.ts";
import { INCIDENTS, type Incident, type LoopbackOptions, readLoopbackOptions } from "./loopback-options.ts";
import { createLoopbackWorld, type LoopbackWorld } from "./loopback-world.ts";
import { playTurn } from "./play-turn.ts";
import { REST_MS } from "./strike.ts";
import type { Fate } from "./turn-scene.ts";

/** What came of a loopback session. */
export interface LoopbackRun extends ReferenceRun {
  /** The OR-02 evidence as one artifact, ready for the gates. */
  readonly baseline: BaselineArtifact;
  /** How often each incident was drawn; one that comes too late for its turn does not strike. */
  readonly incidents: { readonly [K in Incident]: number };
}

/** Longest that one turn may take, in ms; a longer one is a defect of the loopback. */
const LONGEST_TURN_MS = 120_000;

/**
 * Runs one session of many turns. Equal options give equal bytes. Throws a TypeError or RangeError for options
 * that cannot be used.
 *
 * @example
 * const { events, plans, evidence } = runLoopback({ seed: 7, turns: 20 });
 * @since 0.1.0
 */
export function runLoopback(options: LoopbackOptions = {}): LoopbackRun {
  const settings = readLoopbackOptions(options);
  const { wallClockStart = WALL_CLOCK_START, parts = {} } = options;
  const run = createDrivenRun({ seed: settings.seed, wallClockStart, parts });
  const world = createLoopbackWorld(run, settings);
  const drawn: Incident[] = [];
  let isOver = false;

  const next = (number: number) => {
    if (number > settings.turns) {
      world.send({ kind: "connection", state: "disconnected" });
      world.send({ kind: "connection", state: "ended" });
      isOver = true;
      return;
    }
    const turn_id = `${world.session_id}-t${String(number).padStart(String(settings.turns).length, "0")}`;
    const fate = drawFate(world);
    if (fate.incident !== undefined) drawn.push(fate.incident);
    const onOver = () => world.after(REST_MS + world.random.between(100, 2400), () => next(number + 1));
    playTurn(world, { turn_id, fate }, { onOver });
  };

  world.send({ kind: "connection", state: "connected" });
  world.after(world.random.between(300, 1500), () => next(1));
  for (let turn = 0; turn <= settings.turns && !isOver; turn += 1) {
    for (let passed = 0; passed < LONGEST_TURN_MS && !isOver; passed += 1000) world.pass(1000);
  }
  if (!isOver)
    throw new Error(`Cannot end the loopback run of seed ${settings.seed}: expected every turn to close`);
  const generated_at_utc = `${new Date(wallClockStart + world.now).toISOString().slice(0, 19)}Z`;
  const { result } = run;
  const counts = INCIDENTS.map((name) => [name, drawn.filter((one) => one === name).length] as const);
  return {
    ...result,
    baseline: { schema_version: "v1", generated_at_utc, entries: [...result.evidence] },
    incidents: Object.fromEntries(counts) as LoopbackRun["incidents"],
  };
}

/** At most one incident a turn, by the rates. */
function drawFate({ random, settings }: LoopbackWorld): Fate {
  const { rates, early } = settings;
  let roll = random.next();
  const isEarly = random.chance(early);
  for (const incident of INCIDENTS) {
    if (roll < rates[incident]) return { incident, isEarly };
    roll -= rates[incident];
  }
  return { incident: undefined, isEarly };
}
