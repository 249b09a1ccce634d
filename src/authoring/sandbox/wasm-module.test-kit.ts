/**
 * A small assembler for the text format of WebAssembly: enough of it to write test modules and examples that can be
 * read. Instructions are folded or flat, labels and names are supported, types are found by their text.
 */
import { type ByteWriter, createByteWriter } from "./byte-writer.ts";

type Expression = string | Text | Expression[];

/** A string in quotes. */
interface Text {
  readonly text: Uint8Array;
}

const TYPES: Readonly<Record<string, number>> = {
  i32: 0x7f,
  i64: 0x7e,
  f32: 0x7d,
  f64: 0x7c,
  v128: 0x7b,
  funcref: 0x70,
  externref: 0x6f,
};

const numbered = (first: number, names: string): [string, number[]][] =>
  names
    .trim()
    .split(/\s+/)
    .map((name, index) => [name, [first + index]]);

const compare = (type: string) =>
  `eq ne lt_s lt_u gt_s gt_u le_s le_u ge_s ge_u`.replace(/\w+/g, (name) => `${type}.${name}`);
const compareFloat = (type: string) => `eq ne lt gt le ge`.replace(/\w+/g, (name) => `${type}.${name}`);
const integer = (type: string) =>
  "clz ctz popcnt add sub mul div_s div_u rem_s rem_u and or xor shl shr_s shr_u rotl rotr".replace(
    /\w+/g,
    (name) => `${type}.${name}`,
  );
const float = (type: string) =>
  "abs neg ceil floor trunc nearest sqrt add sub mul div min max copysign".replace(
    /\w+/g,
    (name) => `${type}.${name}`,
  );

/** Instructions without anything behind the opcode, and those with indices, by name. */
const PLAIN = new Map<string, number[]>([
  ...numbered(0x00, "unreachable nop"),
  ["return", [0x0f]],
  ...numbered(0x1a, "drop select"),
  ...numbered(0x45, `i32.eqz ${compare("i32")} i64.eqz ${compare("i64")}`),
  ...numbered(0x5b, `${compareFloat("f32")} ${compareFloat("f64")}`),
  ...numbered(0x67, `${integer("i32")} ${integer("i64")} ${float("f32")} ${float("f64")}`),
  ...numbered(
    0xa7,
    `i32.wrap_i64 i32.trunc_f32_s i32.trunc_f32_u i32.trunc_f64_s i32.trunc_f64_u
     i64.extend_i32_s i64.extend_i32_u i64.trunc_f32_s i64.trunc_f32_u i64.trunc_f64_s i64.trunc_f64_u
     f32.convert_i32_s f32.convert_i32_u f32.convert_i64_s f32.convert_i64_u f32.demote_f64
     f64.convert_i32_s f64.convert_i32_u f64.convert_i64_s f64.convert_i64_u f64.promote_f32
     i32.reinterpret_f32 i64.reinterpret_f64 f32.reinterpret_i32 f64.reinterpret_i64
     i32.extend8_s i32.extend16_s i64.extend8_s i64.extend16_s i64.extend32_s`,
  ),
  ["i32.trunc_sat_f64_s", [0xfc, 2]],
  ["memory.size", [0x3f, 0]],
  ["memory.grow", [0x40, 0]],
  ["memory.copy", [0xfc, 10, 0, 0]],
  ["memory.fill", [0xfc, 11, 0]],
  ["table.grow", [0xfc, 15, 0]],
  ["ref.null", [0xd0, 0x70]],
  ["i32x4.splat", [0xfd, 17]],
  ["i32x4.add", [0xfd, 0xae, 1]],
]);

