/** The end of a stream of text that may never end. */

/** Keeps the last bytes of what is pushed. */
export interface TextTail {
  push(chunk: Uint8Array): void;
  /** What is kept, without white space at its ends. */
  readonly text: string;
}

/** A tail of at most `maxBytes`. */
export function createTextTail(maxBytes: number): TextTail {
  let kept = new Uint8Array();
  return {
    push(chunk) {
      const end = chunk.subarray(-maxBytes);
      const start = kept.subarray(Math.max(0, kept.length + end.length - maxBytes));
      const joined = new Uint8Array(start.length + end.length);
      joined.set(start);
      joined.set(end, start.length);
      kept = joined;
    },
    get text() {
      return new TextDecoder().decode(kept).trim();
    },
  };
}
