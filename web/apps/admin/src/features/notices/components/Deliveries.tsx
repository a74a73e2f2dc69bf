import { shortMoment } from "@yutang/ui";
import { Skeleton } from "antd";
import { useTranslation } from "react-i18next";
import { Failed } from "../../../shared/Failed.tsx";
import { useDeliveries } from "../api/doors.ts";

interface Props {
  id: number;
  zone: string;
  names: ReadonlyMap<string, string>;
}

/** The last twenty deliveries of a webhook. */
export function Deliveries({ id, zone, names }: Props) {
  const { t } = useTranslation();
  const found = useDeliveries(id);
  if (found.isPending) return <Skeleton active paragraph={{ rows: 2 }} />;
  if (!found.data) {
    return <Failed title={t("byDoor.hooks.loadFailed")} onAgain={() => found.refetch()} />;
  }
  if (found.data.items.length === 0) return <p className="meta">{t("byDoor.hooks.never")}</p>;
  return (
    <ul className="told-list" aria-label={t("byDoor.hooks.last")}>
      {found.data.items.map((one) => (
        <li key={one.id} className="meta num">
          {shortMoment(one.made_at, zone)}
          {" · "}
          {one.kind === "test" ? t("byDoor.hooks.test") : (names.get(one.kind) ?? one.kind)}
          {" · "}
          <span className={one.state === "failed" ? "told-bad" : undefined}>
            {t(`byDoor.hooks.states.${one.state}`, { count: one.tries, n: one.tries })}
          </span>
          {one.reason && one.state !== "taken" && ` · ${one.reason}`}
          {one.state === "due" &&
            one.next_at &&
            ` · ${t("byDoor.hooks.next", { when: shortMoment(one.next_at, zone) })}`}
        </li>
      ))}
    </ul>
  );
}
