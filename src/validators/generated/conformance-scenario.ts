// Generated from the contracts by `npm run generate`. Do not edit.
import { isUnique } from "../../contracts/core/condition.ts";
import type { ConformanceScenario } from "../../contracts/conformance/conformance-scenario.ts";
import { assertFits, safely } from "../assert-fits.ts";
import type { ValidateOptions } from "../assert-fits.ts";
import type { ObjectShape } from "../shape.ts";

const PATTERN_0 = /* @__PURE__ */ new RegExp("^[^/\\s]+\\/[^/\\s]+$");
const PATTERN_1 = /* @__PURE__ */ new RegExp("^\\$[a-z]\\w*$");
const PATTERN_2 = /* @__PURE__ */ new RegExp("^(?:[a-z][a-z0-9]*(?:_[a-z0-9]+)*|[A-Z][A-Z0-9]*(?:-[A-Z0-9]+)+)$");
const PATTERN_3 = /* @__PURE__ */ new RegExp("^[A-Z]+(?:_[A-Z]+)*$");

type Fields = Record<string, unknown>;

function choice2(value: unknown): boolean {
  if (typeof value !== "string") return false;
  switch (value.length) {
    case 4:
      return value === "sync";
    case 5:
      return value === "turns" || value === "plans" || value === "edges" || value === "merge";
    case 6:
      return value === "cancel" || value === "replay";
    case 7:
      return value === "ingress" || value === "budgets";
    case 8:
      return value === "evidence" || value === "playback" || value === "operator";
    case 9:
      return value === "authority" || value === "admission" || value === "providers" || value === "migration" || value === "recording";
    case 10:
      return value === "connection" || value === "validation";
    default:
      return false;
  }
}

function list1(value: unknown, _open: boolean): boolean {
  if (!Array.isArray(value)) return false;
  for (let index = 0; index < value.length; index += 1) {
    const item: unknown = value[index];
    if (!choice2(item)) return false;
  }
  return true;
}

function object4(value: unknown, open: boolean): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  let f_min: unknown;
  let f_max: unknown;
  for (const name in value) {
    const found = (value as Fields)[name];
    switch (name) {
      case "min":
        if (!Number.isSafeInteger(found) || (found as number) < 0) {
          if (found === undefined) break;
          return false;
        }
        f_min = found;
        break;
      case "max":
        if (!Number.isSafeInteger(found) || (found as number) < 0) {
          if (found === undefined) break;
          return false;
        }
        f_max = found;
        break;
      default:
        if (!open) return false;
    }
  }
  if (f_min === undefined || f_max === undefined) return false;
  if (!((f_min as number) <= (f_max as number))) return false;
  return true;
}

function map3(value: unknown, open: boolean): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  for (const name in value) {
    const item = (value as Fields)[name];
    if (name === "" || !object4(item, open)) return false;
  }
  return true;
}

function map5(value: unknown, _open: boolean): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  return true;
}

function list8(value: unknown, open: boolean): boolean {
  if (!Array.isArray(value)) return false;
  for (let index = 0; index < value.length; index += 1) {
    const item: unknown = value[index];
    if (!map5(item, open)) return false;
  }
  return true;
}

function list12(value: unknown, _open: boolean): boolean {
  if (!Array.isArray(value)) return false;
  for (let index = 0; index < value.length; index += 1) {
    const item: unknown = value[index];
    if (typeof item !== "string" || item.length === 0) return false;
  }
  return true;
}

function object11(value: unknown, open: boolean): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  let seen = 0;
  for (const name in value) {
    const found = (value as Fields)[name];
    switch (name) {
      case "turn_id":
        if (typeof found !== "string" || found.length === 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 1;
        break;
      case "signals":
        if (!list12(found, open)) {
          if (found === undefined) break;
          return false;
        }
        seen |= 2;
        break;
      default:
        if (!open) return false;
    }
  }
  if (seen !== 3) return false;
  return true;
}

function object13(value: unknown, open: boolean): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  let seen = 0;
  for (const name in value) {
    const found = (value as Fields)[name];
    switch (name) {
      case "of":
        if (!map5(found, open)) {
          if (found === undefined) break;
          return false;
        }
        seen |= 1;
        break;
      case "at_least":
      case "at_most":
        if (((!Number.isSafeInteger(found) || (found as number) < 0) && (found !== "$items" && (typeof found !== "string" || !PATTERN_1.test(found))))) {
          if (found === undefined) break;
          return false;
        }
        break;
      default:
        if (!open) return false;
    }
  }
  if (seen !== 1) return false;
  return true;
}

