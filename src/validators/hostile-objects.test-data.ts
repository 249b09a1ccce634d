/** Hostile objects: valid in what they say, hostile in how they are made. */
import { contracts } from "../contracts/catalog.ts";
import type { HostileInput, HostileSection } from "./hostile-input.test-kit.ts";
import { planWith } from "./hostile-values.test-data.ts";

const EVENT: Readonly<Record<string, unknown>> = contracts.event_record.example;

const fail = (): never => {
  throw new Error("Cannot be read");
};

const UNKNOWN: readonly HostileInput[] = [
  { input: "an own field `__proto__`", give: () => withOwnProto({ polluted: true }), gets: "EVT-13" },
  {
    input: "an own field `__proto__`",
    unknownFields: "allow",
    give: () => withOwnProto({ polluted: true }),
    gets: "accepted",
    because: "Kept as a field of its own; nothing is copied, so nothing is assigned",
  },
  {
    input: "a key `__proto__` with a wrong value in a map",
    kind: "resolved_turn_plan",
    give: () => planWith("provider_bindings", JSON.parse('{"__proto__":{"a":1}}')),
    gets: "PLN-03",
    because: "It is a key like any other",
  },
  {
    input: "a field `constructor`",
    give: () => ({ ...EVENT, constructor: { prototype: {} } }),
    gets: "EVT-13",
  },
  {
    input: "fields `hasOwnProperty` and `toString`",
    give: () => ({ ...EVENT, hasOwnProperty: null, toString: null }),
    gets: "EVT-13",
  },
  { input: "a method `toJSON`", give: () => ({ ...EVENT, toJSON: () => ({}) }), gets: "EVT-13" },
  {
    input: "an unknown field that is undefined",
    give: () => ({ ...EVENT, surprise: undefined }),
    gets: "EVT-13",
  },
  { input: "a field with the wrong case", give: () => ({ ...EVENT, Session_ID: "sess-1" }), gets: "EVT-13" },
  {
    input: "a symbol key",
    give: () => ({ ...EVENT, [Symbol("surprise")]: 1 }),
    gets: "accepted",
    because: "JSON has no symbols",
  },
  { input: "300,000 unknown fields", give: () => manyFields(300_000), gets: "EVT-13" },
  {
    input: "300,000 fields that resemble one that is missing",
    give: () => manyFields(300_000, { of: {}, prefix: "session_i" }),
    gets: "EVT-01",
  },
  {
    input: "100,000 unknown fields",
    unknownFields: "allow",
    give: () => manyFields(100_000),
    gets: "accepted",
  },
  {
    input: "a field with a name of 50 MB",
    give: () => ({ ...EVENT, ["n".repeat(50_000_000)]: 1 }),
    gets: "EVT-13",
  },
  {
    input: "a field with line feeds and escapes in its name",
    give: () => ({ ...EVENT, "a\n\u001b[31mb": 1 }),
    gets: "EVT-13",
  },
];

const SIZE: readonly HostileInput[] = [
  {
    input: "an unknown field 100,000 levels deep",
    give: () => ({ ...EVENT, surprise: deep(100_000) }),
    gets: "EVT-13",
  },
  {
    input: "an unknown field 100,000 levels deep",
    unknownFields: "allow",
    give: () => ({ ...EVENT, surprise: deep(100_000) }),
    gets: "accepted",
    because: "What the contract does not declare is not walked",
  },
  { input: "an event that contains itself", give: selfContaining, gets: "EVT-13" },
  {
    input: "an event that contains itself",
    unknownFields: "allow",
    give: selfContaining,
    gets: "accepted",
    because: "As above",
  },
  {
    input: "a declared field 100,000 levels deep",
    give: () => ({ ...EVENT, media_time: deep(100_000, "media_time") }),
    gets: "EVT-13",
  },
  {
    input: "an id of 50 MB",
    give: () => ({ ...EVENT, session_id: "x".repeat(50_000_000) }),
    gets: "accepted",
    because: "Only `validateText` has a limit",
  },
  {
    input: "an enumeration value of 50 MB",
    give: () => ({ ...EVENT, lane: "x".repeat(50_000_000) }),
    gets: "EVT-05",
  },
  {
    input: "a version of 50 MB",
    give: () => ({ ...EVENT, schema_version: `v1.${"1".repeat(50_000_000)}x` }),
    gets: "EVT-01",
  },
];

