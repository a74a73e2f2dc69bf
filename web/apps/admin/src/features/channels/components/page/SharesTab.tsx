import { LineChart } from "@yutang/charts";
import { clock, count, nothing, State, shortMoment, type Tone } from "@yutang/ui";
import { Segmented, Skeleton, Table, Tooltip } from "antd";
import { useTranslation } from "react-i18next";
import { Failed } from "../../../../shared/Failed.tsx";
import { Scrolled } from "../../../../shared/Scrolled.tsx";
import {
  type Assignment,
  type PageCode,
  useAssignments,
  usePageCode,
  useResults,
} from "../../api/pagecodes.ts";
import "./words.ts";
import "./page.css";

const DAYS = [7, 30, 90] as const;
const DAY_MS = 86_400_000;

interface Props {
  id: number;
  zone: string;
  days: number;
  onDays: (days: number) => void;
}

const isoDay = (moment: Date, zone: string): string =>
  new Intl.DateTimeFormat("sv-SE", { timeZone: zone, dateStyle: "short" }).format(moment);

/** Who received how many: today's places, the span's shares, and the last who came. */
export function SharesTab({ id, zone, days, onDays }: Props) {
  const { t } = useTranslation();
  const from = isoDay(new Date(Date.now() - (days - 1) * DAY_MS), zone);
  const results = useResults(id, from);
  const page = usePageCode(id);
  if (results.isPending || page.isPending) return <Skeleton active paragraph={{ rows: 8 }} />;
  if (results.isError || page.isError) {
    return (
      <Failed
        title={t("pagecodes.shares.loadFailed")}
        onAgain={() => Promise.all([results.refetch(), page.refetch()])}
      />
    );
  }
  const { totals, as_of, days: rows } = results.data;
  const tiles = ["scans", "shown", "adds"] as const;
  const series = tiles.map((key) => ({
    key,
    name: t(`pagecodes.shares.${key}`),
    values: rows.map((row) => row[key] ?? 0),
  }));
  return (
    <section className="shares" aria-label={t("pagecodes.shares.title")}>
      <div className="filters">
        <Segmented<number>
          aria-label={t("channels.statistics.span")}
          value={days}
          onChange={onDays}
          options={DAYS.map((n) => ({ value: n, label: t("channels.statistics.lastDays", { n }) }))}
        />
        <span className="meta num">{t("common.asOf", { time: clock(as_of, zone) })}</span>
      </div>
      <dl className="tiles">
        {tiles.map((key) => (
          <div className="tile" key={key}>
            <dt>{t(`pagecodes.shares.${key}`)}</dt>
            <dd className="num">{count(totals[key] ?? 0)}</dd>
          </div>
        ))}
      </dl>
      <p className="meta">{t("pagecodes.shares.about")}</p>
      <h2>{t("pagecodes.shares.members")}</h2>
      <Scrolled label={t("pagecodes.shares.members")} least={720}>
        <MembersTable page={page.data} shares={results.data.members} />
      </Scrolled>
      <h2>{t("pagecodes.shares.byDay")}</h2>
      <LineChart
        labels={rows.map((row) => row.day.slice(5))}
        lastOpen
        words={{
          dimension: t("channels.statistics.day"),
          showTable: t("channels.statistics.showTable"),
          showChart: t("channels.statistics.showChart"),
          loading: t("channels.statistics.drawing"),
          failed: t("channels.statistics.notDrawn"),
        }}
        format={count}
        sentence={t("pagecodes.shares.sentence", {
          n: days,
          scans: count(totals.scans ?? 0),
          shown: count(totals.shown ?? 0),
          adds: count(totals.adds ?? 0),
        })}
        series={series}
      />
      <h2>{t("pagecodes.shares.lately")}</h2>
      <Lately id={id} zone={zone} />
    </section>
  );
}

const wayTones: Record<string, Tone> = {
  active: "ok",
  making: "info",
  wanted: "info",
  failed: "bad",
};

