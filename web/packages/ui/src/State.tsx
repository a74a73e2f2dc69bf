import { color } from "./theme.ts";

const dots = {
  ok: color.okDot,
  warn: color.warnDot,
  bad: color.bad,
  info: color.infoDot,
  off: color.offDot,
} as const;

export type Tone = keyof typeof dots;

/** A dot and a word: never colour alone. */
export function State({ tone, word }: { tone: Tone; word: string }) {
  return (
    <span className="state">
      <i style={{ background: dots[tone] }} aria-hidden="true" />
      {word}
    </span>
  );
}
