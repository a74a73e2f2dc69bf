import type { Cuts, Dimension } from "../api/rfm.ts";

/** From and to, both included; null: without end. */
export interface Span {
  from: number | null;
  to: number | null;
}

/** The values that a score stands for; undefined where nothing can have it: equals share a bin. */
export function spanOf(dimension: Dimension, cuts: Cuts, score: number): Span | undefined {
  const bounds = cuts.bounds;
  const at = (place: number): number | null => bounds[place] ?? null;
  if (dimension === "r") {
    const below = at(bounds.length - score);
    const to = at(bounds.length - score + 1);
    const from = score === cuts.bins ? 0 : (to === null ? (bounds.at(-1) ?? 0) : (below ?? 0)) + 1;
    return kept({ from, to });
  }
  const next = at(score - 1);
  return kept({ from: score === 1 ? null : at(score - 2), to: next === null ? null : next - 1 });
}

function kept(span: Span): Span | undefined {
  return span.from !== null && span.to !== null && span.from > span.to ? undefined : span;
}
