/** Broad mutations of JSON artifacts: whatever a careless producer may write, right or wrong. */
import type { Random } from "fast-check";
import { Arbitrary, Stream, Value } from "fast-check";

import type { Shape } from "../validators/shape.ts";
import { objectShapesOf } from "../validators/shape.ts";
import { Draws } from "./from-shape/draws.ts";
import { makeJson } from "./from-shape/json-maker.ts";

type Container = Record<string, unknown> | unknown[];

const ODD_VALUES: readonly unknown[] = [
  null,
  true,
  false,
  0,
  -0,
  1,
  -1,
  1.5,
  -0.5,
  1e21,
  2 ** 53 - 1,
  2 ** 53,
  -(2 ** 53),
  "",
  " ",
  "0",
  "v1.0",
  "v2.0",
  "v1.0\n",
  "1.0",
  "2026-02-30T00:00:00Z",
  "2026-02-09T22:19:06Z",
  "0".repeat(64),
  [],
  {},
  [[]],
  { "": "" },
];

/** Values and field names that the contract knows: the likeliest ones to stand in a wrong place. */
interface Vocabulary {
  readonly values: readonly string[];
  readonly names: readonly string[];
}

/** Artifacts with up to three mutations each. */
export class MutantArbitrary extends Arbitrary<unknown> {
  readonly #base: Arbitrary<unknown>;
  readonly #words: Vocabulary;

  constructor(base: Arbitrary<unknown>, shape: Shape) {
    super();
    this.#base = base;
    this.#words = vocabularyOf(shape);
  }

  override generate(random: Random, biasFactor: number | undefined): Value<unknown> {
    const root = { artifact: this.#base.generate(random, biasFactor).value };
    const draws = new Draws(random);
    for (let left = draws.int(1, 3); left > 0; left -= 1) mutate(root, this.#words, draws);
    return new Value(root.artifact, undefined);
  }

  override canShrinkWithoutContext(_value: unknown): _value is unknown {
    return false;
  }

  override shrink(): Stream<Value<unknown>> {
    return Stream.nil();
  }
}

function mutate(root: { artifact: unknown }, words: Vocabulary, draws: Draws): void {
  const container = draws.int(0, 19) === 0 ? root : containerIn(root.artifact, draws);
  if (container === undefined) return;
  if (Array.isArray(container)) mutateList(container, words, draws);
  else mutateObject(container, words, draws);
}

/** Some object or list of the artifact, the outer ones rather than the inner ones. */
function containerIn(value: unknown, draws: Draws): Container | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  const inner = Object.values(value).filter((item) => typeof item === "object" && item !== null);
  if (inner.length === 0 || draws.int(0, 1) === 0) return value as Container;
  return containerIn(draws.one(inner), draws);
}

function mutateList(list: unknown[], words: Vocabulary, draws: Draws): void {
  const index = draws.int(0, list.length);
  const choice = draws.int(0, 3);
  if (choice === 0) list.splice(index, 1);
  else if (choice === 1 && list.length > 0) list.push(structuredClone(list[index % list.length]));
  else if (choice === 2) list.length = Math.min(list.length, index);
  else list[index] = oddValue(list[index], words, draws);
}

function mutateObject(object: Record<string, unknown>, words: Vocabulary, draws: Draws): void {
  const names = Object.keys(object);
  const name = names.length === 0 ? "later" : draws.one(names);
  switch (draws.int(0, 7)) {
    case 0:
      delete object[name];
      return;
    case 1:
      put(object, oddName(name, words, draws), structuredClone(object[name]));
      return;
    case 2:
      put(object, draws.one(words.names), oddValue(undefined, words, draws));
      return;
    case 3: {
      const other = draws.one([name, ...names]);
      const kept = object[name];
      put(object, name, object[other]);
      put(object, other, kept);
      return;
    }
    default:
      put(object, name, oddValue(object[name], words, draws));
  }
}

/** As JSON.parse does: `__proto__` becomes a field like any other. */
function put(object: Record<string, unknown>, name: string, value: unknown): void {
  if (value === undefined) return;
  Object.defineProperty(object, name, { value, configurable: true, enumerable: true, writable: true });
}

function oddName(name: string, { names }: Vocabulary, draws: Draws): string {
  const odd = ["", "__proto__", "constructor", `${name}_`, ` ${name}`, name.toUpperCase(), draws.one(names)];
  return draws.one(odd);
}

function oddValue(value: unknown, { values }: Vocabulary, draws: Draws): unknown {
  switch (draws.int(0, 7)) {
    case 0:
      return draws.one(values);
    case 1:
      return [value ?? null];
    case 2:
      return makeJson(draws, 3);
    case 3:
      if (typeof value === "number") return draws.one([String(value), value + 0.5, -value, value * 2 ** 20]);
      if (typeof value === "string")
        return draws.one([` ${value}`, value.slice(1), value.toUpperCase(), `${value}\n`]);
      return { value: value ?? null };
    default:
      return structuredClone(draws.one(ODD_VALUES));
  }
}

function vocabularyOf(shape: Shape): Vocabulary {
  const values = new Set<string>(["later"]);
  const names = new Set<string>(["later"]);
  const visit = (node: Shape): void => {
    if (node.is === "text") for (const value of node.of ?? []) values.add(value);
    if (node.is === "list") visit(node.item);
    if (node.is === "map" && node.value !== undefined) visit(node.value);
    if (node.is === "event" || node.is === "variants") objectShapesOf(node).forEach(visit);
    if (node.is !== "object") return;
    for (const [name, field] of Object.entries(node.fields)) {
      names.add(name);
      visit(field.shape);
    }
  };
  visit(shape);
  return { values: [...values], names: [...names] };
}
