/** The registry of gates: each id once, whether it comes from the program or from a plugin. */
import { describeValue } from "../../internal/describe-value.ts";
import { quote } from "../../internal/quote.ts";
import { DEFAULT_GATE_LIMITS, type Gate, type GateLimits, STAGES_OF_PROFILE } from "./gate.ts";
import {
  type GatePlugin,
  type GatePluginPolicy,
  type PluginAdmission,
  type PluginRefusalCode,
  readPluginManifest,
  reasonOf,
  refusePlugin,
} from "./gate-plugin.ts";

/** A gate with what it can do with. */
export interface RegisteredGate {
  readonly gate: Gate;
  readonly limits: GateLimits;
}

/** The gates that can be run. */
export interface GateRegistry {
  /** Adds a gate. Throws TypeError for what is no gate and RangeError for an id that is taken. */
  register(gate: Gate, limits?: Partial<GateLimits>): void;
  /** Adds the gates of a plugin, all of them or none. */
  admit(plugin: GatePlugin): PluginAdmission;
  /** The gates, by stage, then by id. */
  gates(): readonly RegisteredGate[];
}

const STAGE_ORDER = STAGES_OF_PROFILE.publish;

/** A registry without gates. */
export function createGateRegistry(policy: GatePluginPolicy = {}): GateRegistry {
  const registered = new Map<string, RegisteredGate>();
  const plugins = new Set<string>();
  return {
    register(gate, limits = {}) {
      const own = frozenGate(gate);
      if (registered.has(own.id)) throw new RangeError(clash(own.id));
      registered.set(own.id, { gate: own, limits: wholeLimits(limits) });
    },
    admit(plugin) {
      const manifest = readPluginManifest(plugin, policy);
      if ("ok" in manifest) return manifest;
      const { plugin_id, capabilities, resource_limits } = manifest;
      if (plugins.has(plugin_id)) {
        return refusePlugin("plugin_clash", "an id of its own", { received: quote(plugin_id) });
      }
      const staged = new Map<string, RegisteredGate>();
      let refusal: PluginAdmission | undefined;
      let isOpen = true;
      const refuse = (reason: PluginRefusalCode, expected: string, received: string): never => {
        refusal ??= refusePlugin(reason, expected, { received });
        throw new RangeError(`Cannot register a gate: expected ${expected} but received ${received}`);
      };
      try {
        plugin.register({
          register(gate) {
            if (!isOpen) refuse("plugin_threw", "registration while register runs", "one afterwards");
            const own = frozenGate(gate);
            if (!capabilities.includes(`gate:${own.id}`)) {
              refuse("undeclared_gate", `capability "gate:${own.id}" in the manifest`, "none");
            }
            const undeclared = own.needs?.find((name) => !capabilities.includes(`evidence:${name}`));
            if (undeclared !== undefined) {
              refuse("undeclared_evidence", `capability "evidence:${undeclared}" in the manifest`, "none");
            }
            if (registered.has(own.id) || staged.has(own.id)) {
              refuse("gate_clash", "gate ids that are free", quote(own.id));
            }
            staged.set(own.id, { gate: own, limits: resource_limits });
          },
        });
      } catch (error) {
        refusal ??= refusePlugin("plugin_threw", "a plugin that registers", { received: reasonOf(error) });
      }
      isOpen = false;
      // Kept even if the plugin caught what was thrown at it.
      if (refusal !== undefined) return refusal;
      plugins.add(plugin_id);
      for (const [id, gate] of staged) registered.set(id, gate);
      return { ok: true, plugin_id, gates: [...staged.keys()].sort() };
    },
    gates: () => [...registered.values()].sort(byStageAndId),
  };
}

const clash = (id: string) =>
  `Cannot register gate ${quote(id)}: expected an id that is free but received one that is taken`;

function byStageAndId({ gate: left }: RegisteredGate, { gate: right }: RegisteredGate): number {
  const stages = STAGE_ORDER.indexOf(left.stage) - STAGE_ORDER.indexOf(right.stage);
  return stages !== 0 ? stages : left.id < right.id ? -1 : 1;
}

/** The gate as it is now: what its owner changes later does not change a run. */
function frozenGate(gate: Gate): Gate {
  const { id, stage, required, needs = [] } = gate;
  const fields = { id, stage, required, needs };
  const isGate =
    typeof id === "string" &&
    id !== "" &&
    STAGE_ORDER.includes(stage) &&
    typeof required === "boolean" &&
    Array.isArray(needs) &&
    needs.every((name) => typeof name === "string") &&
    typeof gate.evaluate === "function";
  if (isGate) return Object.freeze({ ...fields, needs: [...needs], evaluate: gate.evaluate.bind(gate) });
  throw new TypeError(
    `Cannot register a gate: expected id, stage, required and evaluate but received ${describeValue(gate)}`,
  );
}

function wholeLimits(limits: Partial<GateLimits>): GateLimits {
  const whole = { ...DEFAULT_GATE_LIMITS, ...limits };
  const wrong = Object.entries(whole).find(([, limit]) => !(Number.isSafeInteger(limit) && limit >= 1));
  if (wrong === undefined) return whole;
  throw new RangeError(
    `Cannot register a gate: expected ${wrong[0]} of at least 1 but received ${describeValue(wrong[1])}`,
  );
}
