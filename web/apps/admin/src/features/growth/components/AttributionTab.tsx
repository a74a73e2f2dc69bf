import { Link } from "@tanstack/react-router";
import { clock, count, dateTime } from "@yutang/ui";
import { Button, Skeleton, Table } from "antd";
import { useTranslation } from "react-i18next";
import { Failed } from "../../../shared/Failed.tsx";
import { type Attribution, type Filter, useAttribution, useUnknownAdds } from "../api/growth.ts";
import { percent } from "./words.ts";

interface Props {
  filter: Filter;
  zone: string;
  mayNames: boolean;
}

/** Of how many adds it is known how they came; the others one by one, each with why. */
export function AttributionTab({ filter, zone, mayNames }: Props) {
  const { t } = useTranslation();
  const read = useAttribution(filter);
  if (read.isPending) return <Skeleton active paragraph={{ rows: 6 }} />;
  if (read.isError) {
    return <Failed title={t("growth.failed")} onAgain={() => read.refetch()} />;
  }
  const { adds, known, ways, as_of } = read.data;
  if (adds === 0) return <p className="empty">{t("growth.empty")}</p>;
  const unknown = adds - known;
  return (
    <>
      <p className="growth-share">
        <b className="num">{percent(known, adds)}</b>{" "}
        {t("growth.attribution.known", { known: count(known), adds: count(adds) })}
      </p>
      <p className="meta num">{t("common.asOf", { time: clock(as_of, zone) })}</p>
      <Ways ways={ways} adds={adds} />
      <h2>{t("growth.attribution.unknown")}</h2>
      {unknown === 0 && <p className="empty">{t("growth.attribution.all")}</p>}
      {unknown > 0 && !mayNames && <p className="meta">{t("growth.attribution.denied")}</p>}
      {unknown > 0 && mayNames && <Unknown filter={filter} zone={zone} />}
    </>
  );
}

function Ways({ ways, adds }: { ways: Attribution["ways"]; adds: number }) {
  const { t, i18n } = useTranslation();
  const named = (one: Attribution["ways"][number]) => {
    if (one.kind !== "way") return t(`growth.attribution.kinds.${one.kind}`);
    const key = `growth.ways.${one.way}`;
    return i18n.exists(key) ? t(key) : t("growth.ways.other", { way: one.way });
  };
  const most = Math.max(1, ...ways.map((one) => one.adds));
  return (
    <ul className="growth-ways">
      {ways.map((one) => (
        <li key={`${one.kind}-${one.way}`}>
          <span>{named(one)}</span>
          <span className="growth-bar">
            <span
              aria-hidden="true"
              className={one.kind === "unknown" ? "off" : undefined}
              style={{ width: `${(one.adds / most) * 100}%` }}
            />
            <b className="num">{count(one.adds)}</b>
          </span>
          <span className="num meta">{percent(one.adds, adds)}</span>
        </li>
      ))}
    </ul>
  );
}

function Unknown({ filter, zone }: { filter: Filter; zone: string }) {
  const { t } = useTranslation();
  const found = useUnknownAdds(filter, true);
  if (found.isPending) return <Skeleton active paragraph={{ rows: 4 }} />;
  if (found.isError) return <Failed title={t("growth.failed")} onAgain={() => found.refetch()} />;
  return (
    <>
      <Table
        rowKey="id"
        dataSource={found.data.pages.flatMap((page) => page.items)}
        pagination={false}
        scroll={{ x: 640 }}
        columns={[
          {
            key: "customer",
            title: t("growth.attribution.customer"),
            render: (_, row) => (
              <Link to="/customers/$id" params={{ id: String(row.customer_id) }}>
                {row.customer_name || t("growth.nameless")}
              </Link>
            ),
          },
          {
            key: "staff",
            title: t("growth.by.staff"),
            render: (_, row) => row.staff.name,
          },
          {
            key: "at",
            title: t("growth.attribution.at"),
            className: "num",
            render: (_, row) => dateTime(row.at, zone),
          },
          {
            key: "why",
            title: t("growth.attribution.why"),
            render: (_, row) => t(`growth.attribution.reasons.${row.why}`),
          },
        ]}
      />
      {found.hasNextPage && (
        <Button loading={found.isFetchingNextPage} onClick={() => found.fetchNextPage()}>
          {t("growth.attribution.more")}
        </Button>
      )}
    </>
  );
}
