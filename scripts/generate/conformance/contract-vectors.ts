/** Vectors of one contract, made of its example: each rule kept, each rule broken, and the open mode. */
import { breaksOf } from "../../../src/arbitraries/near-miss/breaks.ts";
import { keptRules } from "../../../src/arbitraries/near-miss/kept-rules.ts";
import type { BrokenArtifact } from "../../../src/arbitraries/near-miss/near-miss.ts";
import { brokenArtifacts } from "../../../src/arbitraries/near-miss/near-miss.ts";
import type { Contract } from "../../../src/contracts/core/define-contract.ts";
import { KINDS } from "../../../src/validators/generated/kinds.ts";
import type { Shape } from "../../../src/validators/shape.ts";
import { objectShapesOf } from "../../../src/validators/shape.ts";
import { kindEntry } from "../../../src/validators/validate.ts";
import { sealed } from "./plan-hash-vectors.ts";
import type { Vector } from "./vector.ts";
import { vector } from "./vector.ts";

/** Vectors of rules that a single artifact shows. */
export function contractVectors(contract: Contract): Vector[] {
  const { shape } = kindEntry(contract.kind);
  const opaque = opaqueShapes(contract, shape);
  return [
    ...validVectors(contract, shape, opaque),
    ...invalidVectors(contract, shape, opaque),
    ...openVectors(contract, shape),
  ];
}

/**
 * Shapes of other contracts have vectors of their own and are not looked into, unless a rule of this
 * contract shows nowhere else.
 */
function opaqueShapes({ kind, example, requirements }: Contract, shape: Shape): ReadonlySet<Shape> {
  const opaque = new Set(
    Object.values(KINDS).flatMap((entry) => (entry.shape === shape ? [] : [entry.shape])),
  );
  const rulesOf = (hidden: ReadonlySet<Shape>) =>
    new Set(keptRules(shape, example, { opaque: hidden }).map(({ rule }) => rule));
  const [some, all] = [rulesOf(opaque), rulesOf(new Set())];
  const hidesOwnRule = requirements.some(({ id }) => all.has(id) && !some.has(id));
  return kind === "event" || hidesOwnRule ? new Set() : opaque;
}

function validVectors({ kind, example }: Contract, shape: Shape, opaque: ReadonlySet<Shape>): Vector[] {
  return briefFor(kind, keptRules(shape, example, { opaque })).map(({ rule, level, name, how, value }) =>
    vector({
      kind,
      rule,
      level,
      expect: "accept",
      name,
      note: how,
      artifact: { value: sealed(kind, value) },
    }),
  );
}

function invalidVectors({ kind, example }: Contract, shape: Shape, opaque: ReadonlySet<Shape>): Vector[] {
  const broken = brokenArtifacts(shape, example, { breaks: breaksOf(shape, opaque) });
  return briefFor(kind, broken.filter(isTelling(broken))).map((one) => {
    const { rule, level, name, how, alsoBreaks, value } = one;
    const expect = level === "MUST" ? "refuse" : "warn";
    const artifact = { value: sealed(kind, value) };
    return vector({
      kind,
      rule,
      level,
      expect,
      name,
      note: how,
      also_breaks: alsoBreaks,
      artifact,
    });
  });
}

/**
 * Which mistakes are worth a vector: of the malformed values of a field the most telling one, null where the
 * field is optional and every text that nearly matches a pattern; of mistakes that break several rules only
 * missing fields.
 */
function isTelling(all: readonly BrokenArtifact[]): (one: BrokenArtifact) => boolean {
  const needed = new Set(
    all.flatMap(({ sort, name }) => (sort === "missing" ? [name.replace(/-missing$/, "")] : [])),
  );
  return ({ sort, alsoBreaks, name, rank }) => {
    if (alsoBreaks.length > 0) return sort === "demand";
    if (sort !== "malformed" || rank === 0 || NEAR_PATTERN.test(name)) return true;
    return name.endsWith("-null") && !needed.has(name.replace(/-null$/, ""));
  };
}

const NEAR_PATTERN =
  /-(foreign|unknown|cut-short|ending-in-a-newline|not-in-the-calendar|no-such-day|in-upper-case|in-lower-case|beyond-2-53|too-high)$/;

/** The parts of an event have vectors of their own: of a rule, one is enough. */
function briefFor<V extends { readonly rule: string }>(kind: string, all: readonly V[]): readonly V[] {
  if (kind !== "event") return all;
  return [...new Map([...all].reverse().map((one) => [one.rule, one])).values()].reverse();
}

/** Fields of a later minor: refused by a producer, let through by a consumer; nothing else changes. */
function openVectors({ kind, example }: Contract, shape: Shape): Vector[] {
  const unknown = objectShapesOf(shape)[0]?.unknown ?? "";
  const later = { later_field: { of: "a later minor" } };
  const value = { ...(example as object), ...later };
  const forbidden = brokenArtifacts(shape, example)
    .filter(({ sort, alsoBreaks }) => sort === "forbidden" && alsoBreaks.length === 0)
    .slice(0, 2);
  const missing = brokenArtifacts(shape, example).find(({ sort }) => sort === "missing");
  const open = { kind, unknown_fields: "allow" } as const;
  return [
    vector({
      ...open,
      rule: unknown,
      expect: "accept",
      name: "later-minor-field",
      note: "A field of a later minor passes on the consumer's side and is kept",
      artifact: { value: sealed(kind, value) },
    }),
    ...forbidden.map(({ rule, name, how, value: broken }) =>
      vector({
        ...open,
        rule,
        expect: "refuse",
        name: `${name}-in-open-mode`,
        note: `${how}; open mode does not let forbidden fields through`,
        artifact: { value: broken },
      }),
    ),
    ...(missing === undefined
      ? []
      : [
          vector({
            ...open,
            rule: missing.rule,
            expect: "refuse",
            name: `${missing.name}-in-open-mode`,
            note: `${missing.how}; open mode changes nothing about that`,
            artifact: { value: sealed(kind, { ...(missing.value as object), ...later }) },
          }),
        ]),
  ];
}
