import { Link } from "@tanstack/react-router";
import { clock, count } from "@yutang/ui";
import { Button, Skeleton, Tabs } from "antd";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { Failed } from "../../../shared/Failed.tsx";
import { Pages } from "../../../shared/Pages.tsx";
import { type Filter, type Row, useCount, useGroups, useSummary } from "../api/groups.ts";
import { useSubOwners } from "../api/watch.ts";
import { BulkBar } from "./BulkBar.tsx";
import { GroupFilters } from "./GroupFilters.tsx";
import { GroupTable } from "./GroupTable.tsx";
import { RenewalsTab } from "./RenewalsTab.tsx";
import { SilenceDialog } from "./SilenceDialog.tsx";
import { SubOwnersTab } from "./SubOwnersTab.tsx";
import { isNarrowed, LISTS, type List as ListName } from "./search.ts";
import { Tiles } from "./Tiles.tsx";
import "./groups.css";
import "./watch.css";

export const HELP = "how-to/groups";

interface Props {
  list: ListName;
  head: number | undefined;
  onList: (list: ListName, head?: number) => void;
  maySettings: boolean;
  zone: string;
  filter: Filter;
  after: string | undefined;
  mayWrite: boolean;
  onFilter: (filter: Filter) => void;
  onPage: (after: string | undefined) => void;
  onBack: () => void;
}

export function GroupsPage(props: Props) {
  const { zone, filter, onFilter } = props;
  const { t } = useTranslation();
  const summary = useSummary();
  const read = summary.data;
  const [setting, setSetting] = useState(false);
  return (
    <>
      <header className="page-head">
        <div>
          <h1>{t("groups.title")}</h1>
          <p className="meta num" aria-live="polite">
            {t("groups.about")}
            {read && ` · ${t("common.asOf", { time: clock(read.as_of, zone) })}`}
          </p>
        </div>
        <div className="group-head-acts">
          {props.maySettings && (
            <Button onClick={() => setSetting(true)}>{t("groupwatch.settings.open")}</Button>
          )}
          <Link to="/help/$" params={{ _splat: HELP }} className="group-help">
            {t("groups.help")}
          </Link>
        </div>
      </header>
      {setting && <SilenceDialog onClose={() => setSetting(false)} />}
      {summary.isError && (
        <Failed title={t("groups.summaryFailed")} onAgain={() => summary.refetch()} />
      )}
      <Tiles summary={read} filter={filter} onFilter={onFilter} />
      <QuietLine onList={props.onList} />
      <Tabs
        activeKey={props.list}
        onChange={(key) => props.onList(LISTS.find((one) => one === key) ?? "groups")}
        items={LISTS.map((key) => ({ key, label: t(`groupwatch.lists.${key}`) }))}
      />
      {props.list === "groups" && (
        <>
          <GroupFilters filter={filter} onFilter={onFilter} />
          <List {...props} />
        </>
      )}
      {props.list === "subs" && (
        <SubOwnersTab head={props.head} onHead={(head) => props.onList("subs", head)} />
      )}
      {props.list === "renewals" && <RenewalsTab zone={zone} />}
    </>
  );
}

/** Where somebody looks after more groups than he can: one line, and nothing else. */
function QuietLine({ onList }: Pick<Props, "onList">) {
  const { t } = useTranslation();
  const over = useSubOwners(undefined).data?.over ?? 0;
  if (over === 0) return null;
  return (
    <p className="group-quiet">
      {t("groupwatch.subs.over", { count: over, n: count(over) })}{" "}
      <Button type="link" size="small" onClick={() => onList("subs")}>
        {t("groupwatch.subs.open")}
      </Button>
    </p>
  );
}

function List({ zone, filter, after, mayWrite, onFilter, onPage, onBack }: Props) {
  const { t } = useTranslation();
  const groups = useGroups(filter, after);
  const total = useCount(filter).data?.total;
  const [picked, setPicked] = useState<readonly Row[]>([]);
  const { sort: _, ...conditions } = filter;
  const shape = JSON.stringify(conditions);
  useEffect(() => setPicked([]), [shape]);
  if (groups.isPending) return <Skeleton active paragraph={{ rows: 8 }} />;
  if (groups.isError) {
    return <Failed title={t("groups.failed")} onAgain={() => groups.refetch()} />;
  }
  const page = groups.data;
  if (page.items.length === 0) return <Empty filter={filter} onFilter={onFilter} />;
  const pick = (ids: number[]) => {
    const known = new Map([...picked, ...page.items].map((row) => [row.id, row]));
    setPicked(ids.flatMap((id) => known.get(id) ?? []));
  };
  return (
    <>
      <p className="meta num" aria-live="polite">
        {total === undefined ? " " : t("groups.total", { count: total, n: count(total) })}
      </p>
      <GroupTable
        rows={page.items}
        zone={zone}
        sort={filter.sort}
        dimmed={groups.isPlaceholderData}
        onSort={(sort) => onFilter({ ...filter, sort })}
        picked={mayWrite ? picked.map((row) => row.id) : undefined}
        onPick={pick}
      />
      <Pages
        label={t("groups.title")}
        previous={after}
        next={page.next}
        onPrevious={onBack}
        onNext={onPage}
        sparse
      />
      {picked.length > 0 && (
        <>
          <div className="group-bar-room" />
          <BulkBar picked={picked} onClear={() => setPicked([])} />
        </>
      )}
    </>
  );
}

function Empty({ filter, onFilter }: Pick<Props, "filter" | "onFilter">) {
  const { t } = useTranslation();
  if (!isNarrowed(filter)) {
    return (
      <div className="empty">
        <p>{t("groups.empty.none")}</p>
        <Link to="/help/$" params={{ _splat: HELP }}>
          {t("groups.help")}
        </Link>
      </div>
    );
  }
  return (
    <div className="empty">
      <p>{t("groups.empty.filtered")}</p>
      <Button onClick={() => onFilter({ sort: filter.sort })}>{t("common.clearFilters")}</Button>
    </div>
  );
}
