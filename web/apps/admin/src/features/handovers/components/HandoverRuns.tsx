import { Link } from "@tanstack/react-router";
import { Skeleton } from "antd";
import { useTranslation } from "react-i18next";
import { Failed } from "../../../shared/Failed.tsx";
import { useHandovers } from "../api/handovers.ts";
import { HandoverTable } from "./HandoverTable.tsx";
import { useWords } from "./words.ts";
import "./handovers.css";

const SHOWN = 5;

/** Handovers among all long work: those under way, then the newest. */
export function HandoverRuns({ zone }: { zone: string }) {
  const { t } = useTranslation();
  const words = useWords();
  const found = useHandovers(undefined, undefined);
  if (found.isPending) return <Skeleton active paragraph={{ rows: 3 }} />;
  if (found.data === undefined) {
    return <Failed title={words(found.error)} onAgain={() => found.refetch()} />;
  }
  const open = ["running", "waiting"];
  const rows = [...found.data.items]
    .sort((a, b) => Number(open.includes(b.state)) - Number(open.includes(a.state)))
    .filter((one, place) => open.includes(one.state) || place < SHOWN);
  return (
    <>
      {rows.length === 0 ? (
        <p className="handover-none">{t("handovers.noRuns")}</p>
      ) : (
        <HandoverTable rows={rows} zone={zone} dimmed={false} />
      )}
      <p className="handover-all">
        <Link to="/handovers" search={{}}>
          {t("handovers.toAll")}
        </Link>
      </p>
    </>
  );
}
