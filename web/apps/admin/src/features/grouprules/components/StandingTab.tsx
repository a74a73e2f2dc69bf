import { count, nothing } from "@yutang/ui";
import { Button, Skeleton, Table } from "antd";
import { useTranslation } from "react-i18next";
import { Failed } from "../../../shared/Failed.tsx";
import { FilterSelect } from "../../../shared/FilterSelect.tsx";
import {
  type Standing,
  type StandingFilter,
  useRules,
  useStanding,
  WRONG,
} from "../api/grouprules.ts";
import { GroupName, NameState, Nicknames, Notice } from "./cells.tsx";
import "./grouprules.css";

interface Props {
  zone: string;
  filter: StandingFilter;
  onFilter: (filter: StandingFilter) => void;
}

/** Groups beside their rules, by owner. */
export function StandingTab({ zone, filter, onFilter }: Props) {
  const { t } = useTranslation();
  const found = useStanding(filter);
  const rules = useRules().data?.items ?? [];
  const rows = found.data?.pages.flatMap((page) => page.items) ?? [];
  const total = found.data?.pages[0]?.total ?? 0;
  return (
    <section>
      <div className="filters">
        <FilterSelect
          label={t("grouprules.columns.rules")}
          value={filter.set}
          onChange={(set) => onFilter({ ...filter, set })}
          options={rules.map((one) => ({ value: one.id, label: one.name }))}
        />
        <FilterSelect
          label={t("grouprules.wrong.label")}
          value={filter.wrong}
          onChange={(wrong) => onFilter({ ...filter, wrong })}
          options={WRONG.map((value) => ({ value, label: t(`grouprules.wrong.${value}`) }))}
        />
        {found.data && (
          <span className="meta num" aria-live="polite">
            {t("groupcare.groups", { n: count(total), count: total })}
          </span>
        )}
      </div>
      {found.isPending && <Skeleton active paragraph={{ rows: 6 }} />}
      {found.isError && (
        <Failed title={t("grouprules.standing.failed")} onAgain={() => found.refetch()} />
      )}
      {found.data && rows.length === 0 && (
        <div className="empty">
          <p>{t(`grouprules.standing.${filter.wrong ? "right" : "empty"}`)}</p>
        </div>
      )}
      {rows.length > 0 && (
        <StandingTable rows={rows} zone={zone} dimmed={found.isPlaceholderData} />
      )}
      {found.hasNextPage && (
        <nav className="pages">
          <Button onClick={() => found.fetchNextPage()} loading={found.isFetchingNextPage}>
            {t("common.more")}
          </Button>
        </nav>
      )}
    </section>
  );
}

interface TableProps {
  rows: readonly Standing[];
  zone: string;
  dimmed: boolean;
}

function StandingTable({ rows, zone, dimmed }: TableProps) {
  const { t } = useTranslation();
  return (
    <Table<Standing>
      rowKey="id"
      className={dimmed ? "dimmed" : ""}
      dataSource={[...rows]}
      pagination={false}
      scroll={{ x: 980 }}
      columns={[
        {
          key: "owner",
          title: t("grouprules.columns.owner"),
          width: 120,
          render: (_, row) =>
            row.owner ? (
              <>
                {row.owner.name}
                {row.owner.left && (
                  <span className="meta rules-second">{t("grouprules.ownerLeft")}</span>
                )}
              </>
            ) : (
              <span title={t("grouprules.ownerUnseen")}>{nothing}</span>
            ),
        },
        {
          key: "group",
          title: t("grouprules.columns.group"),
          width: 200,
          render: (_, row) => (
            <>
              <GroupName id={row.id} name={row.name} />
              <span className="meta cut rules-second" title={row.rules.name}>
                {row.rules.name}
              </span>
            </>
          ),
        },
        {
          key: "notice",
          title: t("grouprules.columns.notice"),
          width: 150,
          render: (_, row) => <Notice row={row} zone={zone} />,
        },
        {
          key: "name",
          title: t("grouprules.columns.name"),
          width: 240,
          render: (_, row) => <NameState row={row} zone={zone} />,
        },
        {
          key: "nickname",
          title: t("grouprules.columns.nickname"),
          width: 160,
          render: (_, row) => <Nicknames counts={row.nicknames} form={row.nicknames !== null} />,
        },
      ]}
    />
  );
}
