import { count, fullMoment, nothing, State, shortMoment, type Tone } from "@yutang/ui";
import { Skeleton, Table } from "antd";
import { useTranslation } from "react-i18next";
import { Failed } from "../../../shared/Failed.tsx";
import { Who } from "../../../shared/Links.tsx";
import { type Silence, type Source, useSilence, useSilences } from "../api/losses.ts";
import { More } from "./More.tsx";
import { daysBetween } from "./search.ts";

interface Props {
  zone: string;
  now: string;
}

const tones: Record<Source["state"], Tone> = {
  telling: "ok",
  waiting: "info",
  failing: "bad",
  absent: "off",
};

/** Who gave no sign for long, among those of whom a sign would have been told; and what tells. */
export function SilencePanel({ zone, now }: Props) {
  const { t } = useTranslation();
  const silence = useSilence();
  if (silence.isPending) return <Skeleton active paragraph={{ rows: 6 }} />;
  if (silence.isError) {
    return <Failed title={t("losses.silence.failed")} onAgain={() => silence.refetch()} />;
  }
  const read = silence.data;
  return (
    <div className="silence">
      <div>
        <Answer read={read} zone={zone} />
        {read.silent !== null && <Silent zone={zone} now={now} />}
      </div>
      <Sources read={read} zone={zone} />
    </div>
  );
}

function Answer({ read, zone }: { read: Silence; zone: string }) {
  const { t } = useTranslation();
  if (read.silent === null) {
    return (
      <>
        <p className="silence-number">
          <b>{nothing}</b> {t("losses.silence.unknown")}
        </p>
        <p>{t("losses.silence.why", { days: read.days })}</p>
      </>
    );
  }
  return (
    <>
      <p className="silence-number">
        <b className="num">{count(read.silent)}</b>{" "}
        {t("losses.silence.answer", { days: read.days })}
      </p>
      <p className="num">
        {t("losses.silence.of", {
          judged: count(read.judged ?? 0),
          friends: count(read.friends ?? 0),
          rest: count((read.friends ?? 0) - (read.judged ?? 0)),
        })}
        {read.as_of && (
          <span className="meta" title={fullMoment(read.as_of, zone)}>
            {" "}
            {t("common.asOf", { time: shortMoment(read.as_of, zone) })}
          </span>
        )}
      </p>
    </>
  );
}

function Sources({ read, zone }: { read: Silence; zone: string }) {
  const { t } = useTranslation();
  return (
    <section className="silence-sources">
      <h2>{t("losses.sources.title")}</h2>
      <ul>
        {read.sources.map((source) => (
          <li key={source.source} data-source={source.source}>
            <span>
              <b>{t(`losses.sources.names.${source.source}`)}</b>
              <span className="meta">{t(`losses.sources.tells.${source.source}`)}</span>
              {source.reason && (
                <span className="meta bad">
                  {t("losses.sources.reason", { reason: source.reason })}
                </span>
              )}
            </span>
            <span>
              <State tone={tones[source.state]} word={t(`losses.sources.states.${source.state}`)} />
              {source.since && (
                <span className="meta num">
                  {t("losses.sources.since", { time: shortMoment(source.since, zone) })}
                </span>
              )}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Silent({ zone, now }: Props) {
  const { t } = useTranslation();
  const found = useSilences(true);
  if (found.isPending) return <Skeleton active paragraph={{ rows: 4 }} />;
  if (found.isError) return null;
  const rows = found.data.pages.flatMap((page) => page.items);
  if (rows.length === 0) return <p className="empty">{t("losses.silence.none")}</p>;
  return (
    <>
      <Table
        rowKey="id"
        dataSource={rows}
        pagination={false}
        columns={[
          {
            key: "customer",
            title: t("losses.columns.customer"),
            render: (_, row) => (
              <Who id={row.customer_id} name={row.customer_name || t("losses.nameless")} />
            ),
          },
          {
            key: "days",
            title: t("losses.silence.since"),
            align: "right",
            className: "num",
            render: (_, row) => (
              <span title={fullMoment(row.last_sign_at, zone)}>
                {t("losses.days", { count: daysBetween(row.last_sign_at, now) })}
              </span>
            ),
          },
        ]}
      />
      <More found={found} />
    </>
  );
}
