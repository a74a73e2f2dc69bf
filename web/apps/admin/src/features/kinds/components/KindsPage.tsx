import { count } from "@yutang/ui";
import { Button, Segmented, Skeleton, Table } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { kindName } from "../../../shared/eventKinds.ts";
import { Failed } from "../../../shared/Failed.tsx";
import { SearchBox } from "../../../shared/SearchBox.tsx";
import { TABS, type Tab, useKinds } from "../api/kinds.ts";
import { KeepLink } from "./Keep.tsx";
import { KindDrawer } from "./KindDrawer.tsx";
import { KindTable } from "./KindTable.tsx";
import { NewKindDrawer } from "./NewKindDrawer.tsx";
import { QuarantineList } from "./QuarantineList.tsx";
import "./words.ts";
import "./kinds.css";

interface Props {
  zone: string;
  tab: Tab;
  q: string;
  peek: string | undefined;
  mayWrite: boolean;
  onChange: (next: { tab?: Tab; q?: string | undefined; peek?: string | undefined }) => void;
}

/** Kinds of events with their volume; what fits none; the names that are understood. */
export function KindsPage({ zone, tab, q, peek, mayWrite, onChange }: Props) {
  const { t } = useTranslation();
  const [adding, setAdding] = useState(false);
  const kinds = useKinds();
  const all = kinds.data?.items ?? [];
  const wanted = q.trim().toLowerCase();
  const rows = all.filter((one) =>
    [one.name, kindName(t, one.name, one.label), ...one.names].some((name) =>
      name.toLowerCase().includes(wanted),
    ),
  );
  const events = all.reduce((sum, one) => sum + one.accepted, 0);
  const waiting = kinds.data?.quarantined ?? 0;
  return (
    <>
      <header className="page-head">
        <div>
          <h1>{t("kinds.title")}</h1>
          <p className="meta">{t("kinds.about")}</p>
        </div>
        {mayWrite ? (
          <Button type="primary" onClick={() => setAdding(true)}>
            {t("kinds.new")}
          </Button>
        ) : (
          <p className="meta">{t("kinds.locked")}</p>
        )}
      </header>
      <div className="filters">
        <Segmented<Tab>
          aria-label={t("kinds.tabsLabel")}
          value={tab}
          onChange={(next) => onChange({ tab: next, peek: undefined })}
          options={TABS.map((value) => ({
            value,
            label:
              value === "quarantine" && waiting > 0
                ? `${t(`kinds.tabs.${value}`)} ${count(waiting)}`
                : t(`kinds.tabs.${value}`),
          }))}
        />
        {tab === "kinds" && (
          <SearchBox
            label={t("kinds.search")}
            maxLength={60}
            text={q}
            onSearch={(next) => onChange({ q: next || undefined })}
          />
        )}
        {tab === "kinds" && kinds.data && (
          <span className="meta num">
            {t("kinds.count", { n: count(rows.length), events: count(events) })} · <KeepLink />
          </span>
        )}
      </div>
      {kinds.isPending && <Skeleton active paragraph={{ rows: 8 }} />}
      {kinds.isError && <Failed title={t("kinds.failed")} onAgain={() => kinds.refetch()} />}
      {kinds.data && tab === "kinds" && rows.length === 0 && (
        <p className="empty">{t("kinds.empty")}</p>
      )}
      {kinds.data && tab === "kinds" && rows.length > 0 && (
        <KindTable rows={rows} zone={zone} onPeek={(name) => onChange({ peek: name })} />
      )}
      {kinds.data && tab === "quarantine" && (
        <QuarantineList zone={zone} kinds={all} mayWrite={mayWrite} />
      )}
      {kinds.data && tab === "aliases" && <Aliases aliases={kinds.data.aliases} />}
      {adding && (
        <NewKindDrawer
          onClose={() => setAdding(false)}
          onMade={(made) => {
            setAdding(false);
            onChange({ tab: "kinds", peek: made });
          }}
        />
      )}
      {peek !== undefined && (
        <KindDrawer
          key={peek}
          name={peek}
          zone={zone}
          mayWrite={mayWrite}
          onClose={() => onChange({ peek: undefined })}
        />
      )}
    </>
  );
}

function Aliases({ aliases }: { aliases: Record<string, string> }) {
  const { t } = useTranslation();
  return (
    <>
      <p className="meta">{t("kinds.aliases.about")}</p>
      <Table<[string, string]>
        rowKey={([said]) => said}
        dataSource={Object.entries(aliases)}
        pagination={false}
        size="small"
        columns={[
          {
            key: "said",
            title: t("kinds.aliases.said"),
            render: (_, [said]) => <code>{said}</code>,
          },
          {
            key: "kind",
            title: t("kinds.aliases.kind"),
            render: (_, [, kind]) => (
              <>
                {kindName(t, kind)} <code className="meta">{kind}</code>
              </>
            ),
          },
        ]}
      />
    </>
  );
}
