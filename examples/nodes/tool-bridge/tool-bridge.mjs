/** Calls the tools of an agent: with a time limit, with second tries, and never twice what was done already. */
import { defineNode, RefusedInput } from "@rspp/contracts/v1/authoring";
import { z } from "zod";

const config = z.object({
  /** How often a tool is tried in all. */
  attempts: z.int().min(1).max(10).default(3),
  /** How long one try may take, in ms. */
  attempt_ms: z.int().min(1).max(60_000).default(600),
  /** The longest wait before the second try, in ms; it doubles with each further one. */
  backoff_ms: z.int().min(1).max(10_000).default(100),
  /** With less than this left of the budget no try is begun, in ms: it would be cut off in the middle. */
  least_ms: z.int().min(0).max(10_000).default(50),
});

/** A call, as language models write it. */
const ToolCall = z.strictObject({
  call_id: z.string().min(1).max(200),
  tool: z.string().min(1).max(200),
  arguments: z.record(z.string(), z.json()).default({}),
});

/** What is said of a call: the result, or why there is none. */
const ToolResult = z.union([
  z.strictObject({ call_id: z.string(), ok: z.literal(true), result: z.json() }),
  z.strictObject({
    call_id: z.string(),
    ok: z.literal(false),
    error: z.enum(["unknown_tool", "failed", "timed_out", "out_of_time", "bad_result"]),
    attempts: z.int(),
  }),
]);

const REMEMBERED = 16;

/**
 * A node that calls `tools[name](arguments, { signal, call_id })`. A tool gives JSON or a promise of it. The signal
 * is aborted when nobody waits for the result any more. A tool that throws is tried again, unless the error says
 * `retryable: false`.
 *
 * @param {{ readonly [name: string]: (args: object, init: { signal: AbortSignal, call_id: string }) => unknown }} tools
 */
export const createToolBridge = (tools) =>
  defineNode({
    node_id: "tool-bridge",
    version: "1.0.0",
    execution_scope: "session",
    // Arguments hold names and addresses, and so do results: the class goes in and comes out unchanged. It is also
    // why no message and no telemetry below repeats anything of a call.
    inputs: { "tool.call": { payload_class: "PII", payload: z.union([z.string(), z.looseObject({})]) } },
    outputs: { "tool.result": { payload_class: "PII", payload: ToolResult } },
    // Answers of the last calls: a call that comes twice is answered twice and done once.
    state: ["session_hot"],
    resources: { timeout_ms: 3000 },
    max_buffered: 1,
    config,
    create: ({ config: limits }) => {
      /** Ends the call that runs: its tool, and the waits between the tries. */
      let end = () => {};

      return {
        async *process(ctx, event) {
          if (event.type !== "tool.call") throw new RefusedInput("Cannot call a tool: expected tool.call");
          const call = readCall(event.payload);
          const answers = ctx.state.session_hot.get("answers") ?? [];
          const known = answers.find(({ call_id }) => call_id === call.call_id);
          if (known !== undefined) {
            yield { type: "tool.result", payload: known };
            return;
          }
          const controller = new AbortController();
          end = (why) => controller.abort(why);
          const stop = () => controller.abort("cancelled");
          if (ctx.cancel.is_cancelled) stop();
          else ctx.cancel.signal.addEventListener("abort", stop, { once: true });
          try {
            const answer = await callWithRetries(call, { ctx, limits, tools, signal: controller.signal });
            // Cancelled: whoever asked has gone.
            if (answer === undefined) return;
            // Only what the tool has answered is final; what failed may be asked again.
            if (answer.ok) ctx.state.session_hot.set("answers", [...answers, answer].slice(-REMEMBERED));
            yield { type: "tool.result", payload: answer };
          } finally {
            // The runtime may have given up the call in the middle: the tool has to know.
            controller.abort("cancelled");
            ctx.cancel.signal.removeEventListener("abort", stop);
          }
        },
        // No onCancel: `ctx.cancel` is cancelled for the turn that the call is of, and the hook is told of every turn.
        // No onBargeIn either: that the user speaks does not take back an order that the user has given.
        onBudgetExhausted(_ctx, outcome) {
          // There is no half a result. To degrade and to fall back are the same: to say that there was no time.
          if (outcome === "degrade" || outcome === "fallback") end("out_of_time");
          if (outcome === "terminate") end("cancelled");
          return outcome;
        },
        stop: () => end("cancelled"),
      };
    },
  });

