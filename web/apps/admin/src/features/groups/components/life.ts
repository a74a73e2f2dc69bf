import type { TFunction } from "i18next";
import type { Happening, PhaseReason } from "../api/groups.ts";
import { reasonsOf } from "./phase.ts";

const one = (entry: Happening) => (entry.count ?? 1) === 1;

function movedKey(entry: Happening): string {
  const what = entry.kind === "member.joined" ? "joined" : `left_${entry.left_how ?? "left"}`;
  return one(entry) ? `${what}_one` : `${what}_many`;
}

/** What happened to the group, as one sentence with its subject. */
export function sentence(t: TFunction, entry: Happening): string {
  const said = (value: unknown) => (typeof value === "string" ? value : "");
  if (entry.kind.startsWith("member.")) {
    return t(`groups.life.${movedKey(entry)}`, {
      n: entry.count ?? 1,
      name: entry.person?.name || entry.staff?.name || entry.name || t("groups.members.nameless"),
    });
  }
  const key = entry.kind.slice("group.".length);
  if (key === "renamed") {
    return t(`groups.life.${said(entry.before) ? "renamed" : "named"}`, {
      before: said(entry.before),
      after: said(entry.after) || t("groups.nameless"),
    });
  }
  if (key === "phase_changed") {
    return t("groups.life.phase_changed", {
      before: t(`groups.phases.${said(entry.before)}`),
      after: t(`groups.phases.${said(turned(entry.after).phase)}`),
    });
  }
  return t(`groups.life.${key}`);
}

interface Turned {
  phase?: unknown;
  reasons?: PhaseReason[];
}

function turned(value: unknown): Turned {
  return typeof value === "object" && value !== null ? (value as Turned) : {};
}

type Fields = Partial<Record<"kind" | "tier" | "aim" | "labels", unknown>>;

function fields(value: unknown): Fields {
  return typeof value === "object" && value !== null ? (value as Fields) : {};
}

/** How they came, or what of a profile is another now; empty where there is nothing to say. */
export function cause(t: TFunction, entry: Happening): string {
  if (entry.kind === "member.joined") {
    const scene = { 1: "invited", 2: "link", 3: "code" }[entry.scene ?? 0];
    return scene ? t(`groups.scenes.${scene}`) : "";
  }
  if (entry.kind === "member.left") {
    return entry.left_how === "unseen" ? t("groups.how.unseenWhy") : "";
  }
  if (entry.kind === "group.phase_changed") {
    return reasonsOf(t, turned(entry.after).reasons ?? []);
  }
  if (entry.kind !== "group.profile_changed") return "";
  const after = fields(entry.after);
  const value = (name: keyof Fields): string => {
    const told = after[name];
    if (Array.isArray(told)) return told.join(t("common.comma")) || t("groups.many.none");
    if (typeof told !== "string" || told === "") return t("groups.many.none");
    return name === "kind" || name === "tier" ? t(`groups.${name}s.${told}`) : told;
  };
  return (["kind", "tier", "aim", "labels"] as const)
    .filter((name) => name in after)
    .map((name) => t("groups.life.to", { field: t(`groups.profile.${name}`), value: value(name) }))
    .join(t("groups.life.and"));
}
