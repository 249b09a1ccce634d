/** Reads a telemetry record of a module. */
import { describeValue } from "../../internal/describe-value.ts";
import { quote } from "../../internal/quote.ts";
import { readModuleJson } from "./event-encoding.ts";
import { SANDBOX_LIMITS } from "./sandbox-abi.ts";
import { ModuleFault } from "./sandbox-refusal.ts";

/** A record as `TelemetryHandle` takes it. */
export interface TelemetryRecord {
  readonly name: string;
  readonly fields: { readonly [name: string]: string | number | boolean };
}

const action = "read telemetry of the module";

/** The record that a text means: `{name, fields?}`. Throws a ModuleFault for anything else. */
export function readTelemetry(json: Uint8Array): TelemetryRecord {
  const most = SANDBOX_LIMITS.text_bytes;
  if (json.length > most) throw fault(`at most ${most} bytes`, `${json.length}`);
  const value = readModuleJson(json, action);
  if (!isObject(value)) throw fault("a JSON object", describeValue(value));
  const { name, fields = {}, ...others } = value;
  const [stranger] = Object.keys(others);
  if (stranger !== undefined) throw fault("only the members name, fields", quote(stranger));
  if (typeof name !== "string" || name === "") throw fault("a name", describeValue(name));
  // What the host itself says of the boundary must not be said by the module.
  if (name === "boundary") throw fault('another name than "boundary"', quote(name));
  if (!isObject(fields)) throw fault("an object as fields", describeValue(fields));
  for (const [field, content] of Object.entries(fields)) {
    if (["string", "number", "boolean"].includes(typeof content)) continue;
    throw fault(`a text, number or boolean as field ${quote(field)}`, describeValue(content));
  }
  return { name, fields: fields as TelemetryRecord["fields"] };
}

const fault = (expected: string, received: string) => new ModuleFault({ action, expected, received });

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
