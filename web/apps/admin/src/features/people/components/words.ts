import { ProblemError } from "@yutang/api";
import { useTranslation } from "react-i18next";
import type { Role, Scope } from "../api/people.ts";

/** Why it was not done, in the reader's words; what the server said where it knows more. */
export function useTrouble(): (error: unknown) => string {
  const { t } = useTranslation();
  return (error) => {
    if (!(error instanceof ProblemError)) return t("common.offline");
    const { type, detail } = error.problem;
    return t([`people.troubles.${type.replace("access.", "")}`, "people.troubles.other"], {
      detail,
    });
  };
}

/** A role in words: the company's own has its own name. */
export function useRoleName(): (role: Pick<Role, "id" | "name">) => string {
  const { t } = useTranslation();
  return ({ id, name }) => (id === null ? t(`people.roles.${name}.name`) : name);
}

export function useScopeName(): (scope: Scope) => string {
  const { t } = useTranslation();
  return ({ kind, name }) =>
    kind === "corp" ? t("people.scope.corp") : (name ?? t(`people.scope.gone.${kind}`));
}

/** What may be allowed, by what it is about; what this page does not know yet comes last. */
export const GROUPS: Record<string, readonly string[]> = {
  customers: [
    "customers.read",
    "customers.write",
    "customers.bulk",
    "customers.import",
    "customers.export",
    "customers.phones",
    "handovers.read",
    "handovers.write",
  ],
  groupChats: ["groups.read", "groups.write", "groupcare.write"],
  words: ["tags.read", "tags.write", "fields.write"],
  grow: [
    "channels.read",
    "channels.write",
    "welcomes.write",
    "gifts.write",
    "adds.read",
    "targets.write",
    "reports.export",
    "files.write",
  ],
  work: ["tasks.read", "tasks.write"],
  people: [
    "staff.read",
    "stores.read",
    "stores.write",
    "users.read",
    "users.write",
    "tokens.write",
  ],
  trust: ["audit.read", "privacy.read", "privacy.write", "privacy.erase"],
  system: [
    "settings.read",
    "settings.write",
    "sync.run",
    "callbacks.read",
    "callbacks.raw",
    "callbacks.replay",
  ],
};
