import type { TFunction } from "i18next";
import type { Api, Brake, Quota, Run, Window } from "../api/quota.ts";

/** What an API does, in words; one that has none goes by WeCom's name alone. */
export function nameOf(path: string, t: TFunction): string {
  const key = path.replace("/cgi-bin/", "");
  return t([`quota.apis.${key}`, "quota.apis.other"]);
}

/** What a run does; what follows the colon of its kind says of which. */
export function titleOf(kind: string, t: TFunction): string {
  return t([`quota.runs.kinds.${kind.split(":")[0]}`, "quota.runs.other"]);
}

/** WeCom's own name, without what all have. */
export function pathOf(path: string): string {
  return path.replace("/cgi-bin/", "");
}

/** A stretch of time in its two largest units: 1 h 48 min, 12 min, 40 s. */
export function span(milliseconds: number, t: TFunction): string {
  const seconds = Math.max(0, Math.round(milliseconds / 1000));
  if (seconds < 60) return t("quota.span.seconds", { s: seconds });
  const minutes = Math.round(seconds / 60);
  if (minutes < 60) return t("quota.span.minutes", { m: minutes });
  const hours = Math.floor(minutes / 60);
  if (hours < 48) return t("quota.span.hours", { h: hours, m: minutes % 60 });
  return t("quota.span.days", { d: Math.floor(hours / 24), h: hours % 24 });
}

/** How long until the next one may go; below a second it is a matter of luck. */
export function nextIn(until: string, now: string, t: TFunction): string {
  const left = Date.parse(until) - Date.parse(now);
  return left < 1000 ? t("quota.next.soon") : t("quota.next.later", { left: span(left, t) });
}

/** How much of a window is used, in whole per cent; a little is never nothing. */
export function share({ used, limit }: Pick<Window, "used" | "limit">): number {
  if (used <= 0) return 0;
  return Math.min(100, Math.max(1, Math.floor((used / limit) * 100)));
}

/** How far a run is, in per cent; null as long as nobody knows how much, or none of it is done. */
export function progress({ done, total, state }: Pick<Run, "done" | "total" | "state">) {
  if (state === "ended") return 100;
  if (!total || done === 0) return null;
  return Math.min(100, Math.floor((done / total) * 100));
}

/** One sentence for the whole page. */
export function verdict(
  quota: Quota,
  t: TFunction,
  undecided = 0,
): { calm: boolean; text: string } {
  const stopped = quota.apis.filter((api) => api.brakes.some((one) => one.kind === "stop")).length;
  const waiting = Object.values(quota.waiting).reduce((sum, count) => sum + count, 0);
  if (stopped > 0) return { calm: false, text: t("quota.verdict.stopped", { count: stopped }) };
  if (undecided > 0) {
    return { calm: false, text: t("quota.verdict.undecided", { count: undecided }) };
  }
  if (waiting > 0) return { calm: false, text: t("quota.verdict.waiting", { count: waiting }) };
  return { calm: true, text: t("quota.verdict.calm") };
}

export interface Braked {
  path: string;
  brake: Brake;
}

export function brakesOf(apis: readonly Api[]): Braked[] {
  return apis.flatMap((api) => api.brakes.map((brake) => ({ path: api.path, brake })));
}
