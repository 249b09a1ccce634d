/** The providers of the MVP. */

/** Ids of providers by modality. */
export interface ProviderCatalogue {
  readonly stt: readonly string[];
  readonly llm: readonly string[];
  readonly tts: readonly string[];
}

/** The modalities, in the order of the chain. */
export const MODALITIES = ["stt", "llm", "tts"] as const;

/** A modality. */
export type Modality = (typeof MODALITIES)[number];

/**
 * Providers that the MVP may use: Deepgram, Google Speech-to-Text, AssemblyAI; Anthropic, Google Gemini, Cohere;
 * ElevenLabs, Google Cloud Text-to-Speech, Amazon Polly.
 *
 * @since 0.1.0
 */
export const MVP_PROVIDER_CATALOGUE: ProviderCatalogue = Object.freeze({
  stt: Object.freeze(["stt-deepgram", "stt-google", "stt-assemblyai"]),
  llm: Object.freeze(["llm-anthropic", "llm-gemini", "llm-cohere"]),
  tts: Object.freeze(["tts-elevenlabs", "tts-google", "tts-amazon-polly"]),
});
