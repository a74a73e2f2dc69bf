import { count } from "@yutang/ui";
import type { TFunction } from "i18next";
import type { Act } from "../api/bulk.ts";

/** A stretch of time as people say it: 40 s, 12 min, 1 h 48 min. */
export function span(milliseconds: number, t: TFunction): string {
  const seconds = Math.max(1, Math.round(milliseconds / 1000));
  if (seconds < 60) return t("bulk.span.seconds", { s: seconds });
  const minutes = Math.round(seconds / 60);
  if (minutes < 60) return t("bulk.span.minutes", { m: minutes });
  return t("bulk.span.hours", { h: Math.floor(minutes / 60), m: minutes % 60 });
}

/** What the act is about: the tag or the stage as it was called then. */
export function aboutOf(act: Pick<Act, "about" | "arguments">, t: TFunction): string {
  const { tag, stage } = act.about as { tag?: string; stage?: string | null };
  if (tag) return tag;
  if (!("stage" in act.arguments)) return "";
  return stage ?? t(`customers.stages.${act.arguments.stage ?? "none"}`);
}

/** One sentence: what is, was or will be done to how many. */
export function titleOf(act: Act, t: TFunction): string {
  const n = act.confirmed ? act.changes : act.found;
  return t(
    [
      act.source === "undone" ? `bulk.titles.undo_${act.kind}` : `bulk.titles.${act.kind}`,
      "bulk.titles.other",
    ],
    { count: n, n: count(n), name: aboutOf(act, t) },
  );
}

export function reasonOf(code: string, kind: string, t: TFunction): string {
  return t([`bulk.reasons.${kind}.${code}`, `bulk.reasons.${code}`, "bulk.reasons.other"], {
    code,
  });
}

/** How far, in whole per cent; null as long as nobody knows. */
export function percentOf(act: Act): number | null {
  return act.progress === null ? null : Math.floor(act.progress * 100);
}

/** What came of it, or where it stands, in one line. */
export function lineOf(act: Act, now: number, t: TFunction): string {
  const left = act.ends_at ? span(Date.parse(act.ends_at) - now, t) : null;
  const parts: string[] = [];
  if (act.confirmed && act.state !== "planning") {
    const changed = act.results.find((one) => one.outcome === "changed")?.count ?? 0;
    const rest = act.results
      .filter((one) => one.outcome !== "changed")
      .reduce((sum, one) => sum + one.count, 0);
    parts.push(
      act.state === "ended"
        ? t("bulk.line.ended", { count: changed, n: count(changed) })
        : t("bulk.line.done", { n: count(act.done), total: count(act.total ?? 0) }),
    );
    if (rest > 0) parts.push(t("bulk.line.skipped", { count: rest, n: count(rest) }));
  } else if (act.shown) {
    parts.push(t("bulk.plan.moved", { was: count(act.shown.changes), now: count(act.changes) }));
  } else if (act.state === "planning") {
    parts.push(t("bulk.line.planning", { count: act.found, n: count(act.found) }));
  }
  if (act.per_second && act.state === "running" && left === null) {
    parts.push(t("bulk.line.rate", { n: count(Math.round(act.per_second)) }));
  }
  if (left) parts.push(t("bulk.line.left", { left }));
  return parts.join(" · ");
}