const MAKE: readonly HostileInput[] = [
  { input: "a frozen object", give: () => Object.freeze({ ...EVENT }), gets: "accepted" },
  {
    input: "an object without a prototype",
    give: () => Object.assign(Object.create(null), EVENT),
    gets: "accepted",
  },
  {
    input: "an instance of a class with own fields",
    give: () => Object.assign(new (class Event {})(), EVENT),
    gets: "accepted",
  },
  {
    input: "an instance of a class with accessors",
    give: withAccessors,
    gets: "EVT-01",
    because: "Accessors of a class are not enumerable",
  },
  {
    input: "an object that inherits every field",
    give: () => Object.create(EVENT),
    gets: "accepted",
    because: "Enumerable fields count, inherited or not",
  },
  {
    input: "an object that inherits an unknown field",
    give: () => Object.assign(Object.create({ surprise: 1 }), EVENT),
    gets: "EVT-13",
  },
  {
    input: "a required field that is not enumerable",
    give: () => hidden("session_id"),
    gets: "EVT-03",
    because: "JSON would not have it",
  },
  {
    input: "an unknown field that is not enumerable",
    give: () => hidden("surprise"),
    gets: "accepted",
    because: "JSON would not have it",
  },
  {
    input: "a getter with a valid value",
    give: () => ({
      ...EVENT,
      get session_id() {
        return "sess-1";
      },
    }),
    gets: "accepted",
  },
  {
    input: "a getter that throws",
    give: () => ({
      ...EVENT,
      get session_id() {
        return fail();
      },
    }),
    gets: "CON-01",
  },
  {
    input: "a getter of an unknown field that throws",
    unknownFields: "allow",
    give: () => ({
      ...EVENT,
      get surprise() {
        return fail();
      },
    }),
    gets: "CON-01",
  },
  {
    input: "a getter that is wrong at the first reading and right at the second",
    give: fickle,
    gets: "CON-01",
  },
];

const PROXIES: readonly HostileInput[] = [
  { input: "a proxy without traps", give: () => new Proxy({ ...EVENT }, {}), gets: "accepted" },
  { input: "a proxy whose `get` throws", give: () => new Proxy({ ...EVENT }, { get: fail }), gets: "CON-01" },
  {
    input: "a proxy whose `ownKeys` throws",
    give: () => new Proxy({ ...EVENT }, { ownKeys: fail }),
    gets: "CON-01",
  },
  {
    input: "a proxy whose `getOwnPropertyDescriptor` throws",
    give: () => new Proxy({ ...EVENT }, { getOwnPropertyDescriptor: fail }),
    gets: "CON-01",
  },
  {
    input: "a proxy whose `getPrototypeOf` throws",
    give: () => new Proxy({ ...EVENT }, { getPrototypeOf: fail }),
    gets: "CON-01",
  },
  { input: "a revoked proxy", give: () => revoked({ ...EVENT }), gets: "CON-01" },
  {
    input: "a revoked proxy in place of a string",
    give: () => ({ ...EVENT, session_id: revoked({}) }),
    gets: "EVT-03",
  },
  {
    input: "a revoked proxy in place of an object",
    give: () => ({ ...EVENT, media_time: revoked({}) }),
    gets: "EVT-09",
  },
  {
    input: "a revoked proxy in place of an array",
    give: () => ({ ...EVENT, merge_group_id: "group-1", merged_from_event_ids: revoked([]) }),
    gets: "EVT-10",
  },
  {
    input: "a revoked proxy in an unknown field",
    give: () => ({ ...EVENT, surprise: revoked({}) }),
    gets: "EVT-13",
  },
  {
    input: "a map whose `ownKeys` throws",
    kind: "resolved_turn_plan",
    give: () => ({ ...planWith("budgets", {}), provider_bindings: new Proxy({}, { ownKeys: fail }) }),
    gets: "PLN-03",
  },
  {
    input: "an array whose items throw",
    give: () => ({
      ...EVENT,
      merge_group_id: "group-1",
      merged_from_event_ids: new Proxy(["a"], { get: fail }),
    }),
    gets: "EVT-10",
  },
];

const SURROUNDINGS: readonly HostileInput[] = [
  {
    input: "`Object.prototype` has a further enumerable property",
    around: () => polluted("surprise"),
    give: () => ({ ...EVENT }),
    gets: "EVT-13",
    because: "Every object has an unknown field then",
  },
  {
    input: "`Object.prototype` has a further enumerable property",
    unknownFields: "allow",
    around: () => polluted("surprise"),
    give: () => ({ ...EVENT }),
    gets: "accepted",
  },
  {
    input: "`Object.prototype` has a field of a control signal",
    unknownFields: "allow",
    around: () => polluted("signal"),
    give: () => ({ ...EVENT }),
    gets: "EVT-14",
  },
];

/** Hostile objects by sort. */
export const HOSTILE_OBJECTS: readonly HostileSection[] = [
  { title: "Fields that nobody declared", inputs: UNKNOWN },
  { title: "Size and depth", inputs: SIZE },
  { title: "Objects made in other ways", inputs: MAKE },
  { title: "Proxies", inputs: PROXIES },
  { title: "Surroundings", inputs: SURROUNDINGS },
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

function withAccessors(): object {
  const prototype = {};
  for (const [name, value] of Object.entries(EVENT))
    Object.defineProperty(prototype, name, { get: () => value });
  return Object.create(prototype);
}

function hidden(name: string): object {
  return Object.defineProperty({ ...EVENT }, name, { value: "sess-1", enumerable: false });
}

function fickle(): object {
  let readings = 0;
  return {
    ...EVENT,
    get session_id() {
      readings += 1;
      return readings === 1 ? 7 : "sess-1";
    },
  };
}

function revoked(target: object): object {
  const { proxy, revoke } = Proxy.revocable(target, {});
  revoke();
  return proxy;
}

function polluted(name: string): () => void {
  Object.defineProperty(Object.prototype, name, {
    value: 1,
    enumerable: true,
    configurable: true,
    writable: true,
  });
  return () => {
    delete (Object.prototype as Record<string, unknown>)[name];
  };
}
