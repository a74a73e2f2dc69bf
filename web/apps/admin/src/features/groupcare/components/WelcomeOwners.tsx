import { count } from "@yutang/ui";
import { useTranslation } from "react-i18next";
import { Owner, OwnersDrawer } from "../../../shared/OwnersDrawer.tsx";
import { type Owner as Row, useOwners, type Welcome } from "../api/groupcare.ts";
import { standingTones } from "./words.ts";

interface Props {
  welcome: Welcome;
  zone: string;
  onClose: () => void;
}

/** Whom it waits for: WeCom tells nobody what an owner chose, so his task does. */
export function WelcomeOwners({ welcome, zone, onClose }: Props) {
  const { t } = useTranslation();
  return (
    <OwnersDrawer
      title={t("groupcare.owners.title", { name: welcome.name })}
      about={t("groupcare.owners.about")}
      failed={t("groupcare.owners.failed")}
      empty={t("groupcare.owners.none")}
      found={useOwners(welcome.id)}
      onClose={onClose}
    >
      {(row) => <OwnerRow row={row} zone={zone} />}
    </OwnersDrawer>
  );
}

function OwnerRow({ row, zone }: { row: Row; zone: string }) {
  const { t } = useTranslation();
  const names = row.groups.map((one) => one.name || t("groups.nameless"));
  const at = row.done_at ?? row.due_at;
  const { standing } = row;
  return (
    <Owner
      name={row.owner.name}
      tone={standingTones[standing]}
      standing={t(`groupcare.standing.${standing}`)}
      zone={zone}
      when={
        at && (standing === "waiting" || standing === "applied")
          ? { at, say: (time) => t(`groupcare.owners.${standing}`, { time }) }
          : undefined
      }
    >
      {t("groupcare.groups", { n: count(row.count), count: row.count })}
      {names.length > 0 && t("groupcare.owners.names", { names: names.join(t("common.comma")) })}
      {row.fresh > 0 && t("groupcare.owners.fresh", { n: count(row.fresh) })}
      {row.with_staff && t("groupcare.owners.with", { name: row.with_staff })}
    </Owner>
  );
}
