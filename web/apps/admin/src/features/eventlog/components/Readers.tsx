import { count, fullMoment, nothing, shortMoment, useWhen } from "@yutang/ui";
import { Alert, Table } from "antd";
import { useTranslation } from "react-i18next";
import { Scrolled } from "../../../shared/Scrolled.tsx";
import type { Log, Reading } from "../api/log.ts";

type Reader = Reading["readers"][number];

function Held({ held, zone }: { held: NonNullable<Reading["held"]>; zone: string }) {
  const { t } = useTranslation();
  return (
    <Alert
      type="warning"
      showIcon
      title={t("log.readers.held", {
        pid: held.pid ?? nothing,
        database: held.database ?? nothing,
        since: held.since === null ? nothing : shortMoment(held.since, zone),
      })}
      description={
        held.pid === null ? (
          t("log.readers.heldHidden")
        ) : (
          <>
            <div>
              {t("log.readers.heldBy", {
                application: held.application || nothing,
                state: held.state || nothing,
              })}
            </div>
            <div>
              {t("log.readers.heldEnd")} <code>select pg_terminate_backend({held.pid})</code>
            </div>
          </>
        )
      }
    />
  );
}

/** Who follows the log, how far each is, and what holds all of them back. */
export function Readers({ log, zone }: { log: Log; zone: string }) {
  const { t } = useTranslation();
  const when = useWhen(zone);
  const { readers, held } = log.reading;
  return (
    <section className="log-part">
      <h2>{t("log.readers.title")}</h2>
      {held !== null && <Held held={held} zone={zone} />}
      {log.months_ahead < 1 && <Alert type="error" showIcon title={t("log.readers.short")} />}
      {log.beside > 0 && (
        <p className="meta num">
          {t("log.readers.beside", { count: log.beside, shown: count(log.beside) })}
        </p>
      )}
      <details>
        <summary>{t("log.readers.each", { count: readers.length })}</summary>
        <Scrolled label={t("log.readers.title")} least={480}>
          <Table<Reader>
            rowKey="name"
            size="small"
            dataSource={readers}
            pagination={false}
            locale={{ emptyText: t("log.readers.none") }}
            columns={[
              { title: t("log.readers.heads.name"), render: (_, one) => <code>{one.name}</code> },
              {
                title: t("log.readers.heads.behind"),
                align: "right",
                className: "num",
                render: (_, one) => (one.at_least ? `${count(one.behind)}+` : count(one.behind)),
              },
              {
                title: t("log.readers.heads.read"),
                render: (_, one) =>
                  one.read_at === null ? (
                    <span className="meta">{t("log.readers.never")}</span>
                  ) : (
                    <span className="num meta" title={fullMoment(one.read_at, zone)}>
                      {when(one.read_at)}
                    </span>
                  ),
              },
            ]}
          />
        </Scrolled>
      </details>
    </section>
  );
}
