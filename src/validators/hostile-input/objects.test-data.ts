/** Hostile objects: right in what they say, hostile in how they are made. */
import { contracts } from "../../contracts/catalog.ts";
import { asPlan, type HostileSection, hostileInputs, open } from "./hostile-input.test-kit.ts";
import { planWith } from "./values.test-data.ts";

const EVENT: Readonly<Record<string, unknown>> = contracts.event_record.example;

const fail = (): never => {
  throw new Error("Cannot be read");
};

const proxy = (handler: ProxyHandler<object>) => () => new Proxy({ ...EVENT }, handler);
const event = (fields: () => object) => () => ({ ...EVENT, ...fields() });
const merged = (ids: () => unknown) =>
  event(() => ({ merge_group_id: "group-1", merged_from_event_ids: ids() }));

const MADE_OTHERWISE = hostileInputs([
  ["a frozen object", () => Object.freeze({ ...EVENT }), "accepted"],
  ["an object without a prototype", () => Object.assign(Object.create(null), EVENT), "accepted"],
  ["an instance of a class with own fields", () => Object.assign(new (class Event {})(), EVENT), "accepted"],
  [
    "an instance of a class with accessors",
    withAccessors,
    "EVT-01",
    { because: "Accessors of a class are not enumerable" },
  ],
  [
    "an object that inherits every field",
    () => Object.create(EVENT),
    "accepted",
    { because: "Enumerable fields count, inherited or not" },
  ],
  [
    "an object that inherits an unknown field",
    () => Object.assign(Object.create({ surprise: 1 }), EVENT),
    "EVT-13",
  ],
  [
    "a required field that is not enumerable",
    () => hidden("session_id"),
    "EVT-03",
    { because: "JSON would not have it" },
  ],
  [
    "an unknown field that is not enumerable",
    () => hidden("surprise"),
    "accepted",
    { because: "JSON would not have it" },
  ],
  ["a getter with a valid value", () => withGetter("session_id", () => "sess-1"), "accepted"],
  ["a getter that throws", () => withGetter("session_id", fail), "CON-01"],
  ["a getter of an unknown field that throws", () => withGetter("surprise", fail), "CON-01", open],
  ["a getter that is wrong at the first reading and right at the second", fickle, "CON-01"],
]);

const PROXIES = hostileInputs([
  ["a proxy without traps", proxy({}), "accepted"],
  ["a proxy whose `get` throws", proxy({ get: fail }), "CON-01"],
  ["a proxy whose `ownKeys` throws", proxy({ ownKeys: fail }), "CON-01"],
  ["a proxy whose `getOwnPropertyDescriptor` throws", proxy({ getOwnPropertyDescriptor: fail }), "CON-01"],
  ["a proxy whose `getPrototypeOf` throws", proxy({ getPrototypeOf: fail }), "CON-01"],
  ["a revoked proxy", () => revoked({ ...EVENT }), "CON-01"],
  ["a revoked proxy in place of a string", event(() => ({ session_id: revoked({}) })), "EVT-03"],
  ["a revoked proxy in place of an object", event(() => ({ media_time: revoked({}) })), "EVT-09"],
  ["a revoked proxy in place of an array", merged(() => revoked([])), "EVT-10"],
  ["a revoked proxy in an unknown field", event(() => ({ surprise: revoked({}) })), "EVT-13"],
  ["an array whose items throw", merged(() => new Proxy(["a"], { get: fail })), "EVT-10"],
  [
    "a map whose `ownKeys` throws",
    () => ({ ...planWith("budgets", {}), provider_bindings: new Proxy({}, { ownKeys: fail }) }),
    "PLN-03",
    asPlan,
  ],
]);

const FURTHER = "`Object.prototype` has a further enumerable property";

const SURROUNDINGS = hostileInputs([
  [
    FURTHER,
    () => ({ ...EVENT }),
    "EVT-13",
    { around: () => polluted("surprise"), because: "Every object has an unknown field then" },
  ],
  [FURTHER, () => ({ ...EVENT }), "accepted", { ...open, around: () => polluted("surprise") }],
  [
    "`Object.prototype` has a field of a control signal",
    () => ({ ...EVENT }),
    "EVT-14",
    { ...open, around: () => polluted("signal") },
  ],
]);

/** Hostile objects by sort. */
export const HOSTILE_OBJECTS: readonly HostileSection[] = [
  { title: "Objects made in other ways", inputs: MADE_OTHERWISE },
  { title: "Proxies", inputs: PROXIES },
  { title: "Surroundings", inputs: SURROUNDINGS },
];

function withGetter(name: string, get: () => unknown): object {
  return Object.defineProperty({ ...EVENT }, name, { get, enumerable: true });
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
  return withGetter("session_id", () => {
    readings += 1;
    return readings === 1 ? 7 : "sess-1";
  });
}

function revoked(target: object): object {
  const { proxy, revoke } = Proxy.revocable(target, {});
  revoke();
  return proxy;
}

function polluted(name: string): () => void {
  const descriptor = { value: 1, enumerable: true, configurable: true, writable: true };
  Object.defineProperty(Object.prototype, name, descriptor);
  return () => {
    delete (Object.prototype as Record<string, unknown>)[name];
  };
}
