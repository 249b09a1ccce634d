/** Arbitrary control signals. */
import type { Arbitrary } from "fast-check";

import type { ControlSignalOf } from "../../contracts/signals/control-signal.ts";
import type { SignalName } from "../../contracts/signals/signal-table.ts";
import { controlSignalShape, fitsControlSignal } from "../../validators/generated/control-signal.ts";
import type { ArtifactConstraints } from "../from-shape/artifact-arbitrary.ts";
import { artifactArbitrary } from "../from-shape/artifact-arbitrary.ts";

/** Which control signals to generate. */
export interface ControlSignalConstraints<S extends SignalName = SignalName>
  extends ArtifactConstraints<ControlSignalOf<S>> {
  /** Names of the signals; all 43 unless told. */
  readonly signals?: readonly S[];
}

/** Valid control signals; every signal is as likely as any other. */
export function controlSignalArbitrary<const S extends SignalName = SignalName>(
  constraints?: ControlSignalConstraints<S>,
): Arbitrary<ControlSignalOf<S>> {
  const entry = { kind: "control_signal", fits: fitsControlSignal, shape: controlSignalShape };
  return artifactArbitrary<ControlSignalOf<S>>(entry, constraints, { deciders: constraints?.signals });
}
