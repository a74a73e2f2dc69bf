import { count, nothing, State } from "@yutang/ui";
import { Table } from "antd";
import { useTranslation } from "react-i18next";
import type { Store } from "../api/stores.ts";

interface Props {
  rows: readonly Store[];
  onPeek: (id: number) => void;
}

const MANAGERS_SHOWN = 2;

export function StoreTable({ rows, onPeek }: Props) {
  const { t } = useTranslation();
  return (
    <Table<Store>
      rowKey="id"
      dataSource={[...rows]}
      pagination={false}
      sticky={{ offsetHeader: 56 }}
      scroll={{ x: 860 }}
      rowClassName="stores-row"
      onRow={(row) => ({ onClick: () => onPeek(row.id) })}
      columns={[
        {
          key: "name",
          title: t("stores.columns.name"),
          render: (_, row) => (
            <>
              <button
                type="button"
                className="link stores-name cut"
                title={row.name}
                onClick={(event) => {
                  event.stopPropagation();
                  onPeek(row.id);
                }}
              >
                {row.name}
              </button>
              <span className="meta stores-second">{row.number}</span>
            </>
          ),
        },
        {
          key: "city",
          title: t("stores.columns.place"),
          render: (_, row) => (
            <>
              {row.city || nothing}
              {row.address && (
                <span className="meta stores-second cut" title={row.address}>
                  {row.address}
                </span>
              )}
            </>
          ),
        },
        {
          key: "managers",
          title: t("stores.columns.managers"),
          render: (_, row) => <Managers row={row} />,
        },
        {
          key: "department",
          title: t("stores.columns.department"),
          render: (_, row) => row.department?.name ?? nothing,
        },
        {
          key: "members",
          title: t("stores.columns.members"),
          align: "right",
          className: "num",
          width: 96,
          render: (_, row) => count(row.members),
        },
        {
          key: "state",
          title: t("stores.columns.state"),
          width: 112,
          render: (_, row) => (
            <State
              tone={row.closed_at === null ? "ok" : "off"}
              word={t(`stores.states.${row.closed_at === null ? "open" : "closed"}`)}
            />
          ),
        },
      ]}
    />
  );
}

function Managers({ row }: { row: Store }) {
  const { t } = useTranslation();
  const names = row.managers.map((one) => one.name);
  if (names.length === 0) return <span className="meta">{t("stores.noManager")}</span>;
  const shown = names.slice(0, MANAGERS_SHOWN).join(t("common.comma"));
  return (
    <span title={names.join(t("common.comma"))}>
      {names.length > MANAGERS_SHOWN
        ? t("stores.andOthers", { names: shown, n: names.length, count: names.length })
        : shown}
    </span>
  );
}