function object14(value: unknown, open: boolean): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  let seen = 0;
  for (const name in value) {
    const found = (value as Fields)[name];
    switch (name) {
      case "accepted":
        if (typeof found !== "boolean") {
          if (found === undefined) break;
          return false;
        }
        seen |= 1;
        break;
      default:
        if (!open) return false;
    }
  }
  if (seen !== 1) return false;
  return true;
}

function list15(value: unknown, _open: boolean): boolean {
  if (!Array.isArray(value)) return false;
  for (let index = 0; index < value.length; index += 1) {
    const item: unknown = value[index];
    if (item !== "PLAN_DIVERGENCE" && (typeof item !== "string" || !PATTERN_3.test(item))) return false;
  }
  return true;
}

function object17(value: unknown, open: boolean): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  for (const name in value) {
    const found = (value as Fields)[name];
    switch (name) {
      case "requirement":
      case "likely_cause":
        if (typeof found !== "string" || found.length === 0) {
          if (found === undefined) break;
          return false;
        }
        break;
      case "emits":
      case "never":
        if (!list8(found, open)) {
          if (found === undefined) break;
          return false;
        }
        break;
      case "lifecycle":
        if (!object11(found, open)) {
          if (found === undefined) break;
          return false;
        }
        break;
      case "count":
        if (!object13(found, open)) {
          if (found === undefined) break;
          return false;
        }
        break;
      case "verdict":
        if (!object14(found, open)) {
          if (found === undefined) break;
          return false;
        }
        break;
      case "evidence":
      case "plan":
      case "report":
        if (!map5(found, open)) {
          if (found === undefined) break;
          return false;
        }
        break;
      case "divergences":
        if (!list15(found, open)) {
          if (found === undefined) break;
          return false;
        }
        break;
      default:
        if (!open) return false;
    }
  }
  return true;
}

function list16(value: unknown, open: boolean): boolean {
  if (!Array.isArray(value) || value.length < 1) return false;
  for (let index = 0; index < value.length; index += 1) {
    const item: unknown = value[index];
    if (!object17(item, open)) return false;
  }
  return true;
}

function object10(value: unknown, open: boolean): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  let seen = 0;
  for (const name in value) {
    const found = (value as Fields)[name];
    switch (name) {
      case "code":
        if (found !== "late_output_delivered" && (typeof found !== "string" || !PATTERN_2.test(found))) {
          if (found === undefined) break;
          return false;
        }
        seen |= 1;
        break;
      case "requirement":
      case "likely_cause":
        if (typeof found !== "string" || found.length === 0) {
          if (found === undefined) break;
          return false;
        }
        break;
      case "emits":
      case "never":
        if (!list8(found, open)) {
          if (found === undefined) break;
          return false;
        }
        break;
      case "lifecycle":
        if (!object11(found, open)) {
          if (found === undefined) break;
          return false;
        }
        break;
      case "count":
        if (!object13(found, open)) {
          if (found === undefined) break;
          return false;
        }
        break;
      case "verdict":
        if (!object14(found, open)) {
          if (found === undefined) break;
          return false;
        }
        break;
      case "evidence":
      case "plan":
      case "report":
        if (!map5(found, open)) {
          if (found === undefined) break;
          return false;
        }
        break;
      case "divergences":
        if (!list15(found, open)) {
          if (found === undefined) break;
          return false;
        }
        break;
      case "any_of":
        if (!list16(found, open)) {
          if (found === undefined) break;
          return false;
        }
        break;
      default:
        if (!open) return false;
    }
  }
  if (seen !== 1) return false;
  return true;
}

function list9(value: unknown, open: boolean): boolean {
  if (!Array.isArray(value)) return false;
  for (let index = 0; index < value.length; index += 1) {
    const item: unknown = value[index];
    if (!object10(item, open)) return false;
  }
  return true;
}

function object7(value: unknown, open: boolean): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  let seen = 0;
  for (const name in value) {
    const found = (value as Fields)[name];
    switch (name) {
      case "after_ms":
      case "times":
        if (((!Number.isSafeInteger(found) || (found as number) < 0) && (found !== "$items" && (typeof found !== "string" || !PATTERN_1.test(found))))) {
          if (found === undefined) break;
          return false;
        }
        break;
      case "apply":
        if (!list8(found, open)) {
          if (found === undefined) break;
          return false;
        }
        seen |= 1;
        break;
      case "expect":
        if (!list9(found, open)) {
          if (found === undefined) break;
          return false;
        }
        break;
      default:
        if (!open) return false;
    }
  }
  if (seen !== 1) return false;
  return true;
}

