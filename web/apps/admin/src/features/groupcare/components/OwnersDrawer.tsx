import { count, fullMoment, nothing, State, useWhen } from "@yutang/ui";
import { Drawer, Skeleton } from "antd";
import { useTranslation } from "react-i18next";
import { Failed } from "../../../shared/Failed.tsx";
import { type Owner, useOwners, type Welcome } from "../api/groupcare.ts";
import { standingTones } from "./words.ts";

interface Props {
  welcome: Welcome;
  zone: string;
  onClose: () => void;
}

/** Whom it waits for: WeCom tells nobody what an owner chose, so his task does. */
export function OwnersDrawer({ welcome, zone, onClose }: Props) {
  const { t } = useTranslation();
  const owners = useOwners(welcome.id);
  const rows = owners.data?.items;
  return (
    <Drawer
      open
      size={560}
      title={t("groupcare.owners.title", { name: welcome.name })}
      onClose={onClose}
    >
      <p className="meta">{t("groupcare.owners.about")}</p>
      {owners.isPending && <Skeleton active paragraph={{ rows: 6 }} />}
      {owners.isError && (
        <Failed title={t("groupcare.owners.failed")} onAgain={() => owners.refetch()} />
      )}
      {rows && rows.length === 0 && <p>{t("groupcare.owners.none")}</p>}
      {rows && rows.length > 0 && (
        <ul className="care-owners">
          {rows.map((row) => (
            <OwnerRow key={row.owner.id} row={row} zone={zone} />
          ))}
        </ul>
      )}
    </Drawer>
  );
}

function OwnerRow({ row, zone }: { row: Owner; zone: string }) {
  const { t } = useTranslation();
  const tell = useWhen(zone);
  const names = row.groups.map((one) => one.name || t("groups.nameless"));
  const when = row.done_at ?? row.due_at;
  return (
    <li>
      <div className="care-owner">
        <b>{row.owner.name || nothing}</b>
        <State tone={standingTones[row.standing]} word={t(`groupcare.standing.${row.standing}`)} />
      </div>
      <p className="meta num">
        {t("groupcare.groups", { n: count(row.count), count: row.count })}
        {names.length > 0 && t("groupcare.owners.names", { names: names.join(t("common.comma")) })}
        {row.fresh > 0 && t("groupcare.owners.fresh", { n: count(row.fresh) })}
        {row.with_staff && t("groupcare.owners.with", { name: row.with_staff })}
      </p>
      {when && (row.standing === "waiting" || row.standing === "applied") && (
        <p className="meta num" title={fullMoment(when, zone)}>
          {t(`groupcare.owners.${row.standing}`, { time: tell(when) })}
        </p>
      )}
    </li>
  );
}
