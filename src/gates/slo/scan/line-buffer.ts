/** Cuts bytes into whole lines inside of one buffer of a fixed size. */
import { joinBytes } from "../../../internal/join-bytes.ts";

/** What to do with lines. */
export interface LineBufferOptions {
  /** Longest line that is kept, in bytes. */
  readonly maxBytes: number;
  /** Called when the buffer holds whole lines from its start up to this place. */
  onLines(to: number): void;
  /** Called for a line that the buffer could not hold, without its line feed; undefined if it was not kept. */
  onLongLine(bytes: Uint8Array | undefined): void;
}

/** Takes bytes in. */
export interface LineBuffer {
  push(bytes: Uint8Array): void;
  end(): void;
}

const LINE_FEED = 0x0a;

/** A line buffer over these bytes. Lines longer than it are collected beside it, up to the limit. */
export function createLineBuffer(buffer: Uint8Array, options: LineBufferOptions): LineBuffer {
  const { maxBytes, onLines, onLongLine } = options;
  // One byte is left free for the line feed that the last line may lack.
  const capacity = buffer.length - 1;
  let held = 0;
  let long: { parts: Uint8Array[]; bytes: number } | undefined;

  const keepLong = (bytes: Uint8Array) => {
    long ??= { parts: [], bytes: 0 };
    long.bytes += bytes.length;
    if (long.bytes > maxBytes) long.parts = [];
    else long.parts.push(bytes.slice());
  };

  const finishLong = () => {
    if (long === undefined) return;
    const { parts, bytes } = long;
    long = undefined;
    onLongLine(bytes > maxBytes ? undefined : joinBytes(parts, bytes));
  };

  /** The rest of a long line, up to its line feed; gives back how many bytes that took. */
  const continueLong = (bytes: Uint8Array) => {
    const end = bytes.indexOf(LINE_FEED);
    keepLong(end < 0 ? bytes : bytes.subarray(0, end));
    if (end < 0) return bytes.length;
    finishLong();
    return end + 1;
  };

  const fill = (bytes: Uint8Array) => {
    const taken = Math.min(capacity - held, bytes.length);
    buffer.set(bytes.subarray(0, taken), held);
    // Only the new bytes can hold a line feed.
    const last = buffer.subarray(held, held + taken).lastIndexOf(LINE_FEED);
    const to = last < 0 ? 0 : held + last + 1;
    held += taken;
    if (to > 0) {
      onLines(to);
      buffer.copyWithin(0, to, held);
      held -= to;
    }
    if (held === capacity) {
      keepLong(buffer.subarray(0, held));
      held = 0;
    }
    return taken;
  };

  return {
    push(bytes) {
      for (let rest = bytes; rest.length > 0; ) {
        rest = rest.subarray(long === undefined ? fill(rest) : continueLong(rest));
      }
    },
    end() {
      if (held > 0) {
        buffer[held] = LINE_FEED;
        onLines(held + 1);
        held = 0;
      }
      finishLong();
    },
  };
}
