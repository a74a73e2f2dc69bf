import { clock, count } from "@yutang/ui";
import { Button, Skeleton, Tabs } from "antd";
import { Plus } from "lucide-react";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { Failed } from "../../../shared/Failed.tsx";
import { Pages } from "../../../shared/Pages.tsx";
import { type Filter, type Selection, useCounts, useTasks } from "../api/todos.ts";
import { BulkBar } from "./BulkBar.tsx";
import { EscalationDialog } from "./EscalationDialog.tsx";
import { GiveDialog } from "./GiveDialog.tsx";
import { MemberTable } from "./MemberTable.tsx";
import { TABS, type Tab, tileOf } from "./search.ts";
import { Tiles } from "./Tiles.tsx";
import { TodoDrawer } from "./TodoDrawer.tsx";
import { TodoFilters } from "./TodoFilters.tsx";
import { TodoTable } from "./TodoTable.tsx";
import "./todos.css";

interface Props {
  zone: string;
  filter: Filter;
  tab: Tab;
  after: string | undefined;
  peek: number | undefined;
  mayWrite: boolean;
  /** Whether customers may be looked for. */
  maySearch: boolean;
  /** Whether he may change when a task is escalated. */
  mayRule: boolean;
  onFilter: (filter: Filter, tab?: Tab) => void;
  onTab: (tab: Tab) => void;
  onPage: (after: string | undefined) => void;
  onBack: () => void;
  onPeek: (id: number | undefined) => void;
}

export function TodosPage(props: Props) {
  const { zone, filter, tab, peek, mayWrite, onFilter, onPeek } = props;
  const { t } = useTranslation();
  const [giving, setGiving] = useState(false);
  const [ruling, setRuling] = useState(false);
  const counts = useCounts(filter);
  const read = counts.data;
  const now = read?.as_of ?? new Date().toISOString();
  return (
    <>
      <header className="page-head">
        <div>
          <h1>{t("todos.title")}</h1>
          <p className="meta num" aria-live="polite">
            {t("todos.about")}
            {read && ` · ${t("common.asOf", { time: clock(read.as_of, zone) })}`}
          </p>
        </div>
        <div className="head-acts">
          {props.mayRule && (
            <Button onClick={() => setRuling(true)}>{t("todos.escalation.open")}</Button>
          )}
          {mayWrite && (
            <Button
              type="primary"
              icon={<Plus size={14} aria-hidden="true" />}
              onClick={() => setGiving(true)}
            >
              {t("todos.give.open")}
            </Button>
          )}
        </div>
      </header>
      {counts.isError && (
        <Failed title={t("todos.countsFailed")} onAgain={() => counts.refetch()} />
      )}
      <Tiles
        counts={read}
        filter={filter}
        zone={zone}
        onFilter={(wanted) => onFilter(wanted, "list")}
      />
      <Tabs
        activeKey={tab}
        onChange={(key) => props.onTab(TABS.find((one) => one === key) ?? "list")}
        items={TABS.map((key) => ({ key, label: t(`todos.tabs.${key}`) }))}
      />
      <TodoFilters
        filter={filter}
        whose={tab === "members"}
        onFilter={(wanted) => onFilter(wanted)}
      />
      {tab === "list" ? (
        <List {...props} now={now} />
      ) : (
        <MemberTable
          filter={filter}
          onStaff={(staff) => onFilter({ state: "open", staff }, "list")}
        />
      )}
      {peek !== undefined && (
        <TodoDrawer
          key={peek}
          id={peek}
          zone={zone}
          now={now}
          mayWrite={mayWrite}
          onClose={() => onPeek(undefined)}
        />
      )}
      {ruling && <EscalationDialog onClose={() => setRuling(false)} />}
      {giving && (
        <GiveDialog
          zone={zone}
          maySearch={props.maySearch}
          onClose={() => setGiving(false)}
          onGiven={(id) => {
            setGiving(false);
            onPeek(id);
          }}
        />
      )}
    </>
  );
}

/** More than this no single act changes. */
const MOST = 10_000;

function List(props: Props & { now: string }) {
  const { zone, filter, after, mayWrite, onPage, onBack, onPeek, now } = props;
  const { t } = useTranslation();
  const tasks = useTasks(filter, after);
  const [selection, setSelection] = useState<Selection | null>(null);
  const [total, setTotal] = useState<{ n: number; exact: boolean }>();
  const shape = JSON.stringify(filter);
  useEffect(() => setSelection(null), [shape]);
  const page = tasks.data;
  useEffect(() => {
    if (page && page.total !== null) setTotal({ n: page.total, exact: page.exact });
  }, [page]);
  if (tasks.isPending) return <Skeleton active paragraph={{ rows: 8 }} />;
  if (tasks.isError || !page) {
    return <Failed title={t("todos.failed")} onAgain={() => tasks.refetch()} />;
  }
  if (page.items.length === 0) return <Empty {...props} />;
  const open = filter.state === "open";
  const allPicked = selection !== null && selection.ids === null;
  return (
    <>
      {total && (
        <p className="meta num" aria-live="polite">
          {t(total.exact ? "todos.total" : "todos.totalMany", {
            count: total.n,
            n: count(total.n),
          })}
        </p>
      )}
      <TodoTable
        rows={page.items}
        state={filter.state}
        zone={zone}
        now={now}
        dimmed={tasks.isPlaceholderData}
        picked={
          open && mayWrite
            ? allPicked
              ? page.items.map((one) => one.id)
              : (selection?.ids ?? [])
            : undefined
        }
        onPick={(ids) => setSelection(ids.length > 0 ? { filter, ids } : null)}
        onPeek={onPeek}
      />
      <Pages
        label={t("todos.title")}
        previous={after}
        next={page.next}
        onPrevious={onBack}
        onNext={onPage}
        sparse
      />
      {selection && (
        <BulkBar
          selection={selection}
          total={total?.n}
          all={total !== undefined && total.exact && total.n <= MOST}
          onAll={() => setSelection({ filter, ids: null })}
          onClear={() => setSelection(null)}
        />
      )}
    </>
  );
}

function Empty({ filter, zone, onFilter }: Props) {
  const { t } = useTranslation();
  const tile = tileOf(filter, zone);
  const narrowed = filter.staff ?? filter.department ?? filter.store;
  if (tile !== undefined && narrowed === undefined) {
    return <p className="empty">{t(`todos.empty.${tile}`)}</p>;
  }
  return (
    <div className="empty">
      <p>{t("todos.empty.filtered")}</p>
      <Button onClick={() => onFilter({ state: filter.state })}>{t("common.clearFilters")}</Button>
    </div>
  );
}
