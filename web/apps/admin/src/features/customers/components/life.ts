import type { TFunction } from "i18next";
import { isTold, kindName } from "../../../shared/eventKinds.ts";
import type { Life } from "../api/profile.ts";

const KEYS: Record<string, (entry: Life) => string> = {
  "relation.added": (entry) => (entry.first === false ? "relation.again" : "relation.added"),
  "relation.ended": (entry) =>
    `relation.ended.${entry.ending === "transferred" && entry.other ? "transferredTo" : entry.ending}`,
  "relation.handed_over": (entry) =>
    `relation.handed_over.${entry.how === "shared" ? "shared" : entry.other ? "assignedFrom" : "assigned"}`,
  "rfm.moved": (entry) => (entry.after ? "rfm.into" : "rfm.out"),
  "stage.changed": (entry) => (entry.after ? "stage.to" : "stage.none"),
  "note.added": (entry) => (entry.note ? "note.added" : "note.deleted"),
  "attribute.changed": (entry) => {
    if (!entry.field?.told) return "attribute.untold";
    return entry.field.after ? "attribute.to" : "attribute.none";
  },
  "follow_up.closed": (entry) => `follow_up.closed.${entry.outcome}`,
  welcome: (entry) => `welcome.${entry.outcome}`,
  "person.decided": (entry) => `person.decided.${entry.outcome}`,
  "member.left": (entry) => `member.left.${entry.how}`,
};

/** What happened, as one sentence with its subject. */
export function sentence(t: TFunction, entry: Life, stage = (key: string) => key): string {
  if (isTold(entry.kind)) {
    return t(entry.main ? "kinds.told.with" : "kinds.told.alone", {
      name: kindName(t, entry.kind, entry.kind_name),
      main: entry.main ?? "",
    });
  }
  const key = KEYS[entry.kind]?.(entry) ?? entry.kind;
  return t([`customers.life.events.${key}`, "customers.life.other"], {
    staff: entry.staff?.name ?? t("customers.life.someStaff"),
    other: entry.other?.name ?? t("customers.life.someStaff"),
    tag: entry.tag?.name ?? t("customers.life.someTag"),
    who: entry.who ?? t(who(entry)),
    stage: entry.after ? stage(entry.after) : "",
    class: t(`customers.life.classes.${entry.after}`, ""),
    field: entry.field?.name,
    value: words(t, entry.field?.after, entry.field?.kind),
    set: entry.question_set ?? "",
    segment: entry.main ?? t("customers.life.someSegment"),
    group: entry.group || t("customers.life.someGroup"),
    outcome: entry.outcome ? t(`customers.follow.outcomes.${entry.outcome}`, "") : "",
    kind: entry.kind,
  });
}

function who(entry: Life): string {
  const [kind] = (entry.by ?? "").split(":");
  return `customers.life.${["bulk", "rule", "import"].includes(kind ?? "") ? kind : "someone"}`;
}

/** A value in words; yes and no in the reader's language, money with its sign. */
export function words(
  t: TFunction,
  told: readonly string[] | null | undefined,
  kind: string | undefined,
): string {
  if (!told) return "";
  if (kind === "yes_no") return t(`customers.fields.${told[0] === "yes" ? "yes" : "no"}`);
  if (kind === "money") return money(told[0] ?? "");
  return told.join(t("common.comma"));
}

export function money(yuan: string): string {
  return `¥${Number(yuan).toLocaleString("en-US", { minimumFractionDigits: 2 })}`;
}

/** Why, or through what; empty where there is nothing to say. */
export function cause(t: TFunction, entry: Life): string {
  const channel = entry.channel?.name;
  if (entry.kind.startsWith("tag.")) {
    if (channel) return t("customers.life.tagChannel", { channel });
    const [by] = (entry.by ?? "").split(":");
    if (by === "rule" && entry.who) {
      const ruled = entry.kind === "tag.removed" ? "removed" : "added";
      return t(`customers.page.ruled.${ruled}`, { name: entry.who });
    }
    const how = entry.kind === "tag.removed" ? "takenBy" : "tagBy";
    return entry.who ?? t([`customers.page.${how}.${by}`, `customers.page.${how}.other`]);
  }
  if (entry.kind === "welcome") return reason(t, entry);
  if (entry.kind === "attribute.changed" && entry.field?.before) {
    return t("customers.life.before", {
      value: words(t, entry.field.before, entry.field.kind),
    });
  }
  if (entry.kind === "rfm.moved") {
    const value = t(`customers.life.classes.${entry.before}`, "");
    return value && t("customers.life.before", { value });
  }
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
