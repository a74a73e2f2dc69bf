import { Link } from "@tanstack/react-router";
import { count, fullMoment, useWhen } from "@yutang/ui";
import { Segmented, Skeleton, Table } from "antd";
import { useTranslation } from "react-i18next";
import { Failed } from "../../../shared/Failed.tsx";
import { Pages } from "../../../shared/Pages.tsx";
import { SearchBox } from "../../../shared/SearchBox.tsx";
import { type Overview, type StaffRoom, useStaffRoom } from "../api/room.ts";
import { Bar, percent } from "./Bar.tsx";

export interface StaffListProps {
  zone: string;
  q: string;
  which: "all" | "warned";
  after: string | undefined;
  /** Whether he may hand customers of a full list over. */
  mayHandOver: boolean;
  onList: (q: string, which: "all" | "warned") => void;
  onPage: (after: string | undefined) => void;
  onBack: () => void;
}

/** Members' lists, the fullest first. */
export function StaffList({ staff, ...props }: StaffListProps & { staff: Overview["staff"] }) {
  const { t } = useTranslation();
  const found = useStaffRoom(props.q, props.which, props.after);
  return (
    <section className="room-part">
      <h2>{t("room.staff.title")}</h2>
      <p className="meta">{t("room.staff.about", { limit: count(staff.limit) })}</p>
      <div className="filters">
        <SearchBox
          label={t("room.staff.search")}
          text={props.q}
          onSearch={(q) => props.onList(q, props.which)}
        />
        <Segmented<"all" | "warned">
          aria-label={t("room.staff.which")}
          value={props.which}
          onChange={(which) => props.onList(props.q, which)}
          options={(["all", "warned"] as const).map((value) => ({
            value,
            label: t(`room.staff.${value}`, {
              n: count(value === "all" ? (staff.counted ?? 0) : staff.warned),
            }),
          }))}
        />
      </div>
      {found.isPending && <Skeleton active paragraph={{ rows: 6 }} />}
      {found.isError && <Failed title={t("room.staff.failed")} onAgain={() => found.refetch()} />}
      {found.data && found.data.items.length === 0 && (
        <p className="empty">
          {t(props.q ? "room.staff.nobody" : emptyKey(props.which, staff.counted), { q: props.q })}
        </p>
      )}
      {found.data && found.data.items.length > 0 && (
        <>
          <Rows rows={found.data.items} zone={props.zone} mayHandOver={props.mayHandOver} />
          <Pages
            label={t("room.staff.title")}
            previous={props.after}
            next={found.data.next}
            onPrevious={props.onBack}
            onNext={props.onPage}
          />
        </>
      )}
    </section>
  );
}

function emptyKey(which: "all" | "warned", counted: number | null): string {
  if (counted === null) return "room.staff.uncounted";
  return which === "warned" ? "room.staff.noneWarned" : "room.staff.none";
}

interface RowsProps {
  rows: readonly StaffRoom[];
  zone: string;
  mayHandOver: boolean;
}

function Rows({ rows, zone, mayHandOver }: RowsProps) {
  const { t } = useTranslation();
  const tell = useWhen(zone);
  return (
    <Table<StaffRoom>
      rowKey="staff_id"
      dataSource={[...rows]}
      pagination={false}
      sticky={{ offsetHeader: 56 }}
      columns={[
        {
          key: "name",
          title: t("room.staff.name"),
          render: (_, row) => (
            <>
              <span className="cut" title={row.name}>
                {row.name}
              </span>{" "}
              <span className="meta">{row.account}</span>
            </>
          ),
        },
        {
          key: "share",
          title: t("room.staff.share"),
          width: 220,
          render: (_, row) => (
            <span className="room-cell">
              <Bar
                share={row.share}
                warned={row.warned}
                label={t("room.share", { name: row.name })}
              />
              <span className="num">{percent(row.share)}</span>
            </span>
          ),
        },
        {
          key: "used",
          title: t("room.staff.used"),
          align: "right",
          className: "num",
          render: (_, row) => (
            <>
              {count(row.used)}
              {row.used > row.friends && (
                <span className="meta room-second">
                  {t("room.staff.gone", {
                    count: row.used - row.friends,
                    n: count(row.used - row.friends),
                  })}
                </span>
              )}
            </>
          ),
        },
        {
          key: "left",
          title: t("room.staff.left"),
          align: "right",
          className: "num",
          render: (_, row) => count(row.left),
        },
        {
          key: "as_of",
          title: t("room.staff.asOf"),
          align: "right",
          className: "num",
          render: (_, row) => <span title={fullMoment(row.as_of, zone)}>{tell(row.as_of)}</span>,
        },
        ...(mayHandOver
          ? [
              {
                key: "act",
                title: <span className="visually-hidden">{t("room.staff.act")}</span>,
                align: "right" as const,
                render: (_: unknown, row: StaffRoom) => (
                  <Link
                    to="/handovers/new"
                    search={{ from: row.staff_id }}
                    aria-label={t("room.staff.handOverFrom", { name: row.name })}
                  >
                    {t("room.staff.handOver")}
                  </Link>
                ),
              },
            ]
          : []),
      ]}
    />
  );
}