const INDEXED: Readonly<Record<string, number>> = { br: 0x0c, br_if: 0x0d, call: 0x10 };
const LOCAL: Readonly<Record<string, number>> = { "local.get": 0x20, "local.set": 0x21, "local.tee": 0x22 };
const GLOBAL: Readonly<Record<string, number>> = { "global.get": 0x23, "global.set": 0x24 };
const MEMORY = new Map(
  numbered(
    0x28,
    `i32.load i64.load f32.load f64.load i32.load8_s i32.load8_u i32.load16_s i32.load16_u
     i64.load8_s i64.load8_u i64.load16_s i64.load16_u i64.load32_s i64.load32_u
     i32.store i64.store f32.store f64.store i32.store8 i32.store16 i64.store8 i64.store16 i64.store32`,
  ),
);
const BLOCKS: Readonly<Record<string, number>> = { block: 0x02, loop: 0x03 };

/** The binary of a module in text format. Throws for what it does not know. */
export function assembleWat(source: string): Uint8Array {
  const [module] = parse(source);
  if (!Array.isArray(module) || module[0] !== "module") throw new Error("Expected (module ...)");
  const fields = module.slice(1).map((field) => field as Expression[]);
  const types: string[] = [];
  const names = { func: new Map<string, number>(), global: new Map<string, number>() };
  const lists = new Map<number, ByteWriter[]>();
  const push = (id: number, item: ByteWriter) => lists.set(id, [...(lists.get(id) ?? []), item]);
  const exported = (name: Expression, kind: number, index: number) =>
    push(7, textOf(createByteWriter(), name).bytes([kind]).unsigned(index));
  const typeOf = (parts: Expression[]) => {
    const ends = (head: string) =>
      parts.filter((part) => headOf(part) === head).flatMap((part) => valueTypes(part as Expression[]));
    const key = [
      0x60,
      ends("param").length,
      ...ends("param"),
      ends("result").length,
      ...ends("result"),
    ].join();
    if (!types.includes(key)) types.push(key);
    return types.indexOf(key);
  };
  const counts = { func: 0, global: 0 };
  const named = (kind: "func" | "global", field: Expression[]) => {
    const index = counts[kind]++;
    if (typeof field[1] === "string" && field[1].startsWith("$")) names[kind].set(field[1], index);
    for (const part of field) {
      if (headOf(part) === "export") exported((part as Expression[])[1]!, kind === "func" ? 0 : 3, index);
    }
  };
  const byHead = (head: string) => fields.filter((field) => field[0] === head);

  for (const [, from, name, what] of byHead("import")) {
    const item = textOf(textOf(createByteWriter(), from!), name!);
    const described = what as Expression[];
    if (described[0] === "func") {
      push(2, item.bytes([0]).unsigned(typeOf(described)));
      named("func", described);
    } else if (described[0] === "memory") push(2, limits(item.bytes([2]), described));
    else push(2, item.bytes([3, TYPES[String(described[1])]!, 0]));
  }
  for (const field of byHead("func")) named("func", field);
  for (const field of byHead("func")) push(3, createByteWriter().unsigned(typeOf(field)));
  for (const field of byHead("table")) push(4, limits(createByteWriter().bytes([0x70]), field));
  for (const field of byHead("memory")) {
    push(5, limits(createByteWriter(), field));
    for (const part of field) if (headOf(part) === "export") exported((part as Expression[])[1]!, 2, 0);
  }
  const resolver = (locals: Map<string, number>): Names => ({ ...names, locals, labels: [], typeOf });
  for (const field of byHead("global")) {
    named("global", field);
    const [type, value] = field
      .filter((part) => !String(part).startsWith("$") && headOf(part) !== "export")
      .slice(1);
    const isVariable = headOf(type!) === "mut";
    const byte = TYPES[String(isVariable ? (type as Expression[])[1] : type)]!;
    const item = createByteWriter().bytes([byte, isVariable ? 1 : 0]);
    push(6, code(item, [value!], resolver(new Map())).bytes([0x0b]));
  }
  const start = byHead("start")[0];
  for (const [, at, ...functions] of byHead("elem")) {
    const item = code(createByteWriter().bytes([0]), [at!], resolver(new Map())).bytes([0x0b]);
    item.unsigned(functions.length);
    for (const name of functions) item.unsigned(names.func.get(String(name))!);
    push(9, item);
  }
  for (const field of byHead("func")) push(10, createByteWriter().sized(body(field, resolver)));
  for (const [, at, ...texts] of byHead("data")) {
    const item = code(createByteWriter().bytes([0]), [at!], resolver(new Map())).bytes([0x0b]);
    const content = createByteWriter();
    for (const text of texts) content.bytes((text as Text).text);
    push(11, item.sized(content));
  }
  for (const key of types) push(1, createByteWriter().bytes(key.split(",").map(Number)));

  const out = createByteWriter().bytes([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]);
  for (const id of [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]) {
    if (id === 8 && start !== undefined) {
      out.section(8, createByteWriter().unsigned(names.func.get(String(start[1]))!));
    }
    const items = lists.get(id);
    if (items === undefined) continue;
    const content = createByteWriter().unsigned(items.length);
    for (const item of items) content.bytes(item.written());
    out.section(id, content);
  }
  return out.written().slice();
}