function list6(value: unknown, open: boolean): boolean {
  if (!Array.isArray(value) || value.length < 1) return false;
  for (let index = 0; index < value.length; index += 1) {
    const item: unknown = value[index];
    if (!object7(item, open)) return false;
  }
  return true;
}

function object0(value: unknown, open: boolean): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  let seen = 0;
  let f_needs: unknown;
  for (const name in value) {
    const found = (value as Fields)[name];
    switch (name) {
      case "schema_version":
        if (found !== "rspp.conformance.scenario.v1") {
          if (found === undefined) break;
          return false;
        }
        seen |= 1;
        break;
      case "scenario_id":
        if (found !== "CF-003/late-output" && (typeof found !== "string" || !PATTERN_0.test(found))) {
          if (found === undefined) break;
          return false;
        }
        seen |= 2;
        break;
      case "check_id":
        if (typeof found !== "string" || found.length === 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 4;
        break;
      case "title":
        if (typeof found !== "string" || found.length === 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 8;
        break;
      case "needs":
        if (!list1(found, open)) {
          if (found === undefined) break;
          return false;
        }
        f_needs = found;
        break;
      case "vary":
        if (!map3(found, open)) {
          if (found === undefined) break;
          return false;
        }
        break;
      case "plan":
        if (!map5(found, open)) {
          if (found === undefined) break;
          return false;
        }
        break;
      case "steps":
        if (!list6(found, open)) {
          if (found === undefined) break;
          return false;
        }
        seen |= 16;
        break;
      case "finally":
        if (!list9(found, open)) {
          if (found === undefined) break;
          return false;
        }
        break;
      case "evaluates":
        if (!list12(found, open)) {
          if (found === undefined) break;
          return false;
        }
        break;
      default:
        if (!open) return false;
    }
  }
  if (seen !== 31) return false;
  if (f_needs === undefined) return false;
  if (!(isUnique(f_needs))) return false;
  return true;
}

/** Fast check: whether the value has the shape of conformance_scenario, with unknown fields when `open`. */
export const fitsConformanceScenario = object0;

/** Whether the value is a valid conformance_scenario. Never throws. */
export function isConformanceScenario(value: unknown, options?: ValidateOptions): value is ConformanceScenario {
  return safely(fitsConformanceScenario, value, options);
}

/** Throws a ContractError that lists the diagnostics unless the value is a valid conformance_scenario. */
export function assertConformanceScenario(value: unknown, options?: ValidateOptions): asserts value is ConformanceScenario {
  assertFits(value, { kind: "conformance_scenario", fits: fitsConformanceScenario, shape: conformanceScenarioShape, options });
}

/** Shape of conformance_scenario, for the diagnosing path. */
export const conformanceScenarioShape: ObjectShape = {"is":"object","fields":{"schema_version":{"shape":{"is":"text","of":["rspp.conformance.scenario.v1"]},"rule":"SCN-01","need":true},"scenario_id":{"shape":{"is":"text","like":"^[^/\\s]+\\/[^/\\s]+$","usual":"CF-003/late-output"},"rule":"SCN-07","need":true},"check_id":{"shape":{"is":"text"},"rule":"SCN-02","need":true},"title":{"shape":{"is":"text"},"rule":"SCN-02","need":true},"needs":{"shape":{"is":"list","item":{"is":"text","of":["turns","plans","evidence","cancel","authority","admission","ingress","budgets","providers","playback","edges","merge","sync","connection","migration","recording","validation","replay","operator"]}},"rule":"SCN-05","need":true},"vary":{"shape":{"is":"map","value":{"is":"object","fields":{"min":{"shape":{"is":"integer","min":0},"rule":"SCN-06","need":true},"max":{"shape":{"is":"integer","min":0},"rule":"SCN-06","need":true}},"unknown":"CON-03","checks":[{"rule":"SCN-06","must":{"ordered":["min","max"]},"at":"max","expected":"a max at or above min"}]}},"rule":"SCN-02"},"plan":{"shape":{"is":"map"},"rule":"SCN-02"},"steps":{"shape":{"is":"list","item":{"is":"object","fields":{"after_ms":{"shape":{"is":"either","of":[{"is":"integer","min":0},{"is":"text","like":"^\\$[a-z]\\w*$","usual":"$items"}]},"rule":"SCN-03"},"apply":{"shape":{"is":"list","item":{"is":"map"}},"rule":"SCN-02","need":true},"times":{"shape":{"is":"either","of":[{"is":"integer","min":0},{"is":"text","like":"^\\$[a-z]\\w*$","usual":"$items"}]},"rule":"SCN-03"},"expect":{"shape":{"is":"list","item":{"is":"object","fields":{"code":{"shape":{"is":"text","like":"^(?:[a-z][a-z0-9]*(?:_[a-z0-9]+)*|[A-Z][A-Z0-9]*(?:-[A-Z0-9]+)+)$","usual":"late_output_delivered"},"rule":"SCN-04","need":true},"requirement":{"shape":{"is":"text"},"rule":"SCN-02"},"likely_cause":{"shape":{"is":"text"},"rule":"SCN-02"},"emits":{"shape":{"is":"list","item":{"is":"map"}},"rule":"SCN-02"},"never":{"shape":{"is":"list","item":{"is":"map"}},"rule":"SCN-02"},"lifecycle":{"shape":{"is":"object","fields":{"turn_id":{"shape":{"is":"text"},"rule":"SCN-02","need":true},"signals":{"shape":{"is":"list","item":{"is":"text"}},"rule":"SCN-02","need":true}},"unknown":"CON-03"},"rule":"SCN-02"},"count":{"shape":{"is":"object","fields":{"of":{"shape":{"is":"map"},"rule":"SCN-02","need":true},"at_least":{"shape":{"is":"either","of":[{"is":"integer","min":0},{"is":"text","like":"^\\$[a-z]\\w*$","usual":"$items"}]},"rule":"SCN-03"},"at_most":{"shape":{"is":"either","of":[{"is":"integer","min":0},{"is":"text","like":"^\\$[a-z]\\w*$","usual":"$items"}]},"rule":"SCN-03"}},"unknown":"CON-03"},"rule":"SCN-02"},"verdict":{"shape":{"is":"object","fields":{"accepted":{"shape":{"is":"boolean"},"rule":"SCN-02","need":true}},"unknown":"CON-03"},"rule":"SCN-02"},"evidence":{"shape":{"is":"map"},"rule":"SCN-02"},"plan":{"shape":{"is":"map"},"rule":"SCN-02"},"divergences":{"shape":{"is":"list","item":{"is":"text","like":"^[A-Z]+(?:_[A-Z]+)*$","usual":"PLAN_DIVERGENCE"}},"rule":"SCN-02"},"report":{"shape":{"is":"map"},"rule":"SCN-02"},"any_of":{"shape":{"is":"list","item":{"is":"object","fields":{"requirement":{"shape":{"is":"text"},"rule":"SCN-02"},"likely_cause":{"shape":{"is":"text"},"rule":"SCN-02"},"emits":{"shape":{"is":"list","item":{"is":"map"}},"rule":"SCN-02"},"never":{"shape":{"is":"list","item":{"is":"map"}},"rule":"SCN-02"},"lifecycle":{"shape":{"is":"object","fields":{"turn_id":{"shape":{"is":"text"},"rule":"SCN-02","need":true},"signals":{"shape":{"is":"list","item":{"is":"text"}},"rule":"SCN-02","need":true}},"unknown":"CON-03"},"rule":"SCN-02"},"count":{"shape":{"is":"object","fields":{"of":{"shape":{"is":"map"},"rule":"SCN-02","need":true},"at_least":{"shape":{"is":"either","of":[{"is":"integer","min":0},{"is":"text","like":"^\\$[a-z]\\w*$","usual":"$items"}]},"rule":"SCN-03"},"at_most":{"shape":{"is":"either","of":[{"is":"integer","min":0},{"is":"text","like":"^\\$[a-z]\\w*$","usual":"$items"}]},"rule":"SCN-03"}},"unknown":"CON-03"},"rule":"SCN-02"},"verdict":{"shape":{"is":"object","fields":{"accepted":{"shape":{"is":"boolean"},"rule":"SCN-02","need":true}},"unknown":"CON-03"},"rule":"SCN-02"},"evidence":{"shape":{"is":"map"},"rule":"SCN-02"},"plan":{"shape":{"is":"map"},"rule":"SCN-02"},"divergences":{"shape":{"is":"list","item":{"is":"text","like":"^[A-Z]+(?:_[A-Z]+)*$","usual":"PLAN_DIVERGENCE"}},"rule":"SCN-02"},"report":{"shape":{"is":"map"},"rule":"SCN-02"}},"unknown":"CON-03"},"min":1},"rule":"SCN-02"}},"unknown":"CON-03"}},"rule":"SCN-02"}},"unknown":"CON-03"},"min":1},"rule":"SCN-02","need":true},"finally":{"shape":{"is":"list","item":{"is":"object","fields":{"code":{"shape":{"is":"text","like":"^(?:[a-z][a-z0-9]*(?:_[a-z0-9]+)*|[A-Z][A-Z0-9]*(?:-[A-Z0-9]+)+)$","usual":"late_output_delivered"},"rule":"SCN-04","need":true},"requirement":{"shape":{"is":"text"},"rule":"SCN-02"},"likely_cause":{"shape":{"is":"text"},"rule":"SCN-02"},"emits":{"shape":{"is":"list","item":{"is":"map"}},"rule":"SCN-02"},"never":{"shape":{"is":"list","item":{"is":"map"}},"rule":"SCN-02"},"lifecycle":{"shape":{"is":"object","fields":{"turn_id":{"shape":{"is":"text"},"rule":"SCN-02","need":true},"signals":{"shape":{"is":"list","item":{"is":"text"}},"rule":"SCN-02","need":true}},"unknown":"CON-03"},"rule":"SCN-02"},"count":{"shape":{"is":"object","fields":{"of":{"shape":{"is":"map"},"rule":"SCN-02","need":true},"at_least":{"shape":{"is":"either","of":[{"is":"integer","min":0},{"is":"text","like":"^\\$[a-z]\\w*$","usual":"$items"}]},"rule":"SCN-03"},"at_most":{"shape":{"is":"either","of":[{"is":"integer","min":0},{"is":"text","like":"^\\$[a-z]\\w*$","usual":"$items"}]},"rule":"SCN-03"}},"unknown":"CON-03"},"rule":"SCN-02"},"verdict":{"shape":{"is":"object","fields":{"accepted":{"shape":{"is":"boolean"},"rule":"SCN-02","need":true}},"unknown":"CON-03"},"rule":"SCN-02"},"evidence":{"shape":{"is":"map"},"rule":"SCN-02"},"plan":{"shape":{"is":"map"},"rule":"SCN-02"},"divergences":{"shape":{"is":"list","item":{"is":"text","like":"^[A-Z]+(?:_[A-Z]+)*$","usual":"PLAN_DIVERGENCE"}},"rule":"SCN-02"},"report":{"shape":{"is":"map"},"rule":"SCN-02"},"any_of":{"shape":{"is":"list","item":{"is":"object","fields":{"requirement":{"shape":{"is":"text"},"rule":"SCN-02"},"likely_cause":{"shape":{"is":"text"},"rule":"SCN-02"},"emits":{"shape":{"is":"list","item":{"is":"map"}},"rule":"SCN-02"},"never":{"shape":{"is":"list","item":{"is":"map"}},"rule":"SCN-02"},"lifecycle":{"shape":{"is":"object","fields":{"turn_id":{"shape":{"is":"text"},"rule":"SCN-02","need":true},"signals":{"shape":{"is":"list","item":{"is":"text"}},"rule":"SCN-02","need":true}},"unknown":"CON-03"},"rule":"SCN-02"},"count":{"shape":{"is":"object","fields":{"of":{"shape":{"is":"map"},"rule":"SCN-02","need":true},"at_least":{"shape":{"is":"either","of":[{"is":"integer","min":0},{"is":"text","like":"^\\$[a-z]\\w*$","usual":"$items"}]},"rule":"SCN-03"},"at_most":{"shape":{"is":"either","of":[{"is":"integer","min":0},{"is":"text","like":"^\\$[a-z]\\w*$","usual":"$items"}]},"rule":"SCN-03"}},"unknown":"CON-03"},"rule":"SCN-02"},"verdict":{"shape":{"is":"object","fields":{"accepted":{"shape":{"is":"boolean"},"rule":"SCN-02","need":true}},"unknown":"CON-03"},"rule":"SCN-02"},"evidence":{"shape":{"is":"map"},"rule":"SCN-02"},"plan":{"shape":{"is":"map"},"rule":"SCN-02"},"divergences":{"shape":{"is":"list","item":{"is":"text","like":"^[A-Z]+(?:_[A-Z]+)*$","usual":"PLAN_DIVERGENCE"}},"rule":"SCN-02"},"report":{"shape":{"is":"map"},"rule":"SCN-02"}},"unknown":"CON-03"},"min":1},"rule":"SCN-02"}},"unknown":"CON-03"}},"rule":"SCN-02"},"evaluates":{"shape":{"is":"list","item":{"is":"text"}},"rule":"SCN-02"}},"unknown":"CON-03","checks":[{"rule":"SCN-05","must":{"unique":"needs"},"at":"needs","expected":"every capability once"}]};
