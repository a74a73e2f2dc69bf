import { count, fullMoment, shortMoment } from "@yutang/ui";
import { Button, Segmented, Skeleton, Table } from "antd";
import { useTranslation } from "react-i18next";
import { Failed } from "../../../shared/Failed.tsx";
import { DRIFT_KINDS, type Drift, type DriftKind, useDrifts } from "../api/sync.ts";

interface Props {
  zone: string;
  kind: DriftKind | undefined;
  onKind: (kind: DriftKind | undefined) => void;
}

/** What was here and what WeCom showed, in words. */
function useWords() {
  const { t } = useTranslation();
  const words = (values: unknown, key: string) =>
    Array.isArray(values) ? values.map((one) => t([`${key}.${one}`, "sync.drift.other"])) : [];
  return (drift: Drift): string => {
    const { before, after } = drift;
    if (drift.kind === "tags") {
      const size = (values: unknown) => (Array.isArray(values) ? values.length : 0);
      return t("sync.drift.tags", { got: size(after.tags), lost: size(before.tags) });
    }
    if (drift.kind === "profile" || drift.kind === "relation") {
      return words(after.fields, "sync.drift.fields").join(t("sync.drift.and"));
    }
    const from = before.state ? t(`sync.drift.states.${before.state}`) : t("sync.drift.nothing");
    return t("sync.drift.change", { from, to: t(`sync.drift.states.${after.state}`) });
  };
}

/** What readings found to differ, and mended. */
export function Drifts({ zone, kind, onKind }: Props) {
  const { t } = useTranslation();
  const drifts = useDrifts(kind);
  const words = useWords();
  const pages = drifts.data?.pages ?? [];
  const counts = pages[0]?.counts ?? {};
  const all = Object.values(counts).reduce((sum, one) => sum + (one ?? 0), 0);
  const options = [
    { value: "all", label: t("sync.drift.all", { shown: drifts.data ? count(all) : "" }).trim() },
    ...DRIFT_KINDS.filter((one) => one === kind || counts[one]).map((one) => ({
      value: one,
      label: `${t(`sync.drift.kinds.${one}`)} ${drifts.data ? count(counts[one] ?? 0) : ""}`.trim(),
    })),
  ];
  return (
    <section className="sync-part">
      <h2>{t("sync.drift.title")}</h2>
      <p className="meta">{t("sync.drift.about")}</p>
      <Segmented
        className="sync-kinds"
        aria-label={t("sync.drift.filter")}
        options={options}
        value={kind ?? "all"}
        onChange={(value) => onKind(DRIFT_KINDS.find((one) => one === value))}
      />
      {drifts.isPending && <Skeleton active paragraph={{ rows: 4 }} />}
      {drifts.isError && <Failed title={t("sync.drift.failed")} onAgain={() => drifts.refetch()} />}
      {drifts.data && (
        <Table<Drift>
          size="middle"
          rowKey="id"
          pagination={false}
          scroll={{ x: 560 }}
          dataSource={pages.flatMap((page) => page.items)}
          locale={{ emptyText: t("sync.drift.none") }}
          columns={[
            {
              title: t("sync.drift.found"),
              width: 140,
              render: (_, row) => (
                <span className="num" title={fullMoment(row.found_at, zone)}>
                  {shortMoment(row.found_at, zone)}
                </span>
              ),
            },
            {
              title: t("sync.drift.what"),
              width: 170,
              render: (_, row) => t(`sync.drift.kinds.${row.kind}`),
            },
            {
              title: t("sync.drift.customer"),
              render: (_, row) =>
                row.customer_id === null ? (
                  "–"
                ) : (
                  <a href={`/customers/${row.customer_id}`}>
                    {row.customer_name || t("sync.drift.nameless")}
                  </a>
                ),
            },
            { title: t("sync.drift.member"), render: (_, row) => row.staff_name ?? "–" },
            { title: t("sync.drift.how"), render: (_, row) => words(row) },
          ]}
        />
      )}
      {drifts.hasNextPage && (
        <Button
          className="sync-more"
          loading={drifts.isFetchingNextPage}
          onClick={() => drifts.fetchNextPage()}
        >
          {t("sync.drift.more")}
        </Button>
      )}
    </section>
  );
}
