/** Mutants whose bug is that something of one turn or session gets into another, or that state gets lost. */
import { defineNode } from "../../../authoring/node/define-node.ts";
import { intent, intentOf } from "./correct/intent.ts";
import { mockLlm } from "./correct/mock-llm.ts";
import { segmenter, segmenterHead, splitSentences } from "./correct/segmenter.ts";
import { MOST_NOTES, sessionMemory, sessionMemoryHead, sizeOf } from "./correct/session-memory.ts";
import { translate, translator } from "./correct/translator.ts";
import { vad } from "./correct/vad.ts";
import { type NodeMutant, withHooks, withOutputs } from "./node-mutant.ts";
import { commit, open, say, sound, wait } from "./script-steps.ts";

/** Kept beside all instances. */
const translations = new Map<string, string>();
const notesOfAll: string[] = [];
let callsOfAll = 0;

/** Forgets what is pending when it is interrupted, and not when a turn ends well. */
const sessionSegmenter = defineNode({
  ...segmenterHead,
  execution_scope: "session",
  create() {
    let pending = "";
    const forget = () => {
      pending = "";
    };
    return {
      *process(_ctx, event) {
        if (event.type !== "text.delta") return;
        const { whole, rest } = splitSentences(pending + event.payload);
        pending = rest;
        for (const sentence of whole) yield { type: "text.segment", payload: sentence };
      },
      onCancel: forget,
      onBargeIn: forget,
    };
  },
});

const hotMemory = defineNode({
  ...sessionMemoryHead,
  state: ["session_hot", "session_durable"],
  create: () => ({
    *process(ctx, { type, payload }) {
      if (type !== "text.final") return;
      const notes = [...(ctx.state.session_hot.get<string[]>("notes") ?? []), payload].slice(-MOST_NOTES);
      ctx.state.session_hot.set("notes", notes);
      yield { type: "memory.updated", payload: sizeOf(notes) };
    },
  }),
});

/** One bug each. */
export const SCOPE_MUTANTS: readonly NodeMutant[] = [
  {
    name: "the first turn for ever",
    rule: "NODE-SCOPE-01",
    why: "The turn id of the first event is written into every output",
    correct: intent,
    node: withHooks(intent, () => {
      let turn_id: string | undefined;
      return {
        *process(_ctx, { payload, envelope }) {
          turn_id ??= envelope.turn_id;
          const said = turn_id === undefined ? {} : { envelope: { turn_id, event_scope: "turn" as const } };
          yield { type: "intent.found", payload: intentOf(payload as string), ...said };
        },
      };
    }),
    script: [open("t1"), say("one"), open("t2"), say("two")],
  },
  {
    name: "half a sentence of the last turn",
    rule: "NODE-SCOPE-01",
    why: "A segmenter of the session does not forget what was left over when the turn ended",
    correct: segmenter,
    node: sessionSegmenter,
  },
  {
    name: "an answer to a turn that is over",
    rule: "NODE-SCOPE-02",
    why: "A session-scoped node looks something up without waiting for it, and answers when it has it",
    correct: intent,
    node: withHooks(intent, () => {
      let timer: ReturnType<typeof setTimeout> | undefined;
      return {
        process(ctx, event) {
          const found = { type: "intent.found", payload: intentOf(event.payload as string), cause: event };
          clearTimeout(timer);
          timer = setTimeout(() => void ctx.emit(found), 120);
        },
        onCancel: () => clearTimeout(timer),
        onBargeIn: () => clearTimeout(timer),
        stop: () => clearTimeout(timer),
      };
    }),
    script: [open("t1"), say("one"), commit, wait(200)],
  },
  {
    name: "state that is not declared",
    rule: "NODE-SCOPE-03",
    why: "The node counts in hot state, which its descriptor does not list",
    correct: vad,
    node: withHooks(vad, (hooks) => ({
      process(ctx, event) {
        const frames = ctx.state.session_hot.get<number>("frames") ?? 0;
        ctx.state.session_hot.set("frames", frames + 1);
        return hooks.process(ctx, event);
      },
    })),
    script: [sound("audio.frame", 900)],
  },
  {
    name: "turn state from session scope",
    rule: "NODE-SCOPE-03",
    why: "A session-scoped node reaches for the state of a turn",
    correct: sessionMemory,
    node: withHooks(sessionMemory, (hooks) => ({
      process(ctx, event) {
        ctx.state.turn.set("last", event.payload);
        return hooks.process(ctx, event);
      },
    })),
    script: [open("t1"), say("one")],
  },
  {
    name: "a cache keyed by nothing",
    rule: "NODE-SCOPE-04",
    why: "A cache of the module gives one session the translation that another one paid for, in no time",
    correct: translator,
    node: withHooks(translator, () => ({
      async *process(ctx, { payload }) {
        const source = payload as string;
        const known = translations.get("last");
        if (known === undefined) await ctx.time.sleep(30);
        translations.set("last", translate(source));
        yield { type: "text.translated", payload: known ?? translate(source) };
      },
    })),
  },
  {
    name: "notes of all sessions",
    rule: "NODE-SCOPE-04",
    why: "Notes are kept in a list of the module, so that every session sees those of all others",
    correct: sessionMemory,
    node: withOutputs(sessionMemory, ({ type }, { event }) => {
      notesOfAll.push(event.payload as string);
      return { type, payload: sizeOf(notesOfAll) };
    }),
  },
  {
    name: "a limit for all sessions",
    rule: "NODE-SCOPE-04",
    why: "Every fourth call is left out to keep to a limit, counted over all sessions",
    correct: mockLlm,
    node: withHooks(mockLlm, (hooks) => ({
      process(ctx, event) {
        callsOfAll += 1;
        return callsOfAll % 4 === 0 ? undefined : hooks.process(ctx, event);
      },
    })),
  },
  {
    name: "durable state in a variable",
    rule: "NODE-SCOPE-05",
    why: "Durable state is declared, and the notes are kept in a variable of the instance",
    correct: sessionMemory,
    node: withHooks(sessionMemory, () => {
      const notes: string[] = [];
      return {
        *process(ctx, { payload }) {
          notes.push(payload as string);
          ctx.state.session_durable.set("count", notes.length);
          yield { type: "memory.updated", payload: sizeOf(notes.slice(-MOST_NOTES)) };
        },
      };
    }),
  },
  {
    name: "hot state taken for durable",
    rule: "NODE-SCOPE-05",
    why: "The notes are kept in hot state, which is lost when the session moves to another machine",
    correct: sessionMemory,
    node: hotMemory,
  },
  {
    name: "durable state is written now and then",
    rule: "NODE-SCOPE-05",
    why: "Notes are written to durable state in groups of five, and what is left is lost when the session moves",
    correct: sessionMemory,
    node: withHooks(sessionMemory, () => {
      let notes: string[] | undefined;
      return {
        *process(ctx, { payload }) {
          notes ??= ctx.state.session_durable.get<string[]>("notes") ?? [];
          notes = [...notes, payload as string].slice(-MOST_NOTES);
          if (notes.length % 5 === 0) ctx.state.session_durable.set("notes", notes);
          yield { type: "memory.updated", payload: sizeOf(notes) };
        },
      };
    }),
  },
];
