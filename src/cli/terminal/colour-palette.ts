/** Whether and how a stream is written in colour. */
import util from "node:util";

import { type Palette, PLAIN_PALETTE } from "../../internal/report-text/palette.ts";
import type { CliIo } from "../cli-io.ts";

type Style = Parameters<typeof util.styleText>[0];

/**
 * The stream was judged already; styleText would judge the process instead of `io`. Node 20 has it since
 * 20.12: before that the text stays plain.
 */
const dress = (style: Style) => (text: string) =>
  typeof util.styleText === "function" ? util.styleText(style, text, { validateStream: false }) : text;

const COLOURS: Palette = {
  pass: dress("green"),
  fail: dress("red"),
  warn: dress("yellow"),
  dim: dress("dim"),
  strong: dress("bold"),
};

/**
 * Colours for standard output. FORCE_COLOR decides when it is set (0 and false switch colours off), then
 * NO_COLOR when it is not empty, then whether the stream is a terminal that knows colours.
 */
export function paletteFor({ env, isTTY }: CliIo): Palette {
  const forced = env["FORCE_COLOR"];
  if (forced !== undefined) return forced === "0" || forced === "false" ? PLAIN_PALETTE : COLOURS;
  if (env["NO_COLOR"]) return PLAIN_PALETTE;
  return isTTY.stdout && env["TERM"] !== "dumb" ? COLOURS : PLAIN_PALETTE;
}
