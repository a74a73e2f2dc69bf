import { count, type Tone } from "@yutang/ui";
import { useTranslation } from "react-i18next";
import { Owner, OwnersDrawer } from "../../../shared/OwnersDrawer.tsx";
import { type Owner as Row, type Rules, useOwners } from "../api/grouprules.ts";

interface Props {
  rules: Rules;
  zone: string;
  onClose: () => void;
}

/** What is left for each owner; his task ends by itself when WeCom shows it. */
export function RulesOwners({ rules, zone, onClose }: Props) {
  const { t } = useTranslation();
  return (
    <OwnersDrawer
      title={t("grouprules.owners.title", { name: rules.name })}
      about={t("grouprules.owners.about")}
      failed={t("grouprules.owners.failed")}
      empty={t("grouprules.owners.empty")}
      found={useOwners(rules.id)}
      onClose={onClose}
    >
      {(row) => <OwnerRow row={row} zone={zone} />}
    </OwnersDrawer>
  );
}

const TONES: Record<string, Tone> = { open: "warn", done: "ok", dropped: "off", none: "info" };

function OwnerRow({ row, zone }: { row: Row; zone: string }) {
  const { t } = useTranslation();
  const left = row.notices + row.names;
  const { task_state: task } = row;
  const standing = row.owner.left ? "left" : (task ?? (left > 0 ? "none" : "right"));
  const at = row.done_at ?? row.due_at;
  return (
    <Owner
      name={row.owner.name}
      tone={standing === "right" ? "ok" : (TONES[standing] ?? "bad")}
      standing={t(`grouprules.owners.${standing}`)}
      zone={zone}
      when={
        at && (task === "open" || task === "done")
          ? { at, say: (time) => t(`grouprules.owners.when.${task}`, { time }) }
          : undefined
      }
    >
      {t("groupcare.groups", { n: count(row.groups), count: row.groups })}
      {row.notices > 0 &&
        t("grouprules.owners.notices", { count: row.notices, n: count(row.notices) })}
      {row.names > 0 && t("grouprules.owners.names", { count: row.names, n: count(row.names) })}
      {row.with_staff && t("grouprules.owners.with", { name: row.with_staff })}
    </Owner>
  );
}