interface Names {
  readonly func: Map<string, number>;
  readonly global: Map<string, number>;
  readonly locals: Map<string, number>;
  readonly labels: string[];
  typeOf(parts: Expression[]): number;
}

function body(field: Expression[], resolver: (locals: Map<string, number>) => Names): ByteWriter {
  const locals = new Map<string, number>();
  const declared: number[] = [];
  let count = 0;
  const instructions: Expression[] = [];
  for (const part of field.slice(1)) {
    const head = headOf(part);
    if (head === "param" || head === "local") {
      const names = (part as Expression[]).filter((name) => String(name).startsWith("$"));
      if (names[0] !== undefined) locals.set(String(names[0]), count);
      const bytes = valueTypes(part as Expression[]);
      count += bytes.length;
      if (head === "local") declared.push(...bytes);
    } else if (head !== "result" && head !== "export" && !(part === field[1] && typeof part === "string")) {
      instructions.push(part);
    }
  }
  const out = createByteWriter().unsigned(declared.length);
  for (const type of declared) out.bytes([1, type]);
  return code(out, instructions, resolver(locals)).bytes([0x0b]);
}

/** Writes instructions; those in flat form take their immediates from what follows them. */
function code(out: ByteWriter, instructions: readonly Expression[], names: Names): ByteWriter {
  const rest = [...instructions];
  for (let part = rest.shift(); part !== undefined; part = rest.shift()) {
    if (typeof part === "string") instruction(out, part, { rest, names });
    else if (Array.isArray(part)) folded(out, part, names);
  }
  return out;
}

function folded(out: ByteWriter, [head, ...parts]: Expression[], names: Names): void {
  const op = String(head);
  const label = typeof parts[0] === "string" && parts[0].startsWith("$") ? (parts.shift() as string) : "";
  if (op in BLOCKS || op === "if") {
    const typed = parts.filter((part) => headOf(part) === "result" || headOf(part) === "param");
    const inner = parts.filter((part) => !typed.includes(part));
    const write = (list: readonly Expression[]) => code(out, list, names);
    if (op === "if") write(inner.filter((part) => headOf(part) !== "then" && headOf(part) !== "else"));
    const results = typed.flatMap((part) => valueTypes(part as Expression[]));
    out.bytes([op === "if" ? 0x04 : BLOCKS[op]!]);
    if (typed.length === 0) out.bytes([0x40]);
    else if (typed.length === 1 && headOf(typed[0]!) === "result" && results.length === 1) out.bytes(results);
    else out.unsigned(names.typeOf(typed));
    names.labels.unshift(label);
    if (op === "if") {
      write((inner.find((part) => headOf(part) === "then") as Expression[]).slice(1));
      const otherwise = inner.find((part) => headOf(part) === "else") as Expression[] | undefined;
      if (otherwise !== undefined) write(["else", ...otherwise.slice(1)]);
    } else write(inner);
    names.labels.shift();
    out.bytes([0x0b]);
    return;
  }
  if (label !== "") parts.unshift(label);
  const operands = parts.filter((part) => Array.isArray(part) && headOf(part) !== "type");
  code(out, operands, names);
  instruction(out, op, { rest: parts.filter((part) => !operands.includes(part)), names });
}

