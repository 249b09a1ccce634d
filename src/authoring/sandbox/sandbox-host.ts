/** The functions that a module may call: each is for the call of a hook that runs, and is paid for in fuel. */
import { describeValue } from "../../internal/describe-value.ts";
import type { SeededRandom } from "../../simulation/seeded-random.ts";
import type { NodeContext, StateStore } from "../node/node-context.ts";
import type { NodeOutput } from "../node/node-event.ts";
import { decodeOutput, jsonBytes, readModuleJson } from "./event-encoding.ts";
import { readTelemetry } from "./read-telemetry.ts";
import { BYTES_PER_FUEL, HOST_ANSWERS, HOST_CALL_FUEL, SANDBOX_LIMITS } from "./sandbox-abi.ts";
import { ModuleFault } from "./sandbox-refusal.ts";

/** The call of a hook that runs. */
export interface ActiveCall {
  readonly hook: string;
  readonly ctx: NodeContext;
  /** Only `process` and `onBudgetExhausted` give outputs. */
  readonly givesOutputs: boolean;
  readonly outputs: NodeOutput[];
  /** Bytes that are held in `outputs`, about. */
  held_bytes: number;
  /** Telemetry records. */
  records: number;
  /** Why the module refuses the input, once it does. */
  refusal: string | undefined;
  /** The module asked for more than it may have. */
  asked_too_much: boolean;
}

/** What the functions need of the instance that they serve. */
export interface HostAccess {
  /** The call that runs; throws where none does. */
  call(): ActiveCall;
  /** Takes fuel; throws once there is none left. */
  pay(fuel: number): void;
  /** Memory of the module as it is now. */
  memory(): Uint8Array;
  /** Names of state that the instance has set. */
  readonly state_names: Set<string>;
  /** Outputs, and bytes of them, that one call may hold. */
  readonly max_outputs: number;
  readonly max_held_bytes: number;
}

/** Bytes of the host that a byte of JSON may become. */
const JSON_WEIGHT = 16;

type HostFunctions = Record<string, (...numbers: number[]) => number | bigint | undefined>;

/** Bytes of the module's memory. Throws a ModuleFault for a region that is not in it. */
export function regionOf(memory: Uint8Array, { ptr, length, action }: Region): Uint8Array {
  // Numbers come from the module as signed ones; addresses have no sign.
  const [start, count] = [ptr >>> 0, length >>> 0];
  if (start + count <= memory.length) return memory.subarray(start, start + count);
  const expected = `a region within ${memory.length} bytes of memory`;
  throw new ModuleFault({ action, expected, received: `${count} bytes at ${start}` });
}

interface Region {
  readonly ptr: number;
  readonly length: number;
  readonly action: string;
}

/** The functions of `rspp:node/host`. */
export function createNodeHostFunctions(access: HostAccess): HostFunctions {
  const take = (ptr = 0, length = 0, action = "read a message of the module") => {
    const region = regionOf(access.memory(), { ptr, length, action });
    access.pay(Math.ceil(region.length / BYTES_PER_FUEL));
    return region;
  };
  /** Text that is going to be parsed costs a unit a byte, as that takes longer than copying it. */
  const takeJson = (ptr = 0, length = 0) => {
    const json = take(ptr, length);
    access.pay(json.length);
    return json;
  };
  const text = (ptr = 0, length = 0) => {
    const action = "read a text of the module";
    const bytes = take(ptr, length, action);
    if (bytes.length <= SANDBOX_LIMITS.text_bytes) return new TextDecoder().decode(new Uint8Array(bytes));
    const expected = `at most ${SANDBOX_LIMITS.text_bytes} bytes`;
    throw new ModuleFault({ action, expected, received: `${bytes.length}` });
  };
  const functions: HostFunctions = {
    emit(ptr, length, bytesPtr, bytesLength) {
      const call = access.call();
      const message = { json: takeJson(ptr, length), bytes: take(bytesPtr, bytesLength) };
      const output = decodeOutput(message);
      if (!call.givesOutputs) return HOST_ANSWERS.not_here;
      const held = call.held_bytes + JSON_WEIGHT * message.json.length + message.bytes.length;
      if (call.outputs.length >= access.max_outputs || held > access.max_held_bytes) {
        call.asked_too_much = true;
        return HOST_ANSWERS.too_much;
      }
      call.held_bytes = held;
      call.outputs.push(output);
      return HOST_ANSWERS.taken;
    },
    telemetry(ptr, length) {
      const call = access.call();
      const { name, fields } = readTelemetry(takeJson(ptr, length));
      call.records += 1;
      if (call.records <= SANDBOX_LIMITS.records) call.ctx.telemetry.record(name, fields);
      return undefined;
    },
    refuse(ptr, length) {
      access.call().refusal = text(ptr, length);
      return undefined;
    },
    now_ms: () => access.call().ctx.time.monotonic_ms(),
    random: () => randomOf(access).next(),
    state_get(kind, namePtr, nameLength, ptr, length) {
      const value = storeOf(access, kind).get(text(namePtr, nameLength));
      if (value === undefined) return -1;
      const json = jsonBytes(value);
      access.pay(json.length);
      const room = take(ptr, length);
      room.set(json.subarray(0, room.length));
      return json.length;
    },
    state_set(kind, namePtr, nameLength, ptr, length) {
      const store = storeOf(access, kind);
      const name = text(namePtr, nameLength);
      const json = takeJson(ptr, length);
      const key = `${kind}:${name}`;
      if (json.length === 0) {
        store.delete(name);
        access.state_names.delete(key);
        return HOST_ANSWERS.taken;
      }
      const value = readModuleJson(json, "read state of the module");
      const isFull = !access.state_names.has(key) && access.state_names.size >= SANDBOX_LIMITS.state_names;
      if (isFull || json.length > SANDBOX_LIMITS.state_bytes) {
        access.call().asked_too_much = true;
        return HOST_ANSWERS.too_much;
      }
      access.state_names.add(key);
      store.set(name, value);
      return HOST_ANSWERS.taken;
    },
  };
  return paid(functions, access);
}

/** The functions of WASI that are offered, by module without version. */
export function createWasiFunctions(access: HostAccess): Readonly<Record<string, HostFunctions>> {
  const now = () => BigInt(Math.round(access.call().ctx.time.monotonic_ms() * 1e6));
  const draw = () => {
    const random = randomOf(access);
    const word = () => BigInt(random.between(0, 0xffff_ffff));
    return (word() << 32n) | word();
  };
  return {
    "wasi:clocks/monotonic-clock": paid({ now, resolution: () => 1n }, access),
    "wasi:random/random": paid({ "get-random-u64": draw }, access),
    "wasi:random/insecure": paid({ "get-insecure-random-u64": draw }, access),
  };
}

const randomOf = (access: HostAccess): SeededRandom => access.call().ctx.determinism.random();

/** Every call costs the same before it does anything. */
function paid(functions: HostFunctions, access: HostAccess): HostFunctions {
  const entries = Object.entries(functions).map(([name, fn]) => [
    name,
    (...numbers: number[]) => {
      access.pay(HOST_CALL_FUEL);
      return fn(...numbers);
    },
  ]);
  return Object.fromEntries(entries) as HostFunctions;
}

function storeOf(access: HostAccess, kind = -1): StateStore {
  const { state } = access.call().ctx;
  if (kind === 0) return state.turn;
  if (kind === 1) return state.session_hot;
  if (kind === 2) return state.session_durable;
  throw new ModuleFault({
    action: "find the state that the module asks for",
    expected: "0 (turn), 1 (session hot) or 2 (session durable)",
    received: describeValue(kind),
  });
}
