import { Skeleton } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Failed } from "../../../shared/Failed.tsx";
import { Pages } from "../../../shared/Pages.tsx";
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
      <Pages
        sparse
        label={t("bulk.title")}
        previous={places.at(-1)}
        next={next}
        onPrevious={() => setPlaces((kept) => kept.slice(0, -1))}
        onNext={(place) => setPlaces((kept) => [...kept, place])}
      />
    </>
  );
}
