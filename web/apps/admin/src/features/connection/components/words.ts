import { fullMoment } from "@yutang/ui";
import type { TFunction } from "i18next";
import type { Check, Connection } from "../api/connection.ts";

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
    const app = check.app === null ? "" : `${t("connection.app", { app: check.app })} · `;
    const number = numberOf(check);
    const head = `${marks[check.status]} ${app}${check.title}: ${check.what}`;
    const tail =
      check.status === "ok"
        ? []
        : [check.means, check.where, check.link, `[${check.code}] ${check.detail}`];
    return [
      `${head}${number === undefined ? "" : ` (${number})`}`,
      ...tail.filter((text) => text !== "").map((text) => `  ${text}`),
    ].join("\n");
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
