import type { TFunction } from "i18next";
import type { Entry } from "../api/audit.ts";

/** Who did it: a name where there is one, and what kind of doer it is. */
export function nameOf(t: TFunction, actor: string, name: string | null): string {
  const [kind = "", id = ""] = actor.split(":");
  if (name) return name;
  return t([`audit.actors.${kind}`, ""], { id }) || actor;
}

/** What was done, as a sentence; an action without words of ours by its own name. */
export function deedOf(t: TFunction, entry: Entry): string {
  return t([`audit.actions.${entry.action}`, ""]) || entry.action;
}

/** What it was done to. */
export function targetOf(t: TFunction, target: string): string {
  const [kind = "", id = ""] = target.split(":");
  return (
    (id && t([`audit.targets.${kind}`, ""], { id })) || t([`audit.things.${target}`, ""]) || target
  );
}

export function meansOf(t: TFunction, means: string): string {
  return t([`audit.means.${means || "none"}`, ""]) || means;
}
