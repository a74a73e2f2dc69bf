import { count, fullMoment, State, type Tone, useWhen } from "@yutang/ui";
import { Drawer, Skeleton } from "antd";
import { useTranslation } from "react-i18next";
import { Failed } from "../../../shared/Failed.tsx";
import { type Owner, type Rules, useOwners } from "../api/grouprules.ts";

interface Props {
  rules: Rules;
  zone: string;
  onClose: () => void;
}

/** What is left for each owner; his task ends by itself when WeCom shows it. */
export function OwnersDrawer({ rules, zone, onClose }: Props) {
  const { t } = useTranslation();
  const owners = useOwners(rules.id);
  const rows = owners.data?.items;
  return (
    <Drawer
      open
      size={560}
      title={t("grouprules.owners.title", { name: rules.name })}
      onClose={onClose}
    >
      <p className="meta">{t("grouprules.owners.about")}</p>
      {owners.isPending && <Skeleton active paragraph={{ rows: 6 }} />}
      {owners.isError && (
        <Failed title={t("grouprules.owners.failed")} onAgain={() => owners.refetch()} />
      )}
      {rows && rows.length === 0 && <p>{t("grouprules.owners.empty")}</p>}
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

const TONES: Record<string, Tone> = { open: "warn", done: "ok", dropped: "off", none: "info" };

function OwnerRow({ row, zone }: { row: Owner; zone: string }) {
  const { t } = useTranslation();
  const tell = useWhen(zone);
  const left = row.notices + row.names;
  const standing = row.owner.left ? "left" : (row.task_state ?? (left > 0 ? "none" : "right"));
  const when = row.done_at ?? row.due_at;
  return (
    <li>
      <div className="care-owner">
        <b>{row.owner.name}</b>
        <State
          tone={standing === "right" ? "ok" : (TONES[standing] ?? "bad")}
          word={t(`grouprules.owners.${standing}`)}
        />
      </div>
      <p className="meta num">
        {t("groupcare.groups", { n: count(row.groups), count: row.groups })}
        {row.notices > 0 && t("grouprules.owners.notices", { n: count(row.notices) })}
        {row.names > 0 && t("grouprules.owners.names", { n: count(row.names) })}
        {row.with_staff && t("grouprules.owners.with", { name: row.with_staff })}
      </p>
      {when && (row.task_state === "open" || row.task_state === "done") && (
        <p className="meta num" title={fullMoment(when, zone)}>
          {t(`grouprules.owners.when.${row.task_state}`, { time: tell(when) })}
        </p>
      )}
    </li>
  );
}
