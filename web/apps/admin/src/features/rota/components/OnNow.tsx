import { count, fullMoment, nothing, State, shortMoment } from "@yutang/ui";
import { Alert, Button, Table, Tooltip } from "antd";
import { useTranslation } from "react-i18next";
import { type Member, type Roster, useSetDuty } from "../api/rota.ts";
import { useWords } from "./words.ts";

interface Props {
  roster: Roster;
  zone: string;
  mayWrite: boolean;
}

/** Who takes this code's customers now, and why the others do not. */
export function OnNow({ roster, zone, mayWrite }: Props) {
  const { t } = useTranslation();
  const words = useWords();
  const duty = useSetDuty();
  const on = roster.members.filter((one) => one.on).length;
  return (
    <section aria-labelledby="rota-now">
      <h2 id="rota-now">{t("rota.now.title")}</h2>
      <p className="meta num" aria-live="polite">
        {t("rota.now.on", { count: on, n: count(on) })}
        {roster.next_change_at &&
          ` · ${t("rota.now.next", { time: shortMoment(roster.next_change_at, zone) })}`}
        {roster.told_at && (
          <span title={fullMoment(roster.told_at, zone)}>
            {` · ${t(roster.waits ? "rota.now.waits" : "rota.now.told", {
              time: shortMoment(roster.told_at, zone),
            })}`}
          </span>
        )}
      </p>
      {roster.fallback && (
        <Alert type="warning" showIcon title={t(`rota.fallback.${roster.fallback}`)} />
      )}
      {roster.refused && (
        <Alert type="error" showIcon title={t("rota.now.refused", { said: roster.refused })} />
      )}
      {duty.isError && <Alert type="error" showIcon title={words(duty.error)} />}
      <Table<Member>
        rowKey={(row) => `${row.stand_in}${row.id}`}
        dataSource={roster.members}
        pagination={roster.members.length > 20 ? { pageSize: 20, size: "small" } : false}
        scroll={{ x: 720 }}
        size="small"
        locale={{ emptyText: t("rota.now.none") }}
        columns={[
          {
            title: t("rota.now.member"),
            width: 180,
            render: (_, row) => (
              <>
                {row.name}
                {row.stand_in && <span className="meta"> · {t("rota.now.standIn")}</span>}
              </>
            ),
          },
          {
            title: t("rota.now.state"),
            width: 220,
            render: (_, row) => <Standing row={row} zone={zone} />,
          },
          {
            title: t("rota.now.today"),
            width: 110,
            align: "right",
            className: "num",
            render: (_, row) =>
              row.day_cap === null
                ? count(row.adds_today)
                : t("rota.now.ofCap", { n: count(row.adds_today), cap: count(row.day_cap) }),
          },
          {
            title: t("rota.now.room"),
            width: 110,
            align: "right",
            className: "num",
            render: (_, row) =>
              row.room_left === null ? (
                <Tooltip title={t("rota.now.uncounted")} trigger={["hover", "focus"]}>
                  <button type="button" className="link quiet" aria-label={t("rota.now.uncounted")}>
                    {nothing}
                  </button>
                </Tooltip>
              ) : (
                count(row.room_left)
              ),
          },
          {
            title: "",
            width: 110,
            align: "right",
            render: (_, row) =>
              mayWrite && row.reason !== "left" ? (
                <Button
                  size="small"
                  loading={duty.isPending && duty.variables.staff === row.id}
                  aria-label={t(row.reason === "off_duty" ? "rota.now.backOf" : "rota.now.offOf", {
                    name: row.name,
                  })}
                  onClick={() => duty.mutate({ staff: row.id, off: row.reason !== "off_duty" })}
                >
                  {t(row.reason === "off_duty" ? "rota.now.back" : "rota.now.off")}
                </Button>
              ) : null,
          },
        ]}
      />
    </section>
  );
}

function Standing({ row, zone }: { row: Member; zone: string }) {
  const { t } = useTranslation();
  const why =
    row.reason === "off_duty" && row.off_until
      ? t("rota.reasons.off_until", { time: shortMoment(row.off_until, zone) })
      : row.reason && t(`rota.reasons.${row.reason}`);
  if (row.on) {
    return (
      <State
        tone={row.reason ? "warn" : "ok"}
        word={why ? t("rota.now.onThough", { why }) : t("rota.now.isOn")}
      />
    );
  }
  return <State tone="off" word={why || t("rota.now.ready")} />;
}
