import { clock } from "@yutang/ui";
import { Skeleton } from "antd";
import { useTranslation } from "react-i18next";
import { Failed } from "../../../shared/Failed.tsx";
import { Verdict } from "../../../shared/Verdict.tsx";
import { useLog } from "../api/log.ts";
import { Families } from "./Families.tsx";
import { Months } from "./Months.tsx";
import { Readers } from "./Readers.tsx";
import { isCounted, verdict } from "./words.ts";
import "./log.css";

/** How much is kept, for how long, where it lies, and whether its readers keep up. */
export function LogPage({ zone, mayWrite }: { zone: string; mayWrite: boolean }) {
  const { t } = useTranslation();
  const log = useLog();
  if (log.isPending) return <Skeleton active paragraph={{ rows: 10 }} />;
  const failed = <Failed title={t("log.loadFailed")} onAgain={() => log.refetch()} />;
  if (log.data === undefined) return failed;
  const found = log.data;
  const { calm, text } = verdict(found, t);
  return (
    <div className="event-log">
      <header className="page-head">
        <div>
          <h1>{t("log.title")}</h1>
          <p className="meta">{t("log.about")}</p>
        </div>
        <span className="meta num">{t("common.asOf", { time: clock(found.at, zone) })}</span>
      </header>
      {log.isError && failed}
      <Verdict calm={calm} text={text} />
      <Readers log={found} zone={zone} />
      <Months log={found} zone={zone} />
      <Families families={found.families} counted={isCounted(found)} mayWrite={mayWrite} />
    </div>
  );
}
