import { Button, Skeleton } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Failed } from "../../../shared/Failed.tsx";
import { useActs } from "../api/bulk.ts";
import { ActItem } from "./ActItem.tsx";
import "./bulk.css";

/** Acts on many customers of the last 30 days, newest first. */
export function ActList({ zone }: { zone: string }) {
  const { t } = useTranslation();
  const [places, setPlaces] = useState<readonly string[]>([]);
  const acts = useActs(places.at(-1));
  if (acts.isPending) return <Skeleton active paragraph={{ rows: 6 }} />;
  if (acts.data === undefined) {
    return <Failed title={t("bulk.loadFailed")} onAgain={() => acts.refetch()} />;
  }
  const { items, next } = acts.data;
  if (items.length === 0) return <p className="bulk-none">{t("bulk.none")}</p>;
  return (
    <>
      <ul className="bulk-list">
        {items.map((act) => (
          <ActItem key={act.id} act={act} zone={zone} now={acts.dataUpdatedAt} />
        ))}
      </ul>
      {(places.length > 0 || next) && (
        <nav className="pages" aria-label={t("bulk.title")}>
          <Button
            disabled={places.length === 0}
            onClick={() => setPlaces((kept) => kept.slice(0, -1))}
          >
            {t("common.previous")}
          </Button>
          <Button
            disabled={next === null}
            onClick={() => next && setPlaces((kept) => [...kept, next])}
          >
            {t("common.next")}
          </Button>
        </nav>
      )}
    </>
  );
}
