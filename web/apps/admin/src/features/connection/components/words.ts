import { fullMoment } from "@yutang/ui";
import type { TFunction } from "i18next";
import type { Check, Connection } from "../api/connection.ts";

export interface Words {
  /** What was found. */
  what: string;
  /** What to click where; none when all is well. */
  where: string;
}

/** What a check says to a person, in the language of `t`. */
export function wordsOf(check: Check, t: TFunction): Words {
  const change = check.facts.change;
  const values = {
    ...check.facts,
    ip: check.facts.ip ?? t("connection.ipUnknown"),
    app: check.app ?? "",
    minutes: Math.round(Math.abs(Number(check.facts.seconds ?? 0)) / 60),
    change: change === undefined ? "" : t(`connection.changes.${change}`),
    side: t(Number(check.facts.seconds) > 0 ? "connection.ahead" : "connection.behind"),
  };
  if (check.code === "ok") return { what: t(`connection.ok.${check.key}`, values), where: "" };
  return {
    what: t(`connection.codes.${check.code}.what`, values),
    where: t(`connection.codes.${check.code}.where`, values),
  };
}

export const marks = { ok: "✓", failed: "✗", unknown: "–" } as const;

/** WeCom's own number, where the failure has one. */
export function numberOf(check: Check): number | undefined {
  const errcode = check.facts.errcode;
  return typeof errcode === "number" ? errcode : undefined;
}

/** The whole page as text, for whoever helps: no secret is in it. */
export function report(
  connection: Connection,
  checks: readonly Check[],
  zone: string,
  t: TFunction,
): string {
  const lines = checks.map((check) => {
    const { what, where } = wordsOf(check, t);
    const app = check.app === null ? "" : `${t("connection.app", { app: check.app })} · `;
    const number = numberOf(check);
    const head = `${marks[check.status]} ${app}${t(`connection.keys.${check.key}`)}`;
    const tail = check.status === "ok" ? [] : [`  ${where}`, `  [${check.code}] ${check.detail}`];
    return [`${head}: ${what}${number === undefined ? "" : ` (${number})`}`, ...tail].join("\n");
  });
  const seen = checks[0]?.seen_at;
  return [
    `${t("connection.title")} · ${connection.name} (${connection.corpid})`,
    connection.address,
    ...(seen ? [fullMoment(seen, zone)] : []),
    "",
    ...lines,
  ].join("\n");
}

/** Checks by app in the order of the answer; what concerns the corp comes last. */
export function byApp(checks: readonly Check[]): [number | null, Check[]][] {
  const groups = new Map<number | null, Check[]>();
  for (const check of checks) {
    groups.set(check.app, [...(groups.get(check.app) ?? []), check]);
  }
  return [...groups];
}
