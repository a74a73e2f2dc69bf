import { count, fullMoment, nothing, State, shortMoment, useWhen } from "@yutang/ui";
import { Skeleton, Table } from "antd";
import { useTranslation } from "react-i18next";
import { Failed } from "../../../shared/Failed.tsx";
import { Pages } from "../../../shared/Pages.tsx";
import { type Export, personHref, usePersonExports } from "../api/privacy.ts";
import type { ListProps } from "./Erasures.tsx";
import type { May } from "./may.ts";

const TONES = {
  queued: "info",
  running: "info",
  done: "ok",
  failed: "bad",
  cancelled: "off",
} as const;

/** The register for who supervises: who took how many out, when, with what. */
export function Exports({ zone, before, onPage, onBack, may }: ListProps & { may: May }) {
  const { t } = useTranslation();
  const when = useWhen(zone);
  const found = usePersonExports(before);
  const rows = found.data?.items ?? [];
  return (
    <>
      <p className="meta">{t("privacy.exports.about")}</p>
      {found.isPending && <Skeleton active paragraph={{ rows: 4 }} />}
      {found.isError && (
        <Failed title={t("privacy.exports.failed")} onAgain={() => found.refetch()} />
      )}
      {found.isSuccess && rows.length === 0 && (
        <div className="empty">
          <p>{t("privacy.exports.empty")}</p>
        </div>
      )}
      {rows.length > 0 && (
        <Table<Export>
          rowKey="id"
          dataSource={rows}
          pagination={false}
          scroll={{ x: 860 }}
          columns={[
            {
              title: t("privacy.exports.heads.who"),
              width: 170,
              render: (_, one) => (
                <>
                  <div>{one.created_by_name}</div>
                  <div className="meta num" title={fullMoment(one.created_at, zone)}>
                    {when(one.created_at)}
                  </div>
                </>
              ),
            },
            {
              title: t("privacy.exports.heads.what"),
              render: (_, one) =>
                one.format === "person" ? (
                  t("privacy.exports.person")
                ) : (
                  <>
                    <div>
                      {t("privacy.exports.columns", { count: one.columns.length })}
                      {" · "}
                      {t(
                        one.columns.includes("phone")
                          ? one.phones
                            ? "privacy.exports.whole"
                            : "privacy.exports.masked"
                          : "privacy.exports.none",
                      )}
                    </div>
                    <div className="meta cut" title={one.question}>
                      {one.format.toUpperCase()}
                    </div>
                  </>
                ),
            },
            {
              title: t("privacy.exports.heads.count"),
              width: 100,
              align: "right",
              className: "num",
              render: (_, one) => (one.state === "done" ? count(one.done) : nothing),
            },
            {
              title: t("privacy.exports.heads.state"),
              width: 110,
              render: (_, one) => (
                <State tone={TONES[one.state]} word={t(`privacy.exports.states.${one.state}`)} />
              ),
            },
            {
              title: t("privacy.exports.heads.fetched"),
              width: 90,
              align: "right",
              className: "num",
              render: (_, one) => count(one.downloads),
            },
            {
              title: t("privacy.exports.heads.file"),
              width: 190,
              render: (_, one) =>
                one.has_file && one.format === "person" && may.erase ? (
                  <>
                    <a href={personHref(one.id)} download>
                      {t("privacy.exports.fetch")}
                    </a>
                    <div className="meta">
                      {t("privacy.exports.until", { at: shortMoment(one.expires_at, zone) })}
                    </div>
                  </>
                ) : one.has_file ? (
                  <span className="meta">
                    {t("privacy.exports.until", { at: shortMoment(one.expires_at, zone) })}
                  </span>
                ) : (
                  <span className="meta">{t("privacy.exports.noFile")}</span>
                ),
            },
          ]}
        />
      )}
      <Pages
        sparse
        label={t("privacy.parts.exports")}
        previous={before}
        next={found.data?.next}
        onPrevious={onBack}
        onNext={onPage}
      />
    </>
  );
}
