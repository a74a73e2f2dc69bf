import type { Greeting, Standing } from "../api/greetings.ts";

interface Span {
  start: string;
  end: string;
}

interface Fitting {
  hours: Span | null | undefined;
  standing: Standing;
}

/** Whether a span holds a moment of the day; both are hh:mm, so they compare as words. */
export function covers(span: Span | null | undefined, at: string): boolean {
  if (!span) return true;
  return span.start < span.end
    ? span.start <= at && at < span.end
    : at >= span.start || at < span.end;
}

export function fits(one: Fitting, at: string, who: "new" | "returning"): boolean {
  return covers(one.hours, at) && (one.standing === "any" || one.standing === who);
}

const exactness = (one: Fitting) => (one.hours ? 2 : 0) + (one.standing === "any" ? 0 : 1);

/** Which of one reach goes out before the one that is written, if any: the server's own order. */
export function before(
  written: Fitting,
  others: readonly Greeting[],
  at: string,
  who: "new" | "returning",
): Greeting | undefined {
  return others
    .filter((one) => fits(one, at, who) && exactness(one) > exactness(written))
    .sort((one, other) => exactness(other) - exactness(one))[0];
}
