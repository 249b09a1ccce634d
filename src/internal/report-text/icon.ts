/** Icons that tell a status by their shape, so that colour is never the only cue. */
import { html, type Markup } from "./markup.ts";

const SHAPES = {
  check: html`<path d="M4.6 8.3 7 10.7 11.4 5.6"/>`,
  cross: html`<path d="m5.4 5.4 5.2 5.2m0-5.2-5.2 5.2"/>`,
  dash: html`<path d="M5 8h6"/>`,
  query: html`<path d="M6.1 6.3a1.9 1.9 0 1 1 2.8 1.7c-.6.3-.9.7-.9 1.3m0 2v.1"/>`,
  bang: html`<path d="M8 4.4v4.4m0 2.6v.1"/>`,
} as const;

/** An icon; its meaning has to stand next to it in words. */
export function icon(shape: keyof typeof SHAPES): Markup {
  return html`<svg class="icon" viewBox="0 0 16 16" aria-hidden="true"><circle cx="8" cy="8" r="8"/>${SHAPES[shape]}</svg>`;
}
