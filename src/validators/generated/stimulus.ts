// Generated from the contracts by `npm run generate`. Do not edit.
import type { Stimulus } from "../../contracts/conformance/stimulus.ts";
import { assertFits, safely } from "../assert-fits.ts";
import type { ValidateOptions } from "../assert-fits.ts";
import type { VariantsShape } from "../shape.ts";
import { resolvedTurnPlanShape, fitsResolvedTurnPlan } from "./resolved-turn-plan.ts";


type Fields = Record<string, unknown>;

function object1(value: unknown, open: boolean): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  let seen = 0;
  for (const name in value) {
    const found = (value as Fields)[name];
    switch (name) {
      case "kind":
        if (found !== "open_session") {
          if (found === undefined) break;
          return false;
        }
        seen |= 1;
        break;
      case "session_id":
        if (typeof found !== "string" || found.length === 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 2;
        break;
      case "pipeline_version":
        if (typeof found !== "string" || found.length === 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 4;
        break;
      case "authority_epoch":
        if (!Number.isSafeInteger(found) || (found as number) < 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 8;
        break;
      case "plan":
        if (!fitsResolvedTurnPlan(found, open)) {
          if (found === undefined) break;
          return false;
        }
        seen |= 16;
        break;
      default:
        if (!open) return false;
    }
  }
  if (seen !== 31) return false;
  return true;
}

function object2(value: unknown, open: boolean): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  let seen = 0;
  for (const name in value) {
    const found = (value as Fields)[name];
    switch (name) {
      case "kind":
        if (found !== "advance") {
          if (found === undefined) break;
          return false;
        }
        seen |= 1;
        break;
      case "ms":
        if (!Number.isSafeInteger(found) || (found as number) < 0) {
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

function object3(value: unknown, open: boolean): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  let seen = 0;
  for (const name in value) {
    const found = (value as Fields)[name];
    switch (name) {
      case "kind":
        if (found !== "propose_turn") {
          if (found === undefined) break;
          return false;
        }
        seen |= 1;
        break;
      case "session_id":
        if (typeof found !== "string" || found.length === 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 2;
        break;
      case "turn_id":
        if (typeof found !== "string" || found.length === 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 4;
        break;
      case "authority_epoch":
        if (!Number.isSafeInteger(found) || (found as number) < 0) {
          if (found === undefined) break;
          return false;
        }
        break;
      default:
        if (!open) return false;
    }
  }
  if (seen !== 7) return false;
  return true;
}

function object4(value: unknown, open: boolean): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  let seen = 0;
  for (const name in value) {
    const found = (value as Fields)[name];
    switch (name) {
      case "kind":
        if (found !== "complete_turn") {
          if (found === undefined) break;
          return false;
        }
        seen |= 1;
        break;
      case "session_id":
        if (typeof found !== "string" || found.length === 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 2;
        break;
      case "turn_id":
        if (typeof found !== "string" || found.length === 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 4;
        break;
      default:
        if (!open) return false;
    }
  }
  if (seen !== 7) return false;
  return true;
}

function object5(value: unknown, open: boolean): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  let seen = 0;
  for (const name in value) {
    const found = (value as Fields)[name];
    switch (name) {
      case "kind":
        if (found !== "output") {
          if (found === undefined) break;
          return false;
        }
        seen |= 1;
        break;
      case "session_id":
        if (typeof found !== "string" || found.length === 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 2;
        break;
      case "turn_id":
        if (typeof found !== "string" || found.length === 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 4;
        break;
      case "text":
        if (typeof found !== "string") {
          if (found === undefined) break;
          return false;
        }
        seen |= 8;
        break;
      case "provider_invocation_id":
      case "node_id":
        if (typeof found !== "string" || found.length === 0) {
          if (found === undefined) break;
          return false;
        }
        break;
      case "authority_epoch":
        if (!Number.isSafeInteger(found) || (found as number) < 0) {
          if (found === undefined) break;
          return false;
        }
        break;
      default:
        if (!open) return false;
    }
  }
  if (seen !== 15) return false;
  return true;
}

function choice7(value: unknown): boolean {
  if (typeof value !== "string") return false;
  switch (value.length) {
    case 4:
      return value === "turn" || value === "node";
    case 7:
      return value === "session";
    case 19:
      return value === "provider_invocation";
    default:
      return false;
  }
}

function object6(value: unknown, open: boolean): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  let seen = 0;
  let f_scope: unknown;
  let f_turn_id: unknown;
  let f_node_id: unknown;
  let f_provider_invocation_id: unknown;
  for (const name in value) {
    const found = (value as Fields)[name];
    switch (name) {
      case "kind":
        if (found !== "cancel") {
          if (found === undefined) break;
          return false;
        }
        seen |= 1;
        break;
      case "session_id":
        if (typeof found !== "string" || found.length === 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 2;
        break;
      case "scope":
        if (!choice7(found)) {
          if (found === undefined) break;
          return false;
        }
        f_scope = found;
        break;
      case "turn_id":
        if (typeof found !== "string" || found.length === 0) {
          if (found === undefined) break;
          return false;
        }
        f_turn_id = found;
        break;
      case "node_id":
        if (typeof found !== "string" || found.length === 0) {
          if (found === undefined) break;
          return false;
        }
        f_node_id = found;
        break;
      case "provider_invocation_id":
        if (typeof found !== "string" || found.length === 0) {
          if (found === undefined) break;
          return false;
        }
        f_provider_invocation_id = found;
        break;
      default:
        if (!open) return false;
    }
  }
  if (seen !== 3) return false;
  if (f_scope === undefined) return false;
  if ((f_scope === "turn" || f_scope === "node" || f_scope === "provider_invocation") && !(f_turn_id !== undefined)) return false;
  if (f_scope === "node" && !(f_node_id !== undefined)) return false;
  if (f_scope === "provider_invocation" && !(f_provider_invocation_id !== undefined)) return false;
  return true;
}

function object8(value: unknown, open: boolean): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  let seen = 0;
  for (const name in value) {
    const found = (value as Fields)[name];
    switch (name) {
      case "kind":
        if (found !== "barge_in") {
          if (found === undefined) break;
          return false;
        }
        seen |= 1;
        break;
      case "session_id":
        if (typeof found !== "string" || found.length === 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 2;
        break;
      case "turn_id":
        if (typeof found !== "string" || found.length === 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 4;
        break;
      default:
        if (!open) return false;
    }
  }
  if (seen !== 7) return false;
  return true;
}

function object9(value: unknown, open: boolean): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  let seen = 0;
  for (const name in value) {
    const found = (value as Fields)[name];
    switch (name) {
      case "kind":
        if (found !== "cancel_ack") {
          if (found === undefined) break;
          return false;
        }
        seen |= 1;
        break;
      case "session_id":
        if (typeof found !== "string" || found.length === 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 2;
        break;
      case "turn_id":
        if (typeof found !== "string" || found.length === 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 4;
        break;
      default:
        if (!open) return false;
    }
  }
  if (seen !== 7) return false;
  return true;
}

function object10(value: unknown, open: boolean): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  let seen = 0;
  for (const name in value) {
    const found = (value as Fields)[name];
    switch (name) {
      case "kind":
        if (found !== "playback") {
          if (found === undefined) break;
          return false;
        }
        seen |= 1;
        break;
      case "session_id":
        if (typeof found !== "string" || found.length === 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 2;
        break;
      case "turn_id":
        if (typeof found !== "string" || found.length === 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 4;
        break;
      case "phase":
        if (found !== "started" && found !== "completed") {
          if (found === undefined) break;
          return false;
        }
        seen |= 8;
        break;
      default:
        if (!open) return false;
    }
  }
  if (seen !== 15) return false;
  return true;
}

function choice12(value: unknown): boolean {
  if (typeof value !== "string") return false;
  switch (value.length) {
    case 5:
      return value === "issue";
    case 6:
      return value === "rotate" || value === "revoke";
    default:
      return false;
  }
}

function object11(value: unknown, open: boolean): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  let seen = 0;
  let f_change: unknown;
  let f_authority_epoch: unknown;
  for (const name in value) {
    const found = (value as Fields)[name];
    switch (name) {
      case "kind":
        if (found !== "lease") {
          if (found === undefined) break;
          return false;
        }
        seen |= 1;
        break;
      case "session_id":
        if (typeof found !== "string" || found.length === 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 2;
        break;
      case "change":
        if (!choice12(found)) {
          if (found === undefined) break;
          return false;
        }
        f_change = found;
        break;
      case "authority_epoch":
        if (!Number.isSafeInteger(found) || (found as number) < 0) {
          if (found === undefined) break;
          return false;
        }
        f_authority_epoch = found;
        break;
      default:
        if (!open) return false;
    }
  }
  if (seen !== 3) return false;
  if (f_change === undefined) return false;
  if ((f_change === "rotate" || f_change === "issue") && !(f_authority_epoch !== undefined)) return false;
  return true;
}

function object13(value: unknown, open: boolean): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  let seen = 0;
  for (const name in value) {
    const found = (value as Fields)[name];
    switch (name) {
      case "kind":
        if (found !== "migrate") {
          if (found === undefined) break;
          return false;
        }
        seen |= 1;
        break;
      case "session_id":
        if (typeof found !== "string" || found.length === 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 2;
        break;
      case "authority_epoch":
        if (!Number.isSafeInteger(found) || (found as number) < 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 4;
        break;
      default:
        if (!open) return false;
    }
  }
  if (seen !== 7) return false;
  return true;
}

function choice15(value: unknown): boolean {
  if (typeof value !== "string") return false;
  switch (value.length) {
    case 5:
      return value === "fresh" || value === "stale";
    case 7:
      return value === "missing" || value === "partial";
    case 12:
      return value === "incompatible";
    default:
      return false;
  }
}

function choice16(value: unknown): boolean {
  if (typeof value !== "string") return false;
  switch (value.length) {
    case 3:
      return value === "env";
    case 4:
      return value === "file" || value === "http";
    default:
      return false;
  }
}

function object14(value: unknown, open: boolean): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  let seen = 0;
  for (const name in value) {
    const found = (value as Fields)[name];
    switch (name) {
      case "kind":
        if (found !== "snapshot") {
          if (found === undefined) break;
          return false;
        }
        seen |= 1;
        break;
      case "session_id":
        if (typeof found !== "string" || found.length === 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 2;
        break;
      case "state":
        if (!choice15(found)) {
          if (found === undefined) break;
          return false;
        }
        seen |= 4;
        break;
      case "source":
        if (!choice16(found)) {
          if (found === undefined) break;
          return false;
        }
        seen |= 8;
        break;
      case "on_failure":
        if (found !== "defer" && found !== "reject") {
          if (found === undefined) break;
          return false;
        }
        seen |= 16;
        break;
      default:
        if (!open) return false;
    }
  }
  if (seen !== 31) return false;
  return true;
}

function choice18(value: unknown): boolean {
  if (typeof value !== "string") return false;
  switch (value.length) {
    case 7:
      return value === "session";
    case 12:
      return value === "edge_enqueue" || value === "edge_dequeue";
    case 13:
      return value === "node_dispatch";
    default:
      return false;
  }
}

function object17(value: unknown, open: boolean): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  let seen = 0;
  for (const name in value) {
    const found = (value as Fields)[name];
    switch (name) {
      case "kind":
        if (found !== "quota") {
          if (found === undefined) break;
          return false;
        }
        seen |= 1;
        break;
      case "session_id":
        if (typeof found !== "string" || found.length === 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 2;
        break;
      case "at":
        if (!choice18(found)) {
          if (found === undefined) break;
          return false;
        }
        seen |= 4;
        break;
      case "exhausted":
        if (typeof found !== "boolean") {
          if (found === undefined) break;
          return false;
        }
        seen |= 8;
        break;
      case "outcome":
        if (found !== "reject" && found !== "defer") {
          if (found === undefined) break;
          return false;
        }
        break;
      default:
        if (!open) return false;
    }
  }
  if (seen !== 15) return false;
  return true;
}

function map20(value: unknown, _open: boolean): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  return true;
}

function object19(value: unknown, open: boolean): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  let seen = 0;
  for (const name in value) {
    const found = (value as Fields)[name];
    switch (name) {
      case "kind":
        if (found !== "ingress") {
          if (found === undefined) break;
          return false;
        }
        seen |= 1;
        break;
      case "session_id":
        if (typeof found !== "string" || found.length === 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 2;
        break;
      case "event":
        if (!map20(found, open)) {
          if (found === undefined) break;
          return false;
        }
        seen |= 4;
        break;
      default:
        if (!open) return false;
    }
  }
  if (seen !== 7) return false;
  return true;
}

function object21(value: unknown, open: boolean): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  let seen = 0;
  for (const name in value) {
    const found = (value as Fields)[name];
    switch (name) {
      case "kind":
        if (found !== "node_fault") {
          if (found === undefined) break;
          return false;
        }
        seen |= 1;
        break;
      case "session_id":
        if (typeof found !== "string" || found.length === 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 2;
        break;
      case "turn_id":
        if (typeof found !== "string" || found.length === 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 4;
        break;
      case "node_id":
        if (typeof found !== "string" || found.length === 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 8;
        break;
      case "fault":
        if (found !== "throw" && found !== "hang") {
          if (found === undefined) break;
          return false;
        }
        seen |= 16;
        break;
      default:
        if (!open) return false;
    }
  }
  if (seen !== 31) return false;
  return true;
}

function choice23(value: unknown): boolean {
  if (typeof value !== "string") return false;
  switch (value.length) {
    case 3:
      return value === "stt" || value === "llm" || value === "tts";
    default:
      return false;
  }
}

function object22(value: unknown, open: boolean): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  let seen = 0;
  for (const name in value) {
    const found = (value as Fields)[name];
    switch (name) {
      case "kind":
        if (found !== "provider_start") {
          if (found === undefined) break;
          return false;
        }
        seen |= 1;
        break;
      case "session_id":
        if (typeof found !== "string" || found.length === 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 2;
        break;
      case "turn_id":
        if (typeof found !== "string" || found.length === 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 4;
        break;
      case "provider_invocation_id":
        if (typeof found !== "string" || found.length === 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 8;
        break;
      case "modality":
        if (!choice23(found)) {
          if (found === undefined) break;
          return false;
        }
        seen |= 16;
        break;
      default:
        if (!open) return false;
    }
  }
  if (seen !== 31) return false;
  return true;
}

function choice25(value: unknown): boolean {
  if (typeof value !== "string") return false;
  switch (value.length) {
    case 7:
      return value === "timeout";
    case 10:
      return value === "rate_limit" || value === "disconnect";
    default:
      return false;
  }
}

function object24(value: unknown, open: boolean): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  let seen = 0;
  for (const name in value) {
    const found = (value as Fields)[name];
    switch (name) {
      case "kind":
        if (found !== "provider_fault") {
          if (found === undefined) break;
          return false;
        }
        seen |= 1;
        break;
      case "session_id":
        if (typeof found !== "string" || found.length === 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 2;
        break;
      case "turn_id":
        if (typeof found !== "string" || found.length === 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 4;
        break;
      case "provider_invocation_id":
        if (typeof found !== "string" || found.length === 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 8;
        break;
      case "fault":
        if (!choice25(found)) {
          if (found === undefined) break;
          return false;
        }
        seen |= 16;
        break;
      default:
        if (!open) return false;
    }
  }
  if (seen !== 31) return false;
  return true;
}

function object26(value: unknown, open: boolean): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  let seen = 0;
  for (const name in value) {
    const found = (value as Fields)[name];
    switch (name) {
      case "kind":
        if (found !== "edge_offer") {
          if (found === undefined) break;
          return false;
        }
        seen |= 1;
        break;
      case "session_id":
        if (typeof found !== "string" || found.length === 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 2;
        break;
      case "turn_id":
        if (typeof found !== "string" || found.length === 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 4;
        break;
      case "edge_id":
        if (typeof found !== "string" || found.length === 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 8;
        break;
      case "lane":
        if (found !== "DataLane" && found !== "TelemetryLane") {
          if (found === undefined) break;
          return false;
        }
        seen |= 16;
        break;
      case "items":
        if (!Number.isSafeInteger(found) || (found as number) < 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 32;
        break;
      case "sync_id":
        if (typeof found !== "string" || found.length === 0) {
          if (found === undefined) break;
          return false;
        }
        break;
      default:
        if (!open) return false;
    }
  }
  if (seen !== 63) return false;
  return true;
}

function object27(value: unknown, open: boolean): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  let seen = 0;
  for (const name in value) {
    const found = (value as Fields)[name];
    switch (name) {
      case "kind":
        if (found !== "edge_take") {
          if (found === undefined) break;
          return false;
        }
        seen |= 1;
        break;
      case "session_id":
        if (typeof found !== "string" || found.length === 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 2;
        break;
      case "edge_id":
        if (typeof found !== "string" || found.length === 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 4;
        break;
      case "items":
        if (!Number.isSafeInteger(found) || (found as number) < 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 8;
        break;
      default:
        if (!open) return false;
    }
  }
  if (seen !== 15) return false;
  return true;
}

function object28(value: unknown, open: boolean): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  let seen = 0;
  for (const name in value) {
    const found = (value as Fields)[name];
    switch (name) {
      case "kind":
        if (found !== "edge_credit") {
          if (found === undefined) break;
          return false;
        }
        seen |= 1;
        break;
      case "session_id":
        if (typeof found !== "string" || found.length === 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 2;
        break;
      case "edge_id":
        if (typeof found !== "string" || found.length === 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 4;
        break;
      case "lane":
        if (found !== "DataLane" && found !== "TelemetryLane") {
          if (found === undefined) break;
          return false;
        }
        seen |= 8;
        break;
      case "amount":
        if (!Number.isSafeInteger(found) || (found as number) < 1) {
          if (found === undefined) break;
          return false;
        }
        seen |= 16;
        break;
      default:
        if (!open) return false;
    }
  }
  if (seen !== 31) return false;
  return true;
}

function object29(value: unknown, open: boolean): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  let seen = 0;
  for (const name in value) {
    const found = (value as Fields)[name];
    switch (name) {
      case "kind":
        if (found !== "sync_loss") {
          if (found === undefined) break;
          return false;
        }
        seen |= 1;
        break;
      case "session_id":
        if (typeof found !== "string" || found.length === 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 2;
        break;
      case "turn_id":
        if (typeof found !== "string" || found.length === 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 4;
        break;
      case "edge_id":
        if (typeof found !== "string" || found.length === 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 8;
        break;
      case "sync_id":
        if (typeof found !== "string" || found.length === 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 16;
        break;
      default:
        if (!open) return false;
    }
  }
  if (seen !== 31) return false;
  return true;
}

function choice31(value: unknown): boolean {
  if (typeof value !== "string") return false;
  switch (value.length) {
    case 5:
      return value === "ended" || value === "stall";
    case 7:
      return value === "silence";
    case 9:
      return value === "connected";
    case 12:
      return value === "reconnecting" || value === "disconnected";
    default:
      return false;
  }
}

function object30(value: unknown, open: boolean): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  let seen = 0;
  for (const name in value) {
    const found = (value as Fields)[name];
    switch (name) {
      case "kind":
        if (found !== "connection") {
          if (found === undefined) break;
          return false;
        }
        seen |= 1;
        break;
      case "session_id":
        if (typeof found !== "string" || found.length === 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 2;
        break;
      case "state":
        if (!choice31(found)) {
          if (found === undefined) break;
          return false;
        }
        seen |= 4;
        break;
      case "teardown":
        if (typeof found !== "boolean") {
          if (found === undefined) break;
          return false;
        }
        break;
      default:
        if (!open) return false;
    }
  }
  if (seen !== 7) return false;
  return true;
}

function choice33(value: unknown): boolean {
  if (typeof value !== "string") return false;
  switch (value.length) {
    case 2:
      return value === "ok";
    case 8:
      return value === "pressure";
    case 11:
      return value === "unavailable";
    default:
      return false;
  }
}

function object32(value: unknown, open: boolean): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  let seen = 0;
  for (const name in value) {
    const found = (value as Fields)[name];
    switch (name) {
      case "kind":
        if (found !== "recorder") {
          if (found === undefined) break;
          return false;
        }
        seen |= 1;
        break;
      case "session_id":
        if (typeof found !== "string" || found.length === 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 2;
        break;
      case "state":
        if (!choice33(found)) {
          if (found === undefined) break;
          return false;
        }
        seen |= 4;
        break;
      default:
        if (!open) return false;
    }
  }
  if (seen !== 7) return false;
  return true;
}

function object34(value: unknown, open: boolean): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  let seen = 0;
  for (const name in value) {
    const found = (value as Fields)[name];
    switch (name) {
      case "kind":
        if (found !== "judge") {
          if (found === undefined) break;
          return false;
        }
        seen |= 1;
        break;
      case "contract":
        if (typeof found !== "string" || found.length === 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 2;
        break;
      case "artifact":
        if (found === undefined) {
          if (found === undefined) break;
          return false;
        }
        seen |= 4;
        break;
      default:
        if (!open) return false;
    }
  }
  if (seen !== 7) return false;
  return true;
}

function choice36(value: unknown): boolean {
  if (typeof value !== "string") return false;
  switch (value.length) {
    case 16:
      return value === "replay_decisions";
    case 17:
      return value === "re_simulate_nodes";
    case 19:
      return value === "recompute_decisions";
    case 34:
      return value === "playback_recorded_provider_outputs";
    default:
      return false;
  }
}

function object35(value: unknown, open: boolean): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  let seen = 0;
  for (const name in value) {
    const found = (value as Fields)[name];
    switch (name) {
      case "kind":
        if (found !== "replay") {
          if (found === undefined) break;
          return false;
        }
        seen |= 1;
        break;
      case "session_id":
        if (typeof found !== "string" || found.length === 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 2;
        break;
      case "mode":
        if (!choice36(found)) {
          if (found === undefined) break;
          return false;
        }
        seen |= 4;
        break;
      case "timing_tolerance_ms":
        if (!Number.isSafeInteger(found) || (found as number) < 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 8;
        break;
      case "candidate_plan":
        if (!fitsResolvedTurnPlan(found, open)) {
          if (found === undefined) break;
          return false;
        }
        break;
      case "delay_ms":
        if (!Number.isSafeInteger(found) || (found as number) < 0) {
          if (found === undefined) break;
          return false;
        }
        break;
      default:
        if (!open) return false;
    }
  }
  if (seen !== 15) return false;
  return true;
}

function choice38(value: unknown): boolean {
  if (typeof value !== "string") return false;
  switch (value.length) {
    case 5:
      return value === "drain";
    case 6:
      return value === "status";
    case 9:
      return value === "bootstrap";
    default:
      return false;
  }
}

function object37(value: unknown, open: boolean): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  let seen = 0;
  for (const name in value) {
    const found = (value as Fields)[name];
    switch (name) {
      case "kind":
        if (found !== "operate") {
          if (found === undefined) break;
          return false;
        }
        seen |= 1;
        break;
      case "command":
        if (!choice38(found)) {
          if (found === undefined) break;
          return false;
        }
        seen |= 2;
        break;
      case "configuration":
        if (!map20(found, open)) {
          if (found === undefined) break;
          return false;
        }
        seen |= 4;
        break;
      default:
        if (!open) return false;
    }
  }
  if (seen !== 7) return false;
  return true;
}

function variants0(value: unknown, open: boolean): boolean {
  if (typeof value !== "object" || value === null) return false;
  switch ((value as Fields)["kind"]) {
    case "open_session":
      return object1(value, open);
    case "advance":
      return object2(value, open);
    case "propose_turn":
      return object3(value, open);
    case "complete_turn":
      return object4(value, open);
    case "output":
      return object5(value, open);
    case "cancel":
      return object6(value, open);
    case "barge_in":
      return object8(value, open);
    case "cancel_ack":
      return object9(value, open);
    case "playback":
      return object10(value, open);
    case "lease":
      return object11(value, open);
    case "migrate":
      return object13(value, open);
    case "snapshot":
      return object14(value, open);
    case "quota":
      return object17(value, open);
    case "ingress":
      return object19(value, open);
    case "node_fault":
      return object21(value, open);
    case "provider_start":
      return object22(value, open);
    case "provider_fault":
      return object24(value, open);
    case "edge_offer":
      return object26(value, open);
    case "edge_take":
      return object27(value, open);
    case "edge_credit":
      return object28(value, open);
    case "sync_loss":
      return object29(value, open);
    case "connection":
      return object30(value, open);
    case "recorder":
      return object32(value, open);
    case "judge":
      return object34(value, open);
    case "replay":
      return object35(value, open);
    case "operate":
      return object37(value, open);
    default:
      return false;
  }
}

/** Fast check: whether the value has the shape of stimulus, with unknown fields when `open`. */
export const fitsStimulus = variants0;

/** Whether the value is a valid stimulus. Never throws. */
export function isStimulus(value: unknown, options?: ValidateOptions): value is Stimulus {
  return safely(fitsStimulus, value, options);
}

/** Throws a ContractError that lists the diagnostics unless the value is a valid stimulus. */
export function assertStimulus(value: unknown, options?: ValidateOptions): asserts value is Stimulus {
  assertFits(value, { kind: "stimulus", fits: fitsStimulus, shape: stimulusShape, options });
}

/** Shape of stimulus, for the diagnosing path. */
export const stimulusShape: VariantsShape = {"is":"variants","by":"kind","head":{"shape":{"is":"text","of":["open_session","advance","propose_turn","complete_turn","output","cancel","barge_in","cancel_ack","playback","lease","migrate","snapshot","quota","ingress","node_fault","provider_start","provider_fault","edge_offer","edge_take","edge_credit","sync_loss","connection","recorder","judge","replay","operate"]},"rule":"STM-01","need":true},"of":{"open_session":{"is":"object","fields":{"kind":{"shape":{"is":"text","of":["open_session"]},"rule":"STM-01","need":true},"session_id":{"shape":{"is":"text"},"rule":"STM-02","need":true},"pipeline_version":{"shape":{"is":"text"},"rule":"STM-02","need":true},"authority_epoch":{"shape":{"is":"integer","min":0},"rule":"STM-03","need":true},"plan":{"shape":resolvedTurnPlanShape,"rule":"STM-05","need":true}},"unknown":"CON-03"},"advance":{"is":"object","fields":{"kind":{"shape":{"is":"text","of":["advance"]},"rule":"STM-01","need":true},"ms":{"shape":{"is":"integer","min":0},"rule":"STM-03","need":true}},"unknown":"CON-03"},"propose_turn":{"is":"object","fields":{"kind":{"shape":{"is":"text","of":["propose_turn"]},"rule":"STM-01","need":true},"session_id":{"shape":{"is":"text"},"rule":"STM-02","need":true},"turn_id":{"shape":{"is":"text"},"rule":"STM-02","need":true},"authority_epoch":{"shape":{"is":"integer","min":0},"rule":"STM-03"}},"unknown":"CON-03"},"complete_turn":{"is":"object","fields":{"kind":{"shape":{"is":"text","of":["complete_turn"]},"rule":"STM-01","need":true},"session_id":{"shape":{"is":"text"},"rule":"STM-02","need":true},"turn_id":{"shape":{"is":"text"},"rule":"STM-02","need":true}},"unknown":"CON-03"},"output":{"is":"object","fields":{"kind":{"shape":{"is":"text","of":["output"]},"rule":"STM-01","need":true},"session_id":{"shape":{"is":"text"},"rule":"STM-02","need":true},"turn_id":{"shape":{"is":"text"},"rule":"STM-02","need":true},"text":{"shape":{"is":"text","empty":true},"rule":"STM-04","need":true},"provider_invocation_id":{"shape":{"is":"text"},"rule":"STM-02"},"node_id":{"shape":{"is":"text"},"rule":"STM-02"},"authority_epoch":{"shape":{"is":"integer","min":0},"rule":"STM-03"}},"unknown":"CON-03"},"cancel":{"is":"object","fields":{"kind":{"shape":{"is":"text","of":["cancel"]},"rule":"STM-01","need":true},"session_id":{"shape":{"is":"text"},"rule":"STM-02","need":true},"scope":{"shape":{"is":"text","of":["session","turn","node","provider_invocation"]},"rule":"STM-04","need":true},"turn_id":{"shape":{"is":"text"},"rule":"STM-02"},"node_id":{"shape":{"is":"text"},"rule":"STM-02"},"provider_invocation_id":{"shape":{"is":"text"},"rule":"STM-02"}},"unknown":"CON-03","checks":[{"rule":"STM-06","when":{"at":"scope","in":["turn","node","provider_invocation"]},"must":{"has":"turn_id"},"at":"turn_id","expected":"a turn_id for this scope"},{"rule":"STM-06","when":{"at":"scope","in":["node"]},"must":{"has":"node_id"},"at":"node_id","expected":"a node_id for this scope"},{"rule":"STM-06","when":{"at":"scope","in":["provider_invocation"]},"must":{"has":"provider_invocation_id"},"at":"provider_invocation_id","expected":"a provider_invocation_id for this scope"}]},"barge_in":{"is":"object","fields":{"kind":{"shape":{"is":"text","of":["barge_in"]},"rule":"STM-01","need":true},"session_id":{"shape":{"is":"text"},"rule":"STM-02","need":true},"turn_id":{"shape":{"is":"text"},"rule":"STM-02","need":true}},"unknown":"CON-03"},"cancel_ack":{"is":"object","fields":{"kind":{"shape":{"is":"text","of":["cancel_ack"]},"rule":"STM-01","need":true},"session_id":{"shape":{"is":"text"},"rule":"STM-02","need":true},"turn_id":{"shape":{"is":"text"},"rule":"STM-02","need":true}},"unknown":"CON-03"},"playback":{"is":"object","fields":{"kind":{"shape":{"is":"text","of":["playback"]},"rule":"STM-01","need":true},"session_id":{"shape":{"is":"text"},"rule":"STM-02","need":true},"turn_id":{"shape":{"is":"text"},"rule":"STM-02","need":true},"phase":{"shape":{"is":"text","of":["started","completed"]},"rule":"STM-04","need":true}},"unknown":"CON-03"},"lease":{"is":"object","fields":{"kind":{"shape":{"is":"text","of":["lease"]},"rule":"STM-01","need":true},"session_id":{"shape":{"is":"text"},"rule":"STM-02","need":true},"change":{"shape":{"is":"text","of":["rotate","revoke","issue"]},"rule":"STM-04","need":true},"authority_epoch":{"shape":{"is":"integer","min":0},"rule":"STM-03"}},"unknown":"CON-03","checks":[{"rule":"STM-07","when":{"at":"change","in":["rotate","issue"]},"must":{"has":"authority_epoch"},"at":"authority_epoch","expected":"the new authority_epoch"}]},"migrate":{"is":"object","fields":{"kind":{"shape":{"is":"text","of":["migrate"]},"rule":"STM-01","need":true},"session_id":{"shape":{"is":"text"},"rule":"STM-02","need":true},"authority_epoch":{"shape":{"is":"integer","min":0},"rule":"STM-03","need":true}},"unknown":"CON-03"},"snapshot":{"is":"object","fields":{"kind":{"shape":{"is":"text","of":["snapshot"]},"rule":"STM-01","need":true},"session_id":{"shape":{"is":"text"},"rule":"STM-02","need":true},"state":{"shape":{"is":"text","of":["fresh","stale","missing","partial","incompatible"]},"rule":"STM-04","need":true},"source":{"shape":{"is":"text","of":["file","env","http"]},"rule":"STM-04","need":true},"on_failure":{"shape":{"is":"text","of":["defer","reject"]},"rule":"STM-04","need":true}},"unknown":"CON-03"},"quota":{"is":"object","fields":{"kind":{"shape":{"is":"text","of":["quota"]},"rule":"STM-01","need":true},"session_id":{"shape":{"is":"text"},"rule":"STM-02","need":true},"at":{"shape":{"is":"text","of":["session","edge_enqueue","edge_dequeue","node_dispatch"]},"rule":"STM-04","need":true},"exhausted":{"shape":{"is":"boolean"},"rule":"STM-04","need":true},"outcome":{"shape":{"is":"text","of":["reject","defer"]},"rule":"STM-04"}},"unknown":"CON-03"},"ingress":{"is":"object","fields":{"kind":{"shape":{"is":"text","of":["ingress"]},"rule":"STM-01","need":true},"session_id":{"shape":{"is":"text"},"rule":"STM-02","need":true},"event":{"shape":{"is":"map"},"rule":"STM-04","need":true}},"unknown":"CON-03"},"node_fault":{"is":"object","fields":{"kind":{"shape":{"is":"text","of":["node_fault"]},"rule":"STM-01","need":true},"session_id":{"shape":{"is":"text"},"rule":"STM-02","need":true},"turn_id":{"shape":{"is":"text"},"rule":"STM-02","need":true},"node_id":{"shape":{"is":"text"},"rule":"STM-02","need":true},"fault":{"shape":{"is":"text","of":["throw","hang"]},"rule":"STM-04","need":true}},"unknown":"CON-03"},"provider_start":{"is":"object","fields":{"kind":{"shape":{"is":"text","of":["provider_start"]},"rule":"STM-01","need":true},"session_id":{"shape":{"is":"text"},"rule":"STM-02","need":true},"turn_id":{"shape":{"is":"text"},"rule":"STM-02","need":true},"provider_invocation_id":{"shape":{"is":"text"},"rule":"STM-02","need":true},"modality":{"shape":{"is":"text","of":["stt","llm","tts"]},"rule":"STM-04","need":true}},"unknown":"CON-03"},"provider_fault":{"is":"object","fields":{"kind":{"shape":{"is":"text","of":["provider_fault"]},"rule":"STM-01","need":true},"session_id":{"shape":{"is":"text"},"rule":"STM-02","need":true},"turn_id":{"shape":{"is":"text"},"rule":"STM-02","need":true},"provider_invocation_id":{"shape":{"is":"text"},"rule":"STM-02","need":true},"fault":{"shape":{"is":"text","of":["timeout","rate_limit","disconnect"]},"rule":"STM-04","need":true}},"unknown":"CON-03"},"edge_offer":{"is":"object","fields":{"kind":{"shape":{"is":"text","of":["edge_offer"]},"rule":"STM-01","need":true},"session_id":{"shape":{"is":"text"},"rule":"STM-02","need":true},"turn_id":{"shape":{"is":"text"},"rule":"STM-02","need":true},"edge_id":{"shape":{"is":"text"},"rule":"STM-02","need":true},"lane":{"shape":{"is":"text","of":["DataLane","TelemetryLane"]},"rule":"STM-04","need":true},"items":{"shape":{"is":"integer","min":0},"rule":"STM-03","need":true},"sync_id":{"shape":{"is":"text"},"rule":"STM-02"}},"unknown":"CON-03"},"edge_take":{"is":"object","fields":{"kind":{"shape":{"is":"text","of":["edge_take"]},"rule":"STM-01","need":true},"session_id":{"shape":{"is":"text"},"rule":"STM-02","need":true},"edge_id":{"shape":{"is":"text"},"rule":"STM-02","need":true},"items":{"shape":{"is":"integer","min":0},"rule":"STM-03","need":true}},"unknown":"CON-03"},"edge_credit":{"is":"object","fields":{"kind":{"shape":{"is":"text","of":["edge_credit"]},"rule":"STM-01","need":true},"session_id":{"shape":{"is":"text"},"rule":"STM-02","need":true},"edge_id":{"shape":{"is":"text"},"rule":"STM-02","need":true},"lane":{"shape":{"is":"text","of":["DataLane","TelemetryLane"]},"rule":"STM-04","need":true},"amount":{"shape":{"is":"integer","min":1},"rule":"STM-03","need":true}},"unknown":"CON-03"},"sync_loss":{"is":"object","fields":{"kind":{"shape":{"is":"text","of":["sync_loss"]},"rule":"STM-01","need":true},"session_id":{"shape":{"is":"text"},"rule":"STM-02","need":true},"turn_id":{"shape":{"is":"text"},"rule":"STM-02","need":true},"edge_id":{"shape":{"is":"text"},"rule":"STM-02","need":true},"sync_id":{"shape":{"is":"text"},"rule":"STM-02","need":true}},"unknown":"CON-03"},"connection":{"is":"object","fields":{"kind":{"shape":{"is":"text","of":["connection"]},"rule":"STM-01","need":true},"session_id":{"shape":{"is":"text"},"rule":"STM-02","need":true},"state":{"shape":{"is":"text","of":["connected","reconnecting","disconnected","ended","silence","stall"]},"rule":"STM-04","need":true},"teardown":{"shape":{"is":"boolean"},"rule":"STM-04"}},"unknown":"CON-03"},"recorder":{"is":"object","fields":{"kind":{"shape":{"is":"text","of":["recorder"]},"rule":"STM-01","need":true},"session_id":{"shape":{"is":"text"},"rule":"STM-02","need":true},"state":{"shape":{"is":"text","of":["ok","pressure","unavailable"]},"rule":"STM-04","need":true}},"unknown":"CON-03"},"judge":{"is":"object","fields":{"kind":{"shape":{"is":"text","of":["judge"]},"rule":"STM-01","need":true},"contract":{"shape":{"is":"text"},"rule":"STM-04","need":true},"artifact":{"shape":{"is":"any"},"rule":"STM-04","need":true}},"unknown":"CON-03"},"replay":{"is":"object","fields":{"kind":{"shape":{"is":"text","of":["replay"]},"rule":"STM-01","need":true},"session_id":{"shape":{"is":"text"},"rule":"STM-02","need":true},"mode":{"shape":{"is":"text","of":["re_simulate_nodes","playback_recorded_provider_outputs","replay_decisions","recompute_decisions"]},"rule":"STM-04","need":true},"timing_tolerance_ms":{"shape":{"is":"integer","min":0},"rule":"STM-03","need":true},"candidate_plan":{"shape":resolvedTurnPlanShape,"rule":"STM-05"},"delay_ms":{"shape":{"is":"integer","min":0},"rule":"STM-03"}},"unknown":"CON-03"},"operate":{"is":"object","fields":{"kind":{"shape":{"is":"text","of":["operate"]},"rule":"STM-01","need":true},"command":{"shape":{"is":"text","of":["status","drain","bootstrap"]},"rule":"STM-04","need":true},"configuration":{"shape":{"is":"map"},"rule":"STM-04","need":true}},"unknown":"CON-03"}}};
