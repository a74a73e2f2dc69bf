import { clock, count, fullMoment, initial, nothing, State, seconds } from "@yutang/ui";
import { Alert, Button, Segmented, Skeleton, Table, Tag } from "antd";
import { useTranslation } from "react-i18next";
import { type Add, OUTCOMES, type Outcome, useAdds, useSummary } from "../api/adds.ts";
import { tones, why } from "./reasons.ts";
import { Tiles } from "./Tiles.tsx";

interface Props {
  zone: string;
  outcome: Outcome | undefined;
  channelId: number | undefined;
  onFilter: (filter: { outcome?: Outcome | undefined; channel?: number | undefined }) => void;
  onNewCode: () => void;
}

export function AddsPage({ zone, outcome, channelId, onFilter, onNewCode }: Props) {
  const { t } = useTranslation();
  const summary = useSummary();
  const adds = useAdds(outcome, channelId);
  const rows = adds.data?.pages.flatMap((page) => page.items) ?? [];
  const day = summary.data;
  const filtered = outcome !== undefined || channelId !== undefined;
  return (
    <>
      <header className="page-head">
        <div>
          <h1>
            {day
              ? t("adds.title", { adds: count(day.adds), sent: count(day.sent), count: day.adds })
              : t("adds.titleLoading")}
          </h1>
          <p className="meta num" aria-live="polite">
            {day ? t("adds.asOf", { time: clock(day.as_of, zone) }) : " "}
          </p>
        </div>
        <Button type="primary" onClick={onNewCode}>
          {t("channels.new")}
        </Button>
      </header>
      <Tiles summary={day} />
      <div className="filters">
        <Segmented
          aria-label={t("adds.filter")}
          value={outcome ?? "all"}
          options={["all", ...OUTCOMES].map((value) => ({
            value,
            label: t(`adds.outcomes.${value}`),
          }))}
          onChange={(value) =>
            onFilter({
              outcome: value === "all" ? undefined : (value as Outcome),
              channel: channelId,
            })
          }
        />
        {channelId !== undefined && (
          <Tag closable onClose={() => onFilter({ outcome, channel: undefined })}>
            {rows[0]?.channel?.name ?? t("adds.oneChannel")}
          </Tag>
        )}
      </div>
      {adds.isError && (
        <Alert
          type="error"
          showIcon
          title={t("adds.loadFailed")}
          action={<Button onClick={() => adds.refetch()}>{t("common.again")}</Button>}
        />
      )}
      {adds.isPending && <Skeleton active paragraph={{ rows: 8 }} />}
      {adds.isSuccess && rows.length === 0 && (
        <div className="empty">
          {filtered ? (
            <>
              <p>{t("adds.emptyFiltered")}</p>
              <Button onClick={() => onFilter({})}>{t("common.clearFilters")}</Button>
            </>
          ) : (
            <>
              <p>{t("adds.empty")}</p>
              <Button onClick={onNewCode}>{t("channels.new")}</Button>
            </>
          )}
        </div>
      )}
      {rows.length > 0 && (
        <AddsTable rows={rows} zone={zone} onFilter={onFilter} outcome={outcome} />
      )}
      {adds.hasNextPage && (
        <div className="more">
          <Button loading={adds.isFetchingNextPage} onClick={() => adds.fetchNextPage()}>
            {t("common.more")}
          </Button>
        </div>
      )}
    </>
  );
}

interface TableProps extends Pick<Props, "zone" | "onFilter" | "outcome"> {
  rows: Add[];
}

function AddsTable({ rows, zone, onFilter, outcome }: TableProps) {
  const { t } = useTranslation();
  return (
    <Table<Add>
      rowKey="id"
      dataSource={rows}
      pagination={false}
      scroll={{ x: 960 }}
      sticky={{ offsetHeader: 56 }}
      columns={[
        {
          title: t("adds.columns.customer"),
          width: 200,
          render: (_, add) => <Who add={add} />,
        },
        {
          title: t("adds.columns.welcome"),
          width: 280,
          render: (_, add) => (
            <>
              <State tone={tones[add.outcome]} word={t(`adds.outcomes.${add.outcome}`)} />
              <div className="meta">{why(t, add)}</div>
            </>
          ),
        },
        {
          title: t("adds.columns.took"),
          width: 90,
          align: "right",
          className: "num",
          render: (_, add) =>
            add.outcome === "sent" && add.latency_ms !== null
              ? t("adds.tiles.seconds", { n: seconds(add.latency_ms) })
              : nothing,
        },
        {
          title: t("adds.columns.tags"),
          width: 200,
          render: (_, add) =>
            add.tags.length === 0
              ? nothing
              : add.tags.map((tag) => (
                  <Tag
                    key={tag.id}
                    title={tag.mirrored ? t("adds.tagThere") : t("adds.tagWaiting")}
                    variant={tag.mirrored ? "filled" : "outlined"}
                  >
                    {tag.name}
                  </Tag>
                )),
        },
        {
          title: t("adds.columns.staff"),
          width: 130,
          render: (_, add) => <span className="cut">{add.staff?.name ?? nothing}</span>,
        },
        {
          title: t("adds.columns.channel"),
          width: 150,
          render: (_, add) => {
            const channel = add.channel;
            return channel ? (
              <button
                type="button"
                className="link cut"
                onClick={() => onFilter({ outcome, channel: channel.id })}
              >
                {channel.name}
              </button>
            ) : (
              nothing
            );
          },
        },
        {
          title: t("adds.columns.at"),
          width: 100,
          align: "right",
          className: "num",
          render: (_, add) => <span title={fullMoment(add.at, zone)}>{clock(add.at, zone)}</span>,
        },
      ]}
    />
  );
}

function Who({ add }: { add: Add }) {
  const { t } = useTranslation();
  const name = add.customer?.name || t("adds.nameless");
  return (
    <span className="who">
      <span className="avatar" aria-hidden="true">
        {add.customer ? initial(name) : "…"}
      </span>
      <span>
        <b className="cut" title={name}>
          {add.customer ? name : t("adds.storing")}
        </b>
        <span className="meta">{add.half ? t("adds.halfNote") : ""}</span>
      </span>
    </span>
  );
}
