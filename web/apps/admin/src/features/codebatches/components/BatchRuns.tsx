import { Link } from "@tanstack/react-router";
import { fullMoment, useWhen } from "@yutang/ui";
import { Skeleton } from "antd";
import { useTranslation } from "react-i18next";
import { Failed } from "../../../shared/Failed.tsx";
import { isOpen, useBatches } from "../api/batches.ts";
import { Making } from "./Making.tsx";
import { useWords } from "./words.ts";
import "./batch.css";

const SHOWN = 5;

/** Files of codes among all long work: those under way, then the newest that were begun. */
export function BatchRuns({ zone, mayStop }: { zone: string; mayStop: boolean }) {
  const { t } = useTranslation();
  const words = useWords();
  const tell = useWhen(zone);
  const found = useBatches();
  if (found.isPending) return <Skeleton active paragraph={{ rows: 3 }} />;
  if (found.data === undefined) {
    return <Failed title={words(found.error)} onAgain={() => found.refetch()} />;
  }
  const begun = found.data.items
    .filter((one) => one.state !== "checked")
    .sort((a, b) => Number(isOpen(b)) - Number(isOpen(a)));
  const rows = begun.filter((one, place) => isOpen(one) || place < SHOWN);
  return (
    <>
      <h2>{t("codebatches.runs.title")}</h2>
      {rows.length === 0 && <p className="batch-none">{t("codebatches.runs.none")}</p>}
      <ul className="batch-runs">
        {rows.map((one) => (
          <li key={one.id} className="batch" data-batch={one.id} data-state={one.state}>
            <b className="batch-name" title={one.name}>
              {one.name}
            </b>
            <Making batch={one} mayStop={mayStop} />
            <p className="meta" title={fullMoment(one.created_at, zone)}>
              {tell(one.created_at)}
            </p>
          </li>
        ))}
      </ul>
      <Link to="/codes">{t("codebatches.runs.all")}</Link>
    </>
  );
}
