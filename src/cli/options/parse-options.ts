/** Reads the arguments of a command; what it cannot use is a UsageError with the nearest known word. */
import { parseArgs } from "node:util";

import { nearest } from "../../internal/edit-distance.ts";
import { quote } from "../../internal/quote.ts";
import { UsageError } from "../usage-error.ts";
import type { OptionSpecs, ParsedOptions } from "./option-spec.ts";

/** The options that were given. `-` alone is a positional, everything after `--` is one, too. */
export function parseOptions(argv: readonly string[], specs: OptionSpecs): ParsedOptions {
  const options = Object.fromEntries(
    Object.entries(specs).map(([name, { value, short }]) => {
      const type = value === undefined ? ("boolean" as const) : ("string" as const);
      return [name, short === undefined ? { type } : { type, short }];
    }),
  );
  const { tokens } = parseArgs({ args: [...argv], options, strict: false, tokens: true });
  const given = new Map<string, string | true>();
  const all: { readonly name: string; readonly value: string }[] = [];
  const positionals: string[] = [];
  for (const token of tokens) {
    if (token.kind === "positional") positionals.push(token.value);
    if (token.kind !== "option") continue;
    const value = readOption(token, specs);
    given.set(token.name, value);
    if (value !== true) all.push({ name: token.name, value });
  }
  return {
    positionals,
    value: (name) => {
      const value = given.get(name);
      return typeof value === "string" ? value : undefined;
    },
    values: (name) => all.filter((one) => one.name === name).map(({ value }) => value),
    has: (name) => given.has(name),
  };
}

interface OptionToken {
  readonly name: string;
  readonly rawName: string;
  readonly value?: string | undefined;
  readonly inlineValue?: boolean | undefined;
}

function readOption(token: OptionToken, specs: OptionSpecs): string | true {
  const { name, rawName, value, inlineValue } = token;
  const spec = Object.hasOwn(specs, name) ? specs[name] : undefined;
  if (spec === undefined) throw unknownOption(rawName, specs);
  if (spec.value === undefined) {
    if (value === undefined) return true;
    throw new UsageError(`Cannot use ${rawName}: expected no value but received ${quote(value)}`);
  }
  const expected = spec.choices?.join(", ") ?? `a value, as in ${rawName} ${spec.value}`;
  if (value === undefined)
    throw new UsageError(`Cannot use ${rawName}: expected ${expected} but received nothing`);
  if (!inlineValue && /^-./.test(value)) {
    const hint = `Write ${rawName}=${value} if that is the value`;
    throw new UsageError(
      `Cannot use ${rawName}: expected ${expected} but received the option ${quote(value)}`,
      hint,
    );
  }
  if (spec.choices !== undefined && !spec.choices.includes(value)) {
    const near = nearest(value, spec.choices);
    const hint = near === undefined ? undefined : `Did you mean ${near}?`;
    throw new UsageError(
      `Cannot use ${rawName}: expected one of ${expected} but received ${quote(value)}`,
      hint,
    );
  }
  return value;
}

function unknownOption(rawName: string, specs: OptionSpecs): UsageError {
  const near = nearest(rawName.replace(/^-+/, ""), Object.keys(specs));
  const hint = near === undefined ? undefined : `Did you mean --${near}?`;
  return new UsageError(`Cannot use ${quote(rawName)}: expected a known option`, hint);
}
