import { clock, count, seconds } from "@yutang/ui";
import { Alert, Button, Skeleton } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { type Today, useOverview, useToday } from "../api/overview.ts";
import { AttentionList } from "./AttentionList.tsx";
import { ChannelChart } from "./ChannelChart.tsx";
import { FirstSteps } from "./FirstSteps.tsx";
import { greeting } from "./greeting.ts";
import { TodayTiles } from "./TodayTiles.tsx";
import "./overview.css";

interface Props {
  zone: string;
  userName: string;
  live: boolean;
  /** The newest adds, drawn by their own feature. */
  recent: ReactNode;
}

export function OverviewPage({ zone, userName, live, recent }: Props) {
  const { t } = useTranslation();
  const overview = useOverview();
  const today = useToday();
  const page = overview.data;
  return (
    <>
      <header className="page-head">
        <div>
          <h1>{t(`overview.hello.${greeting(new Date(), zone)}`, { name: userName })}</h1>
          <p className="health num">{today.data ? <Health today={today.data} /> : " "}</p>
        </div>
        <p className="meta num live" aria-live="polite">
          {today.data && (
            <>
              <i className={live ? "pulse on" : "pulse"} aria-hidden="true" />
              {live
                ? `${t("overview.live")} · ${t("common.asOf", { time: clock(today.data.as_of, zone) })}`
                : t("overview.stale", { time: clock(today.data.as_of, zone) })}
            </>
          )}
        </p>
      </header>
      {(overview.isError || today.isError) && (
        <Alert
          type="error"
          showIcon
          title={t("overview.loadFailed")}
          action={
            <Button
              onClick={() => {
                overview.refetch();
                today.refetch();
              }}
            >
              {t("common.again")}
            </Button>
          }
        />
      )}
      <TodayTiles today={today.data} overview={page} />
      {overview.isPending && <Skeleton active paragraph={{ rows: 8 }} />}
      {page && (
        <div className="overview-grid">
          <ChannelChart overview={page} />
          {page.first_steps && !page.first_steps.welcomed ? (
            <FirstSteps steps={page.first_steps} />
          ) : (
            <AttentionList attention={page.attention} zone={zone} />
          )}
          <section className="panel wide">{recent}</section>
        </div>
      )}
    </>
  );
}

function Health({ today }: { today: Today }) {
  const { t } = useTranslation();
  if (today.callbacks_waiting === null || today.dead_letters === null) return null;
  const numbers = {
    waiting: count(today.callbacks_waiting),
    dead: count(today.dead_letters),
  };
  return today.p99_ms === null
    ? t("overview.healthNone", numbers)
    : t("overview.health", { ...numbers, speed: seconds(today.p99_ms) });
}