function MembersTable({
  page,
  shares,
}: {
  page: PageCode;
  shares: { staff: { id: number; name: string }; shown: number; adds: number }[];
}) {
  const { t } = useTranslation();
  const got = new Map(shares.map((one) => [one.staff.id, one]));
  const most = Math.max(1, ...shares.map((one) => one.shown));
  const why = (row: PageCode["members"][number]): string =>
    row.left
      ? t("pagecodes.shares.hasLeft")
      : row.is_member
        ? row.on
          ? t("pagecodes.shares.on")
          : t("pagecodes.shares.off")
        : row.staff.id === page.rule.fallback_staff_id
          ? t("pagecodes.shares.isFallback")
          : t("pagecodes.shares.isStandIn");
  return (
    <Table
      rowKey={(row) => row.staff.id}
      pagination={false}
      dataSource={page.members}
      columns={[
        { title: t("pagecodes.rule.member"), render: (_, row) => row.staff.name },
        { title: t("pagecodes.shares.standing"), render: (_, row) => why(row) },
        {
          title: t("pagecodes.shares.shown"),
          align: "right",
          className: "num",
          render: (_, row) => (
            <>
              <span className="share" aria-hidden="true">
                <i style={{ width: `${((got.get(row.staff.id)?.shown ?? 0) / most) * 100}%` }} />
              </span>
              {count(got.get(row.staff.id)?.shown ?? 0)}
            </>
          ),
        },
        {
          title: t("pagecodes.shares.adds"),
          align: "right",
          className: "num",
          render: (_, row) => count(got.get(row.staff.id)?.adds ?? 0),
        },
        {
          title: t("pagecodes.shares.today"),
          align: "right",
          className: "num",
          render: (_, row) =>
            row.daily_cap === null
              ? t("pagecodes.shares.todayFree", { adds: row.adds, held: row.held })
              : t("pagecodes.shares.todayOf", {
                  adds: row.adds,
                  held: row.held,
                  cap: row.daily_cap,
                }),
        },
        {
          title: t("pagecodes.shares.way"),
          render: (_, row) =>
            row.way === null ? (
              <Tooltip title={t("pagecodes.shares.noWay")} trigger={["hover", "focus"]}>
                <button type="button" className="link quiet">
                  {nothing}
                </button>
              </Tooltip>
            ) : (
              <Tooltip title={row.error ?? ""}>
                <span>
                  <State
                    tone={wayTones[row.way] ?? "info"}
                    word={t(`pagecodes.shares.ways.${row.way}`)}
                  />
                </span>
              </Tooltip>
            ),
        },
      ]}
    />
  );
}

const placeTones: Record<Assignment["state"], Tone> = {
  added: "ok",
  held: "info",
  given_back: "off",
  none: "off",
};

function Lately({ id, zone }: { id: number; zone: string }) {
  const { t } = useTranslation();
  const found = useAssignments(id);
  if (found.isPending) return <Skeleton active paragraph={{ rows: 3 }} />;
  if (found.isError) {
    return <Failed title={t("pagecodes.shares.loadFailed")} onAgain={() => found.refetch()} />;
  }
  if (found.data.items.length === 0)
    return <p className="meta">{t("pagecodes.shares.nobodyYet")}</p>;
  return (
    <Scrolled label={t("pagecodes.shares.lately")} least={560}>
      <Table<Assignment>
        rowKey="id"
        size="small"
        pagination={false}
        dataSource={found.data.items}
        columns={[
          {
            title: t("pagecodes.shares.at"),
            className: "num",
            render: (_, row) => shortMoment(row.shown_at, zone),
          },
          { title: t("pagecodes.rule.member"), render: (_, row) => row.staff.name },
          {
            title: t("pagecodes.shares.why"),
            render: (_, row) => t(`pagecodes.shares.whys.${row.reason}`, { city: row.city }),
          },
          {
            title: t("pagecodes.shares.place"),
            render: (_, row) => (
              <State
                tone={placeTones[row.state]}
                word={t(`pagecodes.shares.places.${row.state}`)}
              />
            ),
          },
        ]}
      />
    </Scrolled>
  );
}
