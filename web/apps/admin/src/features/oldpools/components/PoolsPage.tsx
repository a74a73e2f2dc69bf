import { BarChart } from "@yutang/charts";
import { clock, count, nothing } from "@yutang/ui";
import { Alert, Button, message, Skeleton } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Failed } from "../../../shared/Failed.tsx";
import { type Board, useOldPools, useRetryPools, waits } from "../api/oldpools.ts";
import { PoolDrawer } from "./PoolDrawer.tsx";
import { PoolTable } from "./PoolTable.tsx";
import { useWords } from "./words.ts";
import "./oldpools.css";

const PERCENT = 100;

interface Props {
  zone: string;
  mayWrite: boolean;
}

/** Old accounts and groups: a code and a tag each, and how many have moved. */
export function PoolsPage({ zone, mayWrite }: Props) {
  const { t } = useTranslation();
  const [adding, setAdding] = useState(false);
  const board = useOldPools();
  return (
    <>
      <header className="page-head">
        <div>
          <h1>{t("oldPools.title")}</h1>
          <p className="meta">{t("oldPools.about")}</p>
        </div>
        <div className="acts">
          <Button
            type="primary"
            disabled={!mayWrite}
            title={mayWrite ? undefined : t("oldPools.form.denied")}
            onClick={() => setAdding(true)}
          >
            {t("oldPools.new")}
          </Button>
        </div>
      </header>
      {board.isPending && <Skeleton active paragraph={{ rows: 8 }} />}
      {board.isError && <Failed title={t("oldPools.failed")} onAgain={() => board.refetch()} />}
      {board.data?.items.length === 0 && <p className="empty">{t("oldPools.empty")}</p>}
      {board.data && board.data.items.length > 0 && (
        <Move board={board.data} zone={zone} mayWrite={mayWrite} />
      )}
      {adding && <PoolDrawer onClose={() => setAdding(false)} />}
    </>
  );
}

function Move({ board, zone, mayWrite }: Props & { board: Board }) {
  const { t } = useTranslation();
  const waiting = board.items.filter(waits).length;
  const tiles: [string, string, string][] = [
    [t("oldPools.tiles.pools"), count(board.items.length), ""],
    [t("oldPools.tiles.adds"), count(board.adds), ""],
    [
      t("oldPools.tiles.estimate"),
      board.estimate > 0 ? count(board.estimate) : nothing,
      t(board.estimate > 0 ? "oldPools.estimateAbout" : "oldPools.noEstimate"),
    ],
    [
      t("oldPools.tiles.share"),
      board.estimate > 0
        ? `${Number(((board.adds_of_estimated / board.estimate) * PERCENT).toFixed(1))}%`
        : nothing,
      t(board.estimate > 0 ? "oldPools.estimateAbout" : "oldPools.noEstimate"),
    ],
  ];
  return (
    <>
      {waiting > 0 && (
        <Alert type="info" showIcon title={t("oldPools.making", { count: waiting })} />
      )}
      <dl className="pool-tiles">
        {tiles.map(([name, value, about]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd className="num">{value}</dd>
            <dd className="meta">{about}</dd>
          </div>
        ))}
      </dl>
      <p className="meta num">{t("common.asOf", { time: clock(board.as_of, zone) })}</p>
      <Days board={board} />
      <Codes board={board} mayWrite={mayWrite} />
      <PoolTable board={board} mayWrite={mayWrite} />
    </>
  );
}

function Days({ board }: { board: Board }) {
  const { t } = useTranslation();
  if (board.days.length < 2) return null;
  const values = board.days.map((one) => one.adds);
  const most = Math.max(...values);
  return (
    <section>
      <h2>{t("oldPools.chart.title")}</h2>
      <BarChart
        labels={board.days.map((one) => one.day.slice(5))}
        series={[{ key: "adds", name: t("oldPools.columns.adds"), values }]}
        sentence={t("oldPools.chart.sentence", {
          n: count(board.adds),
          day: board.days[values.indexOf(most)]?.day.slice(5) ?? "",
          most: count(most),
        })}
        words={{
          dimension: t("oldPools.chart.day"),
          showTable: t("oldPools.chart.showTable"),
          showChart: t("oldPools.chart.showChart"),
          loading: t("oldPools.chart.loading"),
          failed: t("oldPools.chart.failed"),
        }}
        height={200}
        format={count}
      />
    </section>
  );
}

/** What is done with all codes at once. */
function Codes({ board, mayWrite }: { board: Board; mayWrite: boolean }) {
  const { t } = useTranslation();
  const words = useWords();
  const retry = useRetryPools();
  const [told, place] = message.useMessage();
  const links = board.items.filter((one) => one.link);
  const none = links.length === 0;
  const copy = async () => {
    try {
      const lines = links.map((one) => `${one.name}\t${one.link}`);
      await navigator.clipboard.writeText(lines.join("\n"));
      told.success(t("oldPools.copied", { count: lines.length }));
    } catch {
      told.error(t("oldPools.copyFailed"));
    }
  };
  const why = none ? t("oldPools.noCodes") : undefined;
  return (
    <div className="filters">
      {place}
      <Button disabled={none} title={why} onClick={copy}>
        {t("oldPools.copyLinks")}
      </Button>
      <Button disabled={none} title={why} {...(none ? {} : { href: "/api/old-pools/codes.zip" })}>
        {t("oldPools.zip")}
      </Button>
      {mayWrite && board.items.some((one) => one.state === "failed") && (
        <Button loading={retry.isPending} onClick={() => retry.mutate(undefined)}>
          {t("oldPools.retry")}
        </Button>
      )}
      {retry.isError && <Alert type="error" showIcon title={words(retry.error)} />}
    </div>
  );
}
