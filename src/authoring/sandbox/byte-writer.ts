/** Writes the primitives of the WebAssembly binary format into bytes that grow. */

/** Bytes that are being written. */
export interface ByteWriter {
  readonly length: number;
  bytes(bytes: ArrayLike<number>): ByteWriter;
  /** An unsigned LEB128 integer of up to 32 bits. */
  unsigned(value: number): ByteWriter;
  /** A signed LEB128 integer of 32 bits. */
  signed(value: number): ByteWriter;
  /** A name: its length in bytes, then its UTF-8. */
  name(text: string): ByteWriter;
  /** What another writer has, with its length before it. */
  sized(content: ByteWriter): ByteWriter;
  /** A section: its id and its content with the length before it. */
  section(id: number, content: ByteWriter): ByteWriter;
  /** What was written. Valid until something more is. */
  written(): Uint8Array;
}

/** An empty writer. */
export function createByteWriter(capacity = 64): ByteWriter {
  let buffer = new Uint8Array(capacity);
  let length = 0;
  const byte = (value: number) => {
    if (length === buffer.length) reserve(1);
    buffer[length++] = value;
  };
  const reserve = (count: number) => {
    if (length + count <= buffer.length) return;
    const larger = new Uint8Array(Math.max(2 * buffer.length, length + count));
    larger.set(buffer.subarray(0, length));
    buffer = larger;
  };
  const writer: ByteWriter = {
    get length() {
      return length;
    },
    bytes(bytes) {
      reserve(bytes.length);
      buffer.set(bytes, length);
      length += bytes.length;
      return writer;
    },
    unsigned(value) {
      let rest = value;
      while (rest >= 0x80) {
        byte((rest % 0x80) + 0x80);
        rest = Math.floor(rest / 0x80);
      }
      byte(rest);
      return writer;
    },
    signed(value) {
      let rest = value | 0;
      for (;;) {
        const low = rest & 0x7f;
        rest >>= 7;
        // Bit 6 of the last byte is the sign of all that is left out.
        if (rest === ((low & 0x40) === 0 ? 0 : -1)) {
          byte(low);
          return writer;
        }
        byte(low | 0x80);
      }
    },
    name(text) {
      const bytes = new TextEncoder().encode(text);
      return writer.unsigned(bytes.length).bytes(bytes);
    },
    sized(content) {
      return writer.unsigned(content.length).bytes(content.written());
    },
    section(id, content) {
      byte(id);
      return writer.sized(content);
    },
    written: () => buffer.subarray(0, length),
  };
  return writer;
}
