/** Hostile values: what a caller in the same process can hand over. */
import { contracts } from "../../contracts/catalog.ts";
import { asPlan, type HostileInput, type HostileSection, hostileInputs } from "./hostile-input.test-kit.ts";

const EVENT: Readonly<Record<string, unknown>> = contracts.event_record.example;
const PLAN: Readonly<Record<string, unknown>> = contracts.resolved_turn_plan.example;

/** A valid event with some fields replaced. */
const event = (fields: object) => () => ({ ...EVENT, ...fields });
/** A valid event that was merged from others. */
const merged = (ids: unknown) => event({ merge_group_id: "group-1", merged_from_event_ids: ids });

/** Rows that differ in one value: its name in words, the value itself and what it gets. */
const each = (
  rows: readonly (readonly [input: string, value: unknown, gets: string, because?: string])[],
  give: (value: unknown) => () => unknown,
): HostileInput[] =>
  rows.map(([input, value, gets, because]) => ({
    input,
    give: give(value),
    gets,
    ...(because !== undefined && { because }),
  }));

const ROOTS = each(
  [
    ["`undefined`", undefined, "CON-01"],
    ["`null`", null, "CON-01"],
    ["an empty array", [], "CON-01"],
    ["an array of a valid event", [EVENT], "CON-01"],
    ["a string", JSON.stringify(EVENT), "CON-01", "Text goes to `validateText`"],
    ["a number", 7, "CON-01"],
    ["`NaN`", Number.NaN, "CON-01"],
    ["a boolean", true, "CON-01"],
    ["a BigInt", 7n, "CON-01"],
    ["a symbol", Symbol("event"), "CON-01"],
    ["a function", () => EVENT, "CON-01"],
    ["an empty object", {}, "EVT-01", "Eleven diagnostics, one for each missing field"],
    ["a `Date`", new Date(0), "CON-01", "An object without fields"],
    ["an invalid `Date`", new Date(Number.NaN), "CON-01", "An object without fields"],
    ["a `Map` of valid fields", new Map(Object.entries(EVENT)), "CON-01", "Its entries are no fields"],
    ["a `Set`", new Set([EVENT]), "CON-01", "Its members are no fields"],
    ["a `WeakMap`", new WeakMap(), "CON-01", "An object without fields"],
    ["a regular expression", /event/, "CON-01", "An object without fields"],
    ["a promise of a valid event", Promise.resolve(EVENT), "CON-01", "An object without fields"],
    ["an error", new Error("no event"), "CON-01", "Its message is not enumerable"],
    ["a boxed string", new String("event"), "CON-01", "Its letters are unknown fields"],
    ["a boxed number", new Number(7), "CON-01", "An object without fields"],
    ["an `ArrayBuffer`", new ArrayBuffer(8), "CON-01", "Bytes go to `validateText` as a `Uint8Array`"],
    ["a `Uint8Array`", new Uint8Array(8), "CON-01", "Bytes go to `validateText`"],
  ],
  (value) => () => value,
);

const STRINGS = each(
  [
    ["`null`", null, "EVT-03"],
    ["`undefined`", undefined, "EVT-03", "A field that is undefined is absent, as `JSON.stringify` has it"],
    ["an empty string", "", "EVT-03"],
    ["a number", 7, "EVT-03"],
    ["`true`", true, "EVT-03"],
    ["an array of a string", ["sess-1"], "EVT-03"],
    ["an object with `toString`", { toString: () => "sess-1" }, "EVT-03"],
    ["a boxed string", new String("sess-1"), "EVT-03"],
    ["a function", () => "sess-1", "EVT-03"],
    ["a symbol", Symbol("sess-1"), "EVT-03"],
    ["a BigInt", 1n, "EVT-03"],
    ["a `Date`", new Date(0), "EVT-03"],
    ["a string with a NUL", "sess\0ion", "accepted", "Ids are opaque; JSON escapes it"],
    ["a blank string", " ", "accepted", "Blank strings are legal ids"],
    ["a lone surrogate", "\ud800", "accepted", "Only text has an encoding: `validateText` refuses it"],
    ["a right-to-left override", "\u202esess", "accepted", "Ids are opaque"],
  ],
  (session_id) => event({ session_id }),
);

const INTEGERS = each(
  [
    ["`NaN`", Number.NaN, "EVT-06"],
    ["`Infinity`", Number.POSITIVE_INFINITY, "EVT-06"],
    ["`-Infinity`", Number.NEGATIVE_INFINITY, "EVT-06"],
    ["1.5", 1.5, "EVT-06"],
    ["-1", -1, "EVT-06"],
    ["-0", -0, "accepted", "Integers count by value"],
    ["2^53 - 1", Number.MAX_SAFE_INTEGER, "accepted"],
    ["2^53", 2 ** 53, "EVT-15"],
    ["1e308", 1e308, "EVT-15"],
    ["-(2^53)", -(2 ** 53), "EVT-15"],
    ["a numeric string", "7", "EVT-06", "Nothing is coerced"],
    ["a BigInt", 7n, "EVT-06"],
    ["a boxed number", new Number(7), "EVT-06"],
    ["an object with `valueOf`", { valueOf: () => 7 }, "EVT-06"],
    ["an array of a number", [7], "EVT-06"],
  ],
  (transport_sequence) => event({ transport_sequence }),
);

const LISTS = [
  ...each(
    [
      ["an array with a hole", Object.assign(["a"], { 2: "b" }), "EVT-10"],
      ["an array of nothing but holes", new Array(4_000_000_000), "EVT-10"],
      ["an array with a further property", Object.assign(["a"], { extra: 1 }), "accepted", "JSON drops it"],
      ["an array of 100,000 items", Array.from({ length: 100_000 }, (_, item) => `event-${item}`), "EVT-10"],
      ["an array in an array", [["a"]], "EVT-10"],
      ["an array-like object", { 0: "a", length: 1 }, "EVT-10"],
      ["a `Set`", new Set(["a"]), "EVT-10"],
      ["a typed array", new Uint8Array(1), "EVT-10"],
      ["an array that claims 2^53 - 1 items", endlessArray(), "EVT-10"],
    ],
    merged,
  ),
  ...hostileInputs([
    ["an array that contains itself", () => merged(selfContaining())(), "EVT-10"],
    [
      "100,000 wrong items where any number is allowed",
      () => planWith("determinism", { ordering_markers: new Array(100_000).fill(7) }),
      "PLN-12",
      { ...asPlan, because: "100 diagnostics and a count of the rest" },
    ],
  ]),
];

/** Hostile values by sort. */
export const HOSTILE_VALUES: readonly HostileSection[] = [
  { title: "In place of the artifact", inputs: ROOTS },
  { title: "In place of a string", inputs: STRINGS },
  { title: "In place of an integer", inputs: INTEGERS },
  { title: "In place of an array", inputs: LISTS },
];

/** A valid plan with some fields of a nested object replaced. */
export function planWith(field: string, fields: object): object {
  return { ...PLAN, [field]: { ...(PLAN[field] as object), ...fields } };
}

function selfContaining(): unknown[] {
  const list: unknown[] = ["a"];
  list.push(list);
  return list;
}

function endlessArray(): unknown[] {
  return new Proxy([], { get: (_, name) => (name === "length" ? Number.MAX_SAFE_INTEGER : "a") });
}
