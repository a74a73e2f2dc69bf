import { count, fullMoment, nothing, State as StateMark, useWhen } from "@yutang/ui";
import { Button, Skeleton, Table } from "antd";
import { Plus, Settings2 } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Failed } from "../../../shared/Failed.tsx";
import { FilterSelect } from "../../../shared/FilterSelect.tsx";
import { Who } from "../../../shared/Links.tsx";
import { type Breach, type BreachFilter, KINDS, STATES, useBreaches } from "../api/grouprules.ts";
import { BreachDrawer } from "./BreachDrawer.tsx";
import { GroupName } from "./cells.tsx";
import { RecordDialog } from "./RecordDialog.tsx";
import { SettingsDialog } from "./SettingsDialog.tsx";
import { breachTones } from "./words.ts";
import "./grouprules.css";

interface Props {
  zone: string;
  filter: BreachFilter;
  onFilter: (filter: BreachFilter) => void;
  /** May write down and forgive; may set from which breach on one is removed. */
  mayRecord: boolean;
  maySet: boolean;
  /** Of one group only. */
  group?: { id: number; name: string };
}

type Open = { what: "one"; id: number } | { what: "new" | "settings" } | undefined;

/** Who broke the rules, what was said, who is to go. */
export function BreachesTab({ zone, filter, onFilter, mayRecord, maySet, group }: Props) {
  const { t } = useTranslation();
  const found = useBreaches({ ...filter, group: group?.id });
  const [open, setOpen] = useState<Open>();
  const rows = found.data?.pages.flatMap((page) => page.items) ?? [];
  const first = found.data?.pages[0];
  const chosen = open?.what === "one" ? rows.find((one) => one.id === open.id) : undefined;
  return (
    <section>
      <div className="rules-bar">
        <p className="meta num" aria-live="polite">
          {first &&
            t("grouprules.breaches.settings", {
              days: count(first.settings.window_days),
              told: count(first.settings.remove_from - 1),
              n: count(first.settings.remove_from),
              count: first.settings.remove_from,
            })}
        </p>
        <div className="head-acts">
          {maySet && first && (
            <Button
              icon={<Settings2 size={14} aria-hidden="true" />}
              onClick={() => setOpen({ what: "settings" })}
            >
              {t("grouprules.breaches.set")}
            </Button>
          )}
          {mayRecord && (
            <Button
              type={group ? "default" : "primary"}
              icon={<Plus size={14} aria-hidden="true" />}
              onClick={() => setOpen({ what: "new" })}
            >
              {t("grouprules.breaches.add")}
            </Button>
          )}
        </div>
      </div>
      <div className="filters">
        <FilterSelect
          label={t("grouprules.columns.state")}
          value={filter.state}
          onChange={(state) => onFilter({ ...filter, state })}
          options={STATES.map((value) => ({ value, label: t(`grouprules.states.${value}`) }))}
        />
        <FilterSelect
          label={t("grouprules.columns.kind")}
          value={filter.kind}
          onChange={(kind) => onFilter({ ...filter, kind })}
          options={KINDS.map((value) => ({ value, label: t(`grouprules.kinds.${value}`) }))}
        />
        {first && (
          <span className="meta num" aria-live="polite">
            {t("grouprules.breaches.total", { n: count(first.total), count: first.total })}
          </span>
        )}
      </div>
      {found.isPending && <Skeleton active paragraph={{ rows: 6 }} />}
      {found.isError && (
        <Failed title={t("grouprules.breaches.failed")} onAgain={() => found.refetch()} />
      )}
      {found.data && rows.length === 0 && (
        <div className="empty">
          <p>{t(`grouprules.breaches.${filter.state || filter.kind ? "filtered" : "empty"}`)}</p>
        </div>
      )}
      {rows.length > 0 && (
        <BreachTable
          rows={rows}
          zone={zone}
          grouped={!group}
          dimmed={found.isPlaceholderData}
          onOpen={(id) => setOpen({ what: "one", id })}
        />
      )}
      {found.hasNextPage && (
        <nav className="pages">
          <Button onClick={() => found.fetchNextPage()} loading={found.isFetchingNextPage}>
            {t("common.more")}
          </Button>
        </nav>
      )}
      {chosen && (
        <BreachDrawer
          breach={chosen}
          zone={zone}
          mayForgive={mayRecord}
          onClose={() => setOpen(undefined)}
        />
      )}
      {open?.what === "new" && (
        <RecordDialog
          group={group}
          onClose={() => setOpen(undefined)}
          onDone={(id) => setOpen({ what: "one", id })}
        />
      )}
      {open?.what === "settings" && first && (
        <SettingsDialog known={first.settings} onClose={() => setOpen(undefined)} />
      )}
    </section>
  );
}

interface TableProps {
  rows: readonly Breach[];
  zone: string;
  grouped: boolean;
  dimmed: boolean;
  onOpen: (id: number) => void;
}

function BreachTable({ rows, zone, grouped, dimmed, onOpen }: TableProps) {
  const { t } = useTranslation();
  const tell = useWhen(zone);
  return (
    <Table<Breach>
      rowKey="id"
      className={dimmed ? "dimmed" : ""}
      dataSource={[...rows]}
      pagination={false}
      scroll={{ x: grouped ? 980 : 720 }}
      columns={[
        {
          key: "who",
          title: t("grouprules.columns.person"),
          width: 190,
          render: (_, row) => (
            <Who id={row.customer_id} name={row.person_name || t("grouprules.nameless")}>
              {!row.present && (
                <span className="meta rules-second">{t("grouprules.breaches.absent")}</span>
              )}
            </Who>
          ),
        },
        ...(grouped
          ? [
              {
                key: "group",
                title: t("grouprules.columns.group"),
                width: 190,
                render: (_: unknown, row: Breach) => (
                  <>
                    <GroupName id={row.group.id} name={row.group.name} />
                    <span className="meta rules-second">{row.group.owner?.name ?? nothing}</span>
                  </>
                ),
              },
            ]
          : []),
        {
          key: "kind",
          title: t("grouprules.columns.kind"),
          width: 190,
          render: (_, row) => (
            <>
              {t(`grouprules.kinds.${row.kind}`)}
              {row.note && (
                <span className="meta cut rules-second" title={row.note}>
                  {row.note}
                </span>
              )}
            </>
          ),
        },
        {
          key: "state",
          title: t("grouprules.columns.state"),
          width: 190,
          render: (_, row) => (
            <>
              <StateMark tone={breachTones[row.state]} word={t(`grouprules.states.${row.state}`)} />
              {row.ordinal > 0 && (
                <span className="meta rules-second num">
                  {t("grouprules.breaches.ordinal", {
                    n: count(row.ordinal),
                    days: count(row.window_days),
                  })}
                </span>
              )}
            </>
          ),
        },
        {
          key: "at",
          title: t("grouprules.columns.at"),
          width: 130,
          render: (_, row) => (
            <span className="num" title={fullMoment(row.at, zone)}>
              {tell(row.at)}
              <span className="meta rules-second cut">{row.recorded_by}</span>
            </span>
          ),
        },
        {
          key: "acts",
          title: t("groupcare.columns.acts"),
          width: 100,
          render: (_, row) => (
            <Button
              size="small"
              aria-label={t("grouprules.breaches.openOf", { name: row.person_name })}
              onClick={() => onOpen(row.id)}
            >
              {t(`grouprules.breaches.act.${row.state}`)}
            </Button>
          ),
        },
      ]}
    />
  );
}