function instruction(
  out: ByteWriter,
  op: string,
  { rest, names }: { rest: Expression[]; names: Names },
): void {
  const plain = PLAIN.get(op);
  const index = (known: Map<string, number>) => {
    const name = String(rest.shift());
    const found = known.get(name) ?? Number(name);
    if (Number.isNaN(found)) throw new Error(`Unknown name ${name} of ${op}`);
    return found;
  };
  if (plain !== undefined) {
    out.bytes(plain);
    if (op === "ref.null") rest.shift();
  } else if (op === "else") out.bytes([0x05]);
  else if (op in INDEXED) {
    const labels = new Map(names.labels.map((label, depth) => [label, depth] as const).reverse());
    out.bytes([INDEXED[op]!]).unsigned(index(op === "call" ? names.func : labels));
  } else if (op in LOCAL) out.bytes([LOCAL[op]!]).unsigned(index(names.locals));
  else if (op in GLOBAL) out.bytes([GLOBAL[op]!]).unsigned(index(names.global));
  else if (op === "call_indirect") {
    out
      .bytes([0x11])
      .unsigned(names.typeOf((rest.shift() as Expression[][])[1]!))
      .bytes([0]);
  } else if (MEMORY.has(op)) {
    const offset = /^offset=/.test(String(rest[0])) ? Number(String(rest.shift()).slice(7)) : 0;
    out.bytes([...MEMORY.get(op)!, 0]).unsigned(offset);
  } else if (op === "i32.const") out.bytes([0x41]).signed(Number(rest.shift()));
  else if (op === "i64.const") out.bytes([0x42]).signed(Number(rest.shift()));
  else if (op === "f64.const") {
    out.bytes([0x44]).bytes(new Uint8Array(new Float64Array([Number(rest.shift())]).buffer));
  } else throw new Error(`Unknown instruction ${op}`);
}

const headOf = (part: Expression): string => (Array.isArray(part) ? String(part[0]) : "");

const valueTypes = (part: Expression[]): number[] =>
  part.slice(1).flatMap((name) => (String(name).startsWith("$") ? [] : [TYPES[String(name)]!]));

const textOf = (out: ByteWriter, part: Expression): ByteWriter =>
  out.unsigned((part as Text).text.length).bytes((part as Text).text);

function limits(out: ByteWriter, part: readonly Expression[]): ByteWriter {
  const [minimum, maximum] = part.filter((word) => /^\d+$/.test(String(word))).map(Number);
  out.bytes([maximum === undefined ? 0 : 1]).unsigned(minimum!);
  return maximum === undefined ? out : out.unsigned(maximum);
}

function parse(source: string): Expression[] {
  const tokens = source.matchAll(/\(;[\s\S]*?;\)|;;[^\n]*|"(?:[^"\\]|\\.)*"|[()]|[^\s()"]+/g);
  const stack: Expression[][] = [[]];
  for (const [token] of tokens) {
    if (token.startsWith(";;") || token.startsWith("(;")) continue;
    const top = stack[stack.length - 1]!;
    if (token === "(") {
      const list: Expression[] = [];
      top.push(list);
      stack.push(list);
    } else if (token === ")") stack.pop();
    else top.push(token.startsWith('"') ? { text: unescaped(token.slice(1, -1)) } : token);
  }
  return stack[0]!;
}

function unescaped(text: string): Uint8Array {
  const bytes = text.replace(/\\([0-9a-f]{2}|.)/gi, (_, code: string) =>
    code.length === 2 ? String.fromCharCode(Number.parseInt(code, 16)) : ({ n: "\n", t: "\t" }[code] ?? code),
  );
  return Uint8Array.from(bytes, (character) => character.charCodeAt(0));
}
