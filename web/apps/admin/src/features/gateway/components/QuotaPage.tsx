import { clock, count } from "@yutang/ui";
import { Skeleton } from "antd";
import { useTranslation } from "react-i18next";
import { Failed } from "../../../shared/Failed.tsx";
import { Verdict } from "../../../shared/Verdict.tsx";
import { useDeeds } from "../api/deeds.ts";
import { type Quota, useQuota } from "../api/quota.ts";
import { Apis } from "./Apis.tsx";
import { Brakes } from "./Brakes.tsx";
import { Deeds } from "./Deeds.tsx";
import { Runs } from "./Runs.tsx";
import "./quota.css";
import { Tokens } from "./Tokens.tsx";
import { brakesOf, verdict } from "./words.ts";

const CLASSES = ["welcome", "interactive", "scheduled", "bulk"] as const;

function Answer({ quota }: { quota: Quota }) {
  const { t } = useTranslation();
  const { calm, text } = verdict(quota, t, useDeeds().data?.undecided);
  return (
    <>
      <Verdict calm={calm} text={text} />
      <h2 className="meta quota-waiting-title">{t("quota.waiting.title")}</h2>
      <dl className="quota-waiting">
        {CLASSES.map((name) => (
          <div key={name}>
            <dt>{t(`quota.classes.${name}`)}</dt>
            <dd className="num">{count(quota.waiting[name] ?? 0)}</dd>
            <dd className="meta">{t(`quota.waiting.${name}`)}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}

export function QuotaPage({ zone, mayDecide }: { zone: string; mayDecide: boolean }) {
  const { t } = useTranslation();
  const quota = useQuota();
  if (quota.isPending) return <Skeleton active paragraph={{ rows: 10 }} />;
  const failed = <Failed title={t("quota.loadFailed")} onAgain={() => quota.refetch()} />;
  if (quota.data === undefined) return failed;
  const found = quota.data;
  return (
    <div className="quota">
      <header className="page-head">
        <div>
          <h1>{t("quota.title")}</h1>
          <p className="meta">{t("quota.about")}</p>
        </div>
        <span className="meta num">{t("common.asOf", { time: clock(found.at, zone) })}</span>
      </header>
      {quota.isError && failed}
      <Answer quota={found} />
      <Brakes braked={brakesOf(found.apis)} zone={zone} now={found.at} />
      <Deeds zone={zone} mayDecide={mayDecide} />
      <Runs runs={found.runs} zone={zone} now={found.at} />
      <Apis apis={found.apis} now={found.at} />
      <Tokens tokens={found.tokens} now={found.at} />
    </div>
  );
}