/** The call in a payload: an object, or JSON text as models like to write it. Refuses everything else. */
function readCall(payload) {
  let value = payload;
  try {
    if (typeof payload === "string") value = JSON.parse(payload);
  } catch {
    throw new RefusedInput("Cannot read the call: expected JSON");
  }
  const { success, data, error } = ToolCall.safeParse(value);
  if (success) return data;
  // The path, not the value: this text ends up in logs.
  const where = error.issues.map(({ path }) => path[0] ?? "the call itself").join(", ");
  throw new RefusedInput(`Cannot read the call: expected call_id, tool and arguments; look at ${where}`);
}

/** Tries until there is an answer, the tries are used up, or the time is; undefined when cancelled. */
async function callWithRetries({ call_id, tool, arguments: args }, { ctx, limits, tools, signal }) {
  const failed = (error, attempts) => ({ call_id, ok: false, error, attempts });
  if (!Object.hasOwn(tools, tool)) return failed("unknown_tool", 0);
  const random = ctx.determinism.random(`backoff ${call_id}`);
  let error = "failed";
  for (let attempt = 1; ; attempt += 1) {
    const left_ms = ctx.budget.remaining_ms - limits.least_ms;
    if (left_ms <= 0) return failed("out_of_time", attempt - 1);
    const started = ctx.time.monotonic_ms();
    const outcome = await callOnce(() => tools[tool](structuredClone(args), { signal, call_id }), {
      ms: Math.min(limits.attempt_ms, left_ms),
      signal,
    });
    ctx.telemetry.record("tool.attempt", {
      attempt,
      outcome: outcome.kind,
      took_ms: ctx.time.monotonic_ms() - started,
    });
    if (outcome.kind === "ended")
      return outcome.why === "out_of_time" ? failed(outcome.why, attempt) : undefined;
    if (outcome.kind === "answered") {
      const result = asJson(outcome.value);
      return result === undefined ? failed("bad_result", attempt) : { call_id, ok: true, result };
    }
    error = outcome.kind;
    if (outcome.isFinal || attempt >= limits.attempts) return failed(error, attempt);
    // Full jitter: many sessions that failed together must not come back together.
    const longest = limits.backoff_ms * 2 ** (attempt - 1);
    const pause = await callOnce(() => new Promise(() => {}), { ms: random.between(1, longest), signal });
    if (pause.kind === "ended") return pause.why === "out_of_time" ? failed(pause.why, attempt) : undefined;
  }
}

/**
 * Calls a function and waits for its promise, for `ms`, or until the signal is aborted, whichever comes first. Not
 * every tool heeds its signal; one that does not is left behind, and what it gives later is not looked at.
 */
function callOnce(work, { ms, signal }) {
  return new Promise((resolve) => {
    if (signal.aborted) {
      resolve({ kind: "ended", why: signal.reason });
      return;
    }
    const settle = (outcome) => {
      clearTimeout(timer);
      signal.removeEventListener("abort", leave);
      resolve(outcome);
    };
    const leave = () => settle({ kind: "ended", why: signal.reason });
    const timer = setTimeout(() => settle({ kind: "timed_out" }), ms);
    signal.addEventListener("abort", leave, { once: true });
    // Within a promise, so that a tool that throws at once is treated like one that rejects.
    Promise.resolve()
      .then(work)
      .then(
        (value) => settle({ kind: "answered", value }),
        (error) => settle({ kind: "failed", isFinal: error?.retryable === false }),
      );
  });
}

/** The value as JSON would carry it, null for nothing; undefined for what JSON cannot carry. */
function asJson(value) {
  try {
    return JSON.parse(JSON.stringify(value ?? null));
  } catch {
    return undefined;
  }
}
