import { Sparkline } from "@yutang/charts";
import { count, nothing, State } from "@yutang/ui";
import { Button, Skeleton, Table } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Failed } from "../../../shared/Failed.tsx";
import { Pages } from "../../../shared/Pages.tsx";
import { SearchBox } from "../../../shared/SearchBox.tsx";
import { type Link, useLinks, useOverview } from "../api/links.ts";
import { LinkDrawer } from "./LinkDrawer.tsx";
import { Quota } from "./Quota.tsx";
import { money, tones } from "./words.ts";
import "./links.css";

interface Props {
  zone: string;
  q: string;
  after: number | undefined;
  mayWrite: boolean;
  onSearch: (q: string) => void;
  onPage: (after: number) => void;
  onBack: () => void;
  onOpen: (id: number) => void;
}

/** How much quota is left, and what each link brings. */
export function LinksPage({ zone, q, after, mayWrite, ...on }: Props) {
  const { t } = useTranslation();
  const links = useLinks(q, after);
  const overview = useOverview();
  const [making, setMaking] = useState(false);
  const page = links.data;
  return (
    <>
      <header className="page-head">
        <div>
          <h1>{t("links.title")}</h1>
          <p className="meta">{t("links.about")}</p>
        </div>
        <Button
          type="primary"
          disabled={!mayWrite}
          title={mayWrite ? undefined : t("links.locked")}
          onClick={() => setMaking(true)}
        >
          {t("links.new")}
        </Button>
      </header>
      {overview.isError && (
        <Failed title={t("links.quota.failed")} onAgain={() => overview.refetch()} />
      )}
      {overview.data && <Quota overview={overview.data} zone={zone} mayWrite={mayWrite} />}
      <div className="filters">
        <SearchBox label={t("links.search")} maxLength={60} text={q} onSearch={on.onSearch} />
        <span className="meta num" aria-live="polite">
          {page && t("links.total", { count: page.total, n: count(page.total) })}
        </span>
      </div>
      {links.isPending && <Skeleton active paragraph={{ rows: 6 }} />}
      {links.isError && <Failed title={t("links.failed")} onAgain={() => links.refetch()} />}
      {page && page.items.length === 0 && (
        <div className="empty">
          <p>{t(q ? "links.noneMatch" : "links.empty")}</p>
        </div>
      )}
      {page && page.items.length > 0 && (
        <>
          <LinkTable rows={page.items} onOpen={on.onOpen} />
          <Pages
            sparse
            label={t("links.title")}
            previous={after === undefined ? null : String(after)}
            next={page.next}
            onPrevious={on.onBack}
            onNext={(next) => on.onPage(Number(next))}
          />
        </>
      )}
      {making && (
        <LinkDrawer
          onClose={() => setMaking(false)}
          onDone={(link) => {
            setMaking(false);
            on.onOpen(link.id);
          }}
        />
      )}
    </>
  );
}

function LinkTable({ rows, onOpen }: { rows: Link[]; onOpen: (id: number) => void }) {
  const { t, i18n } = useTranslation();
  return (
    <Table<Link>
      rowKey="id"
      dataSource={rows}
      pagination={false}
      scroll={{ x: 900 }}
      columns={[
        {
          title: t("links.columns.name"),
          width: 200,
          fixed: "left",
          render: (_, row) => (
            <button type="button" className="link" onClick={() => onOpen(row.id)}>
              {row.name}
            </button>
          ),
        },
        {
          title: t("links.columns.status"),
          width: 110,
          render: (_, row) =>
            row.status === "active" && row.unavailable_at ? (
              <State tone="bad" word={t("links.unavailable")} />
            ) : (
              <State tone={tones[row.status]} word={t(`links.status.${row.status}`)} />
            ),
        },
        {
          title: t("links.columns.behind"),
          width: 170,
          render: (_, row) => <Behind link={row} />,
        },
        {
          title: t("links.columns.days"),
          width: 120,
          render: (_, row) => (
            <Sparkline
              values={row.adds_by_day}
              sentence={t("links.quota.days", {
                n: count(row.adds_by_day.reduce((sum, day) => sum + day, 0)),
              })}
            />
          ),
        },
        ...(["adds_today", "adds_total", "visits", "visit_adds"] as const).map((key) => ({
          title: t(`links.columns.${key}`),
          width: 100,
          align: "right" as const,
          className: "num",
          render: (_: unknown, row: Link) => count(row[key]),
        })),
        {
          title: t("links.columns.cost"),
          width: 110,
          align: "right",
          className: "num",
          render: (_, row) =>
            row.cost_cents === null ? (
              <span title={t("links.quota.noPrice")}>{nothing}</span>
            ) : (
              money(row.cost_cents, i18n.language)
            ),
        },
      ]}
    />
  );
}

/** Who receives its customers, in a few words. */
export function Behind({ link }: { link: Link }) {
  const { t } = useTranslation();
  const first = link.staff[0]?.name;
  const members =
    first === undefined
      ? ""
      : link.staff.length === 1
        ? first
        : t("links.behind.members", { first, n: link.staff.length });
  const departments =
    link.department_ids.length > 0
      ? t("links.behind.departments", { count: link.department_ids.length })
      : "";
  return <>{[members, departments].filter(Boolean).join(t("common.comma"))}</>;
}
