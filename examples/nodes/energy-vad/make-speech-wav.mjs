/**
 * Writes `speech.wav`: three seconds of what sounds like somebody saying two words in a quiet room, so that the
 * detector is tested on audio and not on square waves. 16 kHz, 16 bit, mono. The same seed gives the same bytes:
 *
 *     node examples/nodes/energy-vad/make-speech-wav.mjs
 */
import { writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const RATE = 16_000;
const SECONDS = 3;

/**
 * What happens, in ms. The pause inside of the first word is the closure of a stop consonant, as in "better"; the
 * knock is loud but far too short for a word; the hum is a fan that starts to run, louder than the room.
 */
export const SCENE = {
  voiced: [
    { from: 500, to: 760, vowel: "a" },
    { from: 860, to: 1100, vowel: "i" },
    { from: 1800, to: 2400, vowel: "o" },
  ],
  knock: { from: 1460, to: 1480 },
  hum: { from: 2600, to: 3000 },
};

/** The first three resonances of the mouth for a vowel, in Hz. */
const FORMANTS = { a: [730, 1090, 2440], i: [270, 2290, 3010], o: [570, 840, 2410] };

/** Uniform from -1 to 1: a linear congruential generator is good enough for noise. */
function createNoise(seed) {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 31 - 1;
  };
}

/** A resonator with two poles: lets a band of `width` Hz around `frequency` ring. */
function createResonator(frequency, width) {
  const radius = Math.exp((-Math.PI * width) / RATE);
  const turn = 2 * radius * Math.cos((2 * Math.PI * frequency) / RATE);
  let [one, two] = [0, 0];
  return (input) => {
    const output = (1 - radius) * input + turn * one - radius * radius * two;
    [one, two] = [output, one];
    return output;
  };
}

/** A vowel: pulses of the vocal folds, about 120 a second and never quite even, through three resonators. */
function addVowel(samples, { from, to, vowel }, noise) {
  const resonators = FORMANTS[vowel].map((frequency, at) => createResonator(frequency, 60 + 40 * at));
  const [first, last] = [(from * RATE) / 1000, (to * RATE) / 1000];
  const fade = RATE * 0.015;
  let next_pulse = first;
  for (let at = first; at < last; at += 1) {
    let breath = 0.01 * noise();
    if (at >= next_pulse) {
      breath += 1;
      next_pulse += RATE / (120 + 6 * noise());
    }
    const loudness = Math.min(1, (at - first) / fade, (last - at) / fade);
    const voice = resonators.reduce((sum, resonate, which) => sum + resonate(breath) / (which + 1), 0);
    samples[at] += 3 * loudness * voice;
  }
}

/** The samples of the scene, from -1 to 1. */
function paint(seed) {
  const noise = createNoise(seed);
  // Room noise at about -65 dB of full scale.
  const samples = Float64Array.from({ length: RATE * SECONDS }, () => 0.001 * noise());
  for (const word of SCENE.voiced) addVowel(samples, word, noise);
  const add = ({ from, to }, sound) => {
    for (let at = (from * RATE) / 1000; at < (to * RATE) / 1000; at += 1) samples[at] += sound(at);
  };
  add(SCENE.knock, () => 0.3 * noise());
  add(SCENE.hum, (at) => 0.002 * Math.sin((2 * Math.PI * 100 * at) / RATE));
  return samples;
}

/** The bytes of a WAV file with PCM samples of 16 bit. */
export function makeSpeechWav(seed = 7) {
  const samples = paint(seed);
  const bytes = new Uint8Array(44 + 2 * samples.length);
  const view = new DataView(bytes.buffer);
  const write = (at, text) => bytes.set(new TextEncoder().encode(text), at);
  write(0, "RIFF");
  view.setUint32(4, bytes.length - 8, true);
  write(8, "WAVEfmt ");
  view.setUint32(16, 16, true); // length of this chunk
  view.setUint16(20, 1, true); // PCM
  view.setUint16(22, 1, true); // channels
  view.setUint32(24, RATE, true);
  view.setUint32(28, 2 * RATE, true); // bytes a second
  view.setUint16(32, 2, true); // bytes a frame of all channels
  view.setUint16(34, 16, true); // bits a sample
  write(36, "data");
  view.setUint32(40, 2 * samples.length, true);
  for (const [at, sample] of samples.entries()) {
    const clipped = Math.max(-1, Math.min(1, sample));
    view.setInt16(44 + 2 * at, Math.round(clipped * 32_767), true);
  }
  return bytes;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const file = new URL("speech.wav", import.meta.url);
  writeFileSync(file, makeSpeechWav());
  console.log(`Wrote ${file.pathname}`);
}
