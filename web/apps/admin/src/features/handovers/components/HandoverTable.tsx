import { Link } from "@tanstack/react-router";
import { count, fullMoment, nothing, State, useWhen } from "@yutang/ui";
import { Table } from "antd";
import { useTranslation } from "react-i18next";
import type { Handover } from "../api/reading.ts";
import { PartsBar } from "./PartsBar.tsx";
import { peopleOf, toneOf } from "./sums.ts";

interface Props {
  rows: readonly Handover[];
  zone: string;
  dimmed: boolean;
}

const NAMES = 3;

/** One handover a row: whose, to whom, how far, who began it and when. */
export function HandoverTable({ rows, zone, dimmed }: Props) {
  const { t } = useTranslation();
  const tell = useWhen(zone);
  return (
    <Table<Handover>
      rowKey="id"
      className={dimmed ? "handover-table dimmed" : "handover-table"}
      dataSource={[...rows]}
      pagination={false}
      sticky={{ offsetHeader: 56 }}
      scroll={{ x: 880 }}
      columns={[
        {
          key: "name",
          title: t("handovers.columns.name"),
          fixed: "left",
          width: 230,
          render: (_, row) => <What row={row} />,
        },
        {
          key: "state",
          title: t("handovers.columns.state"),
          width: 160,
          render: (_, row) => (
            <>
              <State tone={toneOf(row)} word={t(`handovers.states.${row.state}`)} />
              {row.state === "waiting" && row.eta && (
                <span
                  className="meta num handover-second handover-under"
                  title={fullMoment(row.eta, zone)}
                >
                  {t("handovers.until", { time: tell(row.eta) })}
                </span>
              )}
            </>
          ),
        },
        {
          key: "customers",
          title: t("handovers.columns.customers"),
          width: 270,
          render: (_, row) =>
            peopleOf(row.customers) === 0 ? nothing : <PartsBar customers={row.customers} />,
        },
        {
          key: "groups",
          title: t("handovers.columns.groups"),
          width: 90,
          align: "right",
          className: "num",
          render: (_, row) => <Groups groups={row.groups} />,
        },
        {
          key: "begun",
          title: t("handovers.columns.begun"),
          width: 120,
          align: "right",
          render: (_, row) => (
            <>
              <span className="num" title={fullMoment(row.created_at, zone)}>
                {tell(row.created_at)}
              </span>
              <span className="meta handover-second">
                <span className="cut">{row.created_by_name}</span>
              </span>
            </>
          ),
        },
      ]}
    />
  );
}

function What({ row }: { row: Handover }) {
  const { t } = useTranslation();
  const names = row.takers.map((one) => one.staff.name);
  const shown = names.slice(0, NAMES).join(t("common.comma"));
  return (
    <>
      <Link
        to="/handovers/$id"
        params={{ id: String(row.id) }}
        className="handover-name cut"
        title={row.name}
      >
        {row.name}
      </Link>
      <span className="meta handover-second cut wide" title={names.join(t("common.comma"))}>
        {t(`handovers.modes.${row.mode}`)}
        {" · "}
        {names.length > NAMES
          ? t("handovers.fromToMany", { from: row.from.name, shown, count: names.length })
          : t("handovers.fromTo", { from: row.from.name, shown })}
      </span>
    </>
  );
}

function Groups({ groups }: Pick<Handover, "groups">) {
  const { t } = useTranslation();
  const whole = groups.planned + groups.done + groups.failed;
  if (whole === 0) return nothing;
  return (
    <>
      {count(groups.done)} / {count(whole)}
      {groups.failed > 0 && (
        <span className="meta handover-second">
          {t("handovers.groupsFailed", { n: count(groups.failed) })}
        </span>
      )}
    </>
  );
}
