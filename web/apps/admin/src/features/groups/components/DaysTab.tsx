import { BarChart } from "@yutang/charts";
import { clock, count, nothing } from "@yutang/ui";
import { Segmented, Skeleton, Table } from "antd";
import { useTranslation } from "react-i18next";
import { Failed } from "../../../shared/Failed.tsx";
import { Scrolled } from "../../../shared/Scrolled.tsx";
import { type Day, type Detail, useGroupDays, useOwnerDays } from "../api/groups.ts";
import { compared, difference } from "./days.ts";
import { SPANS, spanOf } from "./search.ts";

interface Props {
  group: Detail;
  zone: string;
  span: number;
  onSpan: (days: number) => void;
}

/** Who came and went by day: this group by what we saw, its owner's groups beside WeCom's count. */
export function DaysTab({ group, zone, span, onSpan }: Props) {
  const { t } = useTranslation();
  const asked = spanOf(span);
  const own = useGroupDays(group.id, asked);
  const beside = useOwnerDays(group.owner?.id, asked);
  return (
    <>
      <div className="filters">
        <Segmented<number>
          aria-label={t("groups.days.span")}
          value={span}
          onChange={onSpan}
          options={SPANS.map((value) => ({
            value,
            label: t("groups.days.last", { count: value }),
          }))}
        />
        {own.data && (
          <span className="meta num">
            {t("common.asOf", { time: clock(own.data.as_of, zone) })}
          </span>
        )}
      </div>
      {own.isPending && <Skeleton active paragraph={{ rows: 6 }} />}
      {own.isError && <Failed title={t("groups.days.failed")} onAgain={() => own.refetch()} />}
      {own.data && <OwnDays days={own.data.items} />}
      <section className="group-beside">
        <h2>
          {group.owner
            ? t("groups.days.ownerTitle", { name: group.owner.name })
            : t("groups.days.noOwnerTitle")}
        </h2>
        <p className="meta">{t("groups.days.byOwner")}</p>
        {!group.owner && <p>{t("groups.days.noOwner")}</p>}
        {group.owner && beside.isPending && <Skeleton active paragraph={{ rows: 4 }} />}
        {beside.isError && (
          <Failed title={t("groups.days.failed")} onAgain={() => beside.refetch()} />
        )}
        {beside.data && <Beside days={beside.data.items} />}
      </section>
    </>
  );
}

function OwnDays({ days }: { days: readonly Day[] }) {
  const { t } = useTranslation();
  const joined = days.reduce((sum, day) => sum + day.ours.joined, 0);
  const gone = days.reduce((sum, day) => sum + day.ours.left, 0);
  const sentence = t("groups.days.sentence", {
    count: days.length,
    joined: count(joined),
    left: count(gone),
    now: count(days.at(-1)?.ours.seats ?? 0),
  });
  return (
    <section className="group-chart">
      <h2>{t("groups.days.ownTitle")}</h2>
      <p className="num">{sentence}</p>
      {joined + gone > 0 && (
        <BarChart
          labels={days.map((day) => day.day.slice(5))}
          series={[
            {
              key: "joined",
              name: t("groups.days.joined"),
              values: days.map((day) => day.ours.joined),
            },
            { key: "left", name: t("groups.days.left"), values: days.map((day) => day.ours.left) },
          ]}
          sentence={sentence}
          words={{
            dimension: t("groups.days.day"),
            showTable: t("groups.days.showTable"),
            showChart: t("groups.days.showChart"),
            loading: t("groups.days.loading"),
            failed: t("groups.days.drawFailed"),
          }}
          height={200}
          lastOpen
          format={count}
        />
      )}
    </section>
  );
}

function Beside({ days }: { days: readonly Day[] }) {
  const { t } = useTranslation();
  const both = compared(days);
  const told = (day: Day, value: (day: NonNullable<Day["wecom"]>) => number) =>
    day.wecom ? (
      count(value(day.wecom))
    ) : (
      <span title={t(`groups.days.why.${day.why_null ?? "not_read"}`)}>{nothing}</span>
    );
  const column = (key: string, render: (day: Day) => React.ReactNode) => ({
    key,
    title: <span title={t(`groups.days.heads.${key}Why`)}>{t(`groups.days.heads.${key}`)}</span>,
    align: "right" as const,
    className: "num",
    width: 108,
    render: (_: unknown, day: Day) => render(day),
  });
  return (
    <>
      <p className="num" aria-live="polite">
        {both.days === 0
          ? t("groups.days.nothingYet")
          : t(both.ours === both.wecom ? "groups.days.equal" : "groups.days.differ", {
              count: both.days,
              ours: count(both.ours),
              wecom: count(both.wecom),
            })}
      </p>
      <Scrolled label={t("groups.tabs.days")} least={720}>
        <Table<Day>
          rowKey="day"
          dataSource={[...days].reverse()}
          pagination={false}
          size="small"
          columns={[
            {
              key: "day",
              title: t("groups.days.day"),
              dataIndex: "day",
              className: "num",
              width: 110,
            },
            column("ours", (day) => count(day.ours.members_joined)),
            column("wecom", (day) => told(day, (wecom) => wecom.joined)),
            column("difference", (day) => {
              const by = difference(day);
              return by === null ? nothing : by > 0 ? `+${by}` : by < 0 ? `−${-by}` : "0";
            }),
            column("members", (day) => told(day, (wecom) => wecom.members)),
            column("messages", (day) => told(day, (wecom) => wecom.messages)),
            column("talking", (day) => told(day, (wecom) => wecom.groups_talking)),
          ]}
        />
      </Scrolled>
      <h3 className="group-why">{t("groups.days.whyTitle")}</h3>
      <ul className="meta group-whys">
        {(["members", "between", "owner", "day", "unread"] as const).map((key) => (
          <li key={key}>{t(`groups.days.whys.${key}`)}</li>
        ))}
      </ul>
    </>
  );
}
