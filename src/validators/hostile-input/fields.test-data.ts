/** Hostile fields: what nobody declared, and what is too large or too deep. */
import { contracts } from "../../contracts/catalog.ts";
import { asPlan, type HostileSection, hostileInputs, open } from "./hostile-input.test-kit.ts";
import { planWith } from "./values.test-data.ts";

const EVENT: Readonly<Record<string, unknown>> = contracts.event_record.example;

/** A valid event with further fields, or with some replaced. */
const event = (fields: object) => () => ({ ...EVENT, ...fields });

const UNKNOWN = hostileInputs([
  ["an own field `__proto__`", () => withOwnProto({ polluted: true }), "EVT-13"],
  [
    "an own field `__proto__`",
    () => withOwnProto({ polluted: true }),
    "accepted",
    { ...open, because: "Kept as it is; nothing is copied, so nothing is assigned" },
  ],
  [
    "a key `__proto__` with a wrong value in a map",
    () => planWith("provider_bindings", JSON.parse('{"__proto__":{"a":1}}')),
    "PLN-03",
    { ...asPlan, because: "It is a key like any other" },
  ],
  ["a field `constructor`", event({ constructor: { prototype: {} } }), "EVT-13"],
  ["fields `hasOwnProperty` and `toString`", event({ hasOwnProperty: null, toString: null }), "EVT-13"],
  ["a method `toJSON`", event({ toJSON: () => ({}) }), "EVT-13"],
  ["an unknown field that is undefined", event({ surprise: undefined }), "EVT-13"],
  ["a further field in another case", event({ Session_ID: "sess-1" }), "EVT-13"],
  ["a symbol key", event({ [Symbol("surprise")]: 1 }), "accepted", { because: "JSON has no symbols" }],
  ["300,000 unknown fields", () => manyFields(300_000), "EVT-13"],
  [
    "1,000,000 fields that resemble one that is missing",
    () => manyFields(1_000_000, { of: {}, prefix: "session_i" }),
    "EVT-01",
  ],
  ["100,000 unknown fields", () => manyFields(100_000), "accepted", open],
  ["a field with a name of 50 MB", () => event({ ["n".repeat(50_000_000)]: 1 })(), "EVT-13"],
  ["a field with line feeds and escapes in its name", event({ "a\n\u001b[31mb": 1 }), "EVT-13"],
]);

const SIZE = hostileInputs([
  ["an unknown field 100,000 levels deep", () => event({ surprise: deep(100_000) })(), "EVT-13"],
  [
    "an unknown field 100,000 levels deep",
    () => event({ surprise: deep(100_000) })(),
    "accepted",
    { ...open, because: "What the contract does not declare is not walked" },
  ],
  ["an event that contains itself", selfContaining, "EVT-13"],
  ["an event that contains itself", selfContaining, "accepted", { ...open, because: "As above" }],
  [
    "a declared field 100,000 levels deep",
    () => event({ media_time: deep(100_000, "media_time") })(),
    "EVT-13",
  ],
  [
    "an id of 50 MB",
    () => event({ session_id: "x".repeat(50_000_000) })(),
    "accepted",
    { because: "Only `validateText` has a limit" },
  ],
  ["an enumeration value of 50 MB", () => event({ lane: "x".repeat(50_000_000) })(), "EVT-05"],
  ["a version of 50 MB", () => event({ schema_version: `v1.${"1".repeat(50_000_000)}x` })(), "EVT-01"],
]);

/** Hostile fields by sort. */
export const HOSTILE_FIELDS: readonly HostileSection[] = [
  { title: "Fields that nobody declared", inputs: UNKNOWN },
  { title: "Large and deep values", inputs: SIZE },
];

function withOwnProto(value: unknown): object {
  return Object.defineProperty({ ...EVENT }, "__proto__", { value, enumerable: true });
}

function manyFields(count: number, { of = EVENT, prefix = "field_" } = {}): object {
  const object: Record<string, unknown> = { ...of };
  for (let index = 0; index < count; index += 1) object[prefix + index] = 1;
  return object;
}

function deep(levels: number, name = "inner"): object {
  let value: object = {};
  for (let level = 0; level < levels; level += 1) value = { [name]: value };
  return value;
}

function selfContaining(): object {
  const event: Record<string, unknown> = { ...EVENT };
  event.self = event;
  return event;
}
