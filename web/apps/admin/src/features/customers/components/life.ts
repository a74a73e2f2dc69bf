import type { TFunction } from "i18next";
import type { Life } from "../api/customers.ts";

/** What happened, as one sentence with its subject. */
export function sentence(t: TFunction, entry: Life): string {
  const values = {
    staff: entry.staff?.name ?? t("customers.life.someStaff"),
    tag: entry.tag?.name ?? t("customers.life.someTag"),
    kind: entry.kind,
  };
  const keys: Record<string, string> = {
    "relation.added": entry.first === false ? "relation.again" : "relation.added",
    "relation.ended": `relation.ended.${entry.ending}`,
    welcome: `welcome.${entry.outcome}`,
  };
  const key = keys[entry.kind] ?? entry.kind;
  return t([`customers.life.events.${key}`, "customers.life.other"], values);
}

/** Why, or through what; empty where there is nothing to say. */
export function cause(t: TFunction, entry: Life): string {
  const channel = entry.channel?.name;
  if (entry.kind.startsWith("tag.")) {
    if (channel) return t("customers.life.tagChannel", { channel });
    return entry.by?.startsWith("user:")
      ? t("customers.life.tagUser")
      : t("customers.life.tagWecom");
  }
  if (entry.kind === "welcome") return reason(t, entry);
  return [
    channel ? t("customers.life.byChannel", { channel }) : "",
    entry.first ? t("customers.life.first") : "",
  ]
    .filter(Boolean)
    .join(" · ");
}

function reason(t: TFunction, entry: Life): string {
  if (entry.outcome === "sent" || !entry.reason) return "";
  const [key, code] = entry.reason.split(":");
  return t([`adds.reasons.${key}`, "adds.reasons.other"], {
    code,
    detail: entry.detail ?? entry.reason,
  });
}
