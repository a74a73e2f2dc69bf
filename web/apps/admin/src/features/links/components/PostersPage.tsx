import { count, State } from "@yutang/ui";
import { Button, Skeleton, Table, Tabs } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Copyable } from "../../../shared/Copyable.tsx";
import { Failed } from "../../../shared/Failed.tsx";
import { type LandingPage, usePages } from "../api/landings.ts";
import { Conversions } from "./Conversions.tsx";
import { PageDrawer } from "./PageDrawer.tsx";
import { ShortLinks } from "./ShortLinks.tsx";
import { POSTER_TABS, type PosterTab } from "./search.ts";
import "./words.ts";
import "./links.css";

interface Props {
  zone: string;
  tab: PosterTab;
  mayWrite: boolean;
  mayRead: boolean;
  maySet: boolean;
  onTab: (tab: PosterTab) => void;
}

/** What the public opens before it adds anybody. */
export function PostersPage({ zone, tab, mayWrite, mayRead, maySet, onTab }: Props) {
  const { t } = useTranslation();
  const tabs = POSTER_TABS.filter((one) => mayRead || one !== "conversions");
  return (
    <>
      <header className="page-head">
        <div>
          <h1>{t("landings.title")}</h1>
          <p className="meta">{t("landings.about")}</p>
        </div>
      </header>
      <Tabs
        activeKey={tab}
        onChange={(key) => onTab(POSTER_TABS.find((one) => one === key) ?? "pages")}
        items={tabs.map((key) => ({ key, label: t(`landings.tabs.${key}`) }))}
      />
      {tab === "pages" && <PageList mayWrite={mayWrite} />}
      {tab === "short" && <ShortLinks zone={zone} mayWrite={mayWrite} />}
      {tab === "conversions" && mayRead && <Conversions zone={zone} mayWrite={maySet} />}
    </>
  );
}

function PageList({ mayWrite }: { mayWrite: boolean }) {
  const { t } = useTranslation();
  const pages = usePages();
  const [open, setOpen] = useState<LandingPage | "new">();
  if (pages.isPending) return <Skeleton active paragraph={{ rows: 6 }} />;
  if (pages.isError) {
    return <Failed title={t("landings.failed")} onAgain={() => pages.refetch()} />;
  }
  const rows = pages.data.items;
  return (
    <>
      <div className="filters">
        <Button
          type="primary"
          disabled={!mayWrite}
          title={mayWrite ? undefined : t("links.locked")}
          onClick={() => setOpen("new")}
        >
          {t("landings.new")}
        </Button>
      </div>
      {rows.length === 0 ? (
        <div className="empty">
          <p>{t("landings.empty")}</p>
        </div>
      ) : (
        <PageTable rows={rows} onOpen={setOpen} />
      )}
      {open !== undefined && (
        <PageDrawer
          key={open === "new" ? "new" : `${open.id}-${open.version}`}
          page={open === "new" ? undefined : open}
          locked={!mayWrite}
          onClose={() => setOpen(undefined)}
        />
      )}
    </>
  );
}

function PageTable({ rows, onOpen }: { rows: LandingPage[]; onOpen: (page: LandingPage) => void }) {
  const { t } = useTranslation();
  return (
    <Table<LandingPage>
      rowKey="id"
      dataSource={rows}
      pagination={false}
      scroll={{ x: 980 }}
      columns={[
        {
          title: t("landings.columns.name"),
          width: 180,
          fixed: "left",
          render: (_, row) => (
            <>
              <button type="button" className="link" onClick={() => onOpen(row)}>
                {row.name}
              </button>
              <span className="line meta">{t(`landings.templates.${row.template}`)}</span>
            </>
          ),
        },
        {
          title: t("landings.columns.state"),
          width: 90,
          render: (_, row) => (
            <State
              tone={row.is_open ? "ok" : "off"}
              word={t(row.is_open ? "landings.open" : "landings.closed")}
            />
          ),
        },
        {
          title: t("landings.columns.channel"),
          width: 150,
          render: (_, row) => row.channel?.name ?? t("landings.channelGone"),
        },
        {
          title: t("landings.columns.address"),
          width: 300,
          render: (_, row) => (
            <Copyable text={row.address} label={t("landings.addressOf", { name: row.name })} />
          ),
        },
        ...(["visits", "taps"] as const).map((key) => ({
          title: t(`landings.columns.${key}`),
          width: 80,
          align: "right" as const,
          className: "num",
          render: (_: unknown, row: LandingPage) => count(row[key]),
        })),
        {
          title: t("landings.columns.adds"),
          width: 130,
          align: "right",
          className: "num",
          render: (_, row) => (
            <>
              {count(row.adds)}
              <span className="line meta">{t(`landings.countsBy.${row.counts_by}`)}</span>
            </>
          ),
        },
      ]}
    />
  );
}
