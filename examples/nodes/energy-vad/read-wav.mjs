/** Reads WAV files with PCM samples of 16 bit, and cuts them into frames. */

/** The samples of a mono WAV file, and how many there are a second. */
export function readWav(bytes) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const name = (at) => String.fromCharCode(...bytes.subarray(at, at + 4));
  if (bytes.length < 12 || name(0) !== "RIFF" || name(8) !== "WAVE")
    throw new TypeError("Cannot read the file: expected a RIFF header of the type WAVE");
  let rate;
  // A file is a row of chunks: name, length, content. Those that are not known are passed over, as editors like to
  // leave their own in between; a chunk of odd length is followed by a byte of padding.
  for (let at = 12; at + 8 <= bytes.length; ) {
    const length = view.getUint32(at + 4, true);
    const start = at + 8;
    if (name(at) === "fmt ") {
      const [format, channels, bits] = [0, 2, 14].map((offset) => view.getUint16(start + offset, true));
      if (format !== 1 || channels !== 1 || bits !== 16)
        throw new TypeError(
          `Cannot read the file: expected PCM with 1 channel of 16 bit but received format ${format} with ${channels} of ${bits}`,
        );
      rate = view.getUint32(start + 4, true);
    } else if (name(at) === "data") {
      if (rate === undefined)
        throw new TypeError("Cannot read the file: expected its format before its samples");
      // A recording that broke off says more than it has.
      const count = Math.floor(Math.min(length, bytes.length - start) / 2);
      const samples = Int16Array.from({ length: count }, (_, index) =>
        view.getInt16(start + 2 * index, true),
      );
      return { rate, samples };
    }
    at = start + length + (length % 2);
  }
  throw new TypeError("Cannot read the file: expected a data chunk but received none");
}

/** Frames of `ms` each; what does not fill the last one is left out. */
export function* framesOf({ rate, samples }, ms = 20) {
  const length = (rate * ms) / 1000;
  for (let from = 0; from + length <= samples.length; from += length)
    yield samples.slice(from, from + length);
}
