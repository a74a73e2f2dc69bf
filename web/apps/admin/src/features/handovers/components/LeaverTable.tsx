import { Link } from "@tanstack/react-router";
import { count, dateTime, fullMoment, nothing, useWhen } from "@yutang/ui";
import { Button, Table } from "antd";
import { useTranslation } from "react-i18next";
import type { Leaver } from "../api/reading.ts";
import { daysLeft } from "./words.ts";

interface Props {
  rows: readonly Leaver[];
  zone: string;
  now: number;
  /** When WeCom's own list was read. */
  readAt: string | null;
  mayWrite: boolean;
  onArrange: (staff: number) => void;
}

const SOON_DAYS = 30;

/** Members who left, what of theirs waits for somebody, and until when WeCom takes it. */
export function LeaverTable({ rows, zone, now, readAt, mayWrite, onArrange }: Props) {
  const { t } = useTranslation();
  const tell = useWhen(zone);
  return (
    <Table<Leaver>
      rowKey={(row) => row.staff.id}
      className="handover-leavers"
      dataSource={[...rows]}
      pagination={false}
      scroll={{ x: 860 }}
      columns={[
        {
          key: "staff",
          title: t("handovers.leavers.staff"),
          fixed: "left",
          width: 200,
          render: (_, row) => (
            <>
              <b className="cut" title={row.staff.name}>
                {row.staff.name}
              </b>
              <span className="meta handover-second num">
                {row.left_at ? (
                  <span title={fullMoment(row.left_at, zone)}>
                    {t("handovers.leavers.left", { when: tell(row.left_at) })}
                  </span>
                ) : (
                  <span title={t("handovers.leavers.leftUnknown")}>{nothing}</span>
                )}
                {row.handover_id !== null && (
                  <>
                    {" · "}
                    <Link to="/handovers/$id" params={{ id: String(row.handover_id) }}>
                      {t("handovers.leavers.last")}
                    </Link>
                  </>
                )}
              </span>
            </>
          ),
        },
        number("customers", t("handovers.leavers.customers"), 130, (row) => (
          <>
            {count(row.customers)}
            <span
              className="meta handover-second"
              title={
                row.unassigned === null || readAt === null
                  ? t("handovers.leavers.unassignedUnknown")
                  : t("handovers.leavers.unassignedAt", { time: fullMoment(readAt, zone) })
              }
            >
              {t("handovers.leavers.unassigned", {
                n: row.unassigned === null ? nothing : count(row.unassigned),
              })}
            </span>
          </>
        )),
        number("groups", t("handovers.leavers.groups"), 88, (row) => count(row.groups)),
        number("open_tasks", t("handovers.leavers.tasks"), 104, (row) => count(row.open_tasks)),
        number("codes", t("handovers.leavers.codes"), 76, (row) => count(row.codes)),
        {
          key: "deadline",
          title: t("handovers.leavers.deadline"),
          width: 130,
          render: (_, row) => <Deadline until={row.deadline} now={now} zone={zone} />,
        },
        {
          key: "act",
          title: <span className="visually-hidden">{t("handovers.leavers.act")}</span>,
          width: 160,
          align: "right",
          render: (_, row) => (
            <Button
              disabled={!mayWrite}
              title={mayWrite ? "" : t("handovers.forbidden")}
              aria-label={t("handovers.leavers.arrangeOf", { name: row.staff.name })}
              onClick={() => onArrange(row.staff.id)}
            >
              {t("handovers.leavers.arrange")}
            </Button>
          ),
        },
      ]}
    />
  );
}

function number(
  key: string,
  title: string,
  width: number,
  render: (row: Leaver) => React.ReactNode,
) {
  return {
    key,
    title,
    width,
    align: "right" as const,
    className: "num",
    render: (_: unknown, row: Leaver) => render(row),
  };
}

interface DeadlineProps {
  until: string | null;
  now: number;
  zone: string;
}

/** A year after he left WeCom hands nothing over any more. */
export function Deadline({ until, now, zone }: DeadlineProps) {
  const { t } = useTranslation();
  if (until === null) {
    return <span title={t("handovers.leavers.leftUnknown")}>{nothing}</span>;
  }
  const days = daysLeft(until, now);
  const words =
    days === 0 ? t("handovers.leavers.over") : t("handovers.leavers.days", { count: days });
  return (
    <span title={fullMoment(until, zone)}>
      <span className={days <= SOON_DAYS ? "handover-soon" : ""}>{words}</span>
      <span className="meta handover-second num">{dateTime(until, zone).slice(0, 10)}</span>
    </span>
  );
}
