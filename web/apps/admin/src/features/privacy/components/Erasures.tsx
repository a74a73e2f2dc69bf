import { Link } from "@tanstack/react-router";
import { count, fullMoment, nothing, State, useWhen } from "@yutang/ui";
import { Skeleton, Table } from "antd";
import { useTranslation } from "react-i18next";
import { Failed } from "../../../shared/Failed.tsx";
import { Pages } from "../../../shared/Pages.tsx";
import { type Erasure, isOpen, proofHref, useErasures } from "../api/privacy.ts";

const TONES = {
  planned: "off",
  queued: "info",
  running: "info",
  done: "ok",
  cancelled: "off",
} as const;

export interface ListProps {
  zone: string;
  before: number | undefined;
  onPage: (before: number | undefined) => void;
  onBack: () => void;
}

/** Requests to erase somebody, their progress and their proofs. */
export function Erasures({ zone, before, onPage, onBack }: ListProps) {
  const { t, i18n } = useTranslation();
  const when = useWhen(zone);
  const found = useErasures(before);
  const rows = found.data?.items ?? [];
  const total = (one: Erasure) => one.erased.reduce((sum, table) => sum + (table.rows ?? 0), 0);
  return (
    <>
      <p className="meta">{t("privacy.erasures.about")}</p>
      {found.isPending && <Skeleton active paragraph={{ rows: 4 }} />}
      {found.isError && (
        <Failed title={t("privacy.erasures.failed")} onAgain={() => found.refetch()} />
      )}
      {found.isSuccess && rows.length === 0 && (
        <div className="empty">
          <p>{t("privacy.erasures.empty")}</p>
          <Link to="/customers">{t("privacy.erasures.toCustomers")}</Link>
        </div>
      )}
      {rows.length > 0 && (
        <Table<Erasure>
          rowKey="id"
          dataSource={rows}
          pagination={false}
          scroll={{ x: 860 }}
          columns={[
            {
              title: t("privacy.erasures.heads.who"),
              width: 190,
              render: (_, one) =>
                one.name !== null ? (
                  <Link to="/customers/$id" params={{ id: String(one.customer_id) }}>
                    {one.name || t("privacy.erasures.number", { id: one.customer_id })}
                  </Link>
                ) : (
                  t("privacy.erasures.gone", { id: one.customer_id })
                ),
            },
            {
              title: t("privacy.erasures.heads.asked"),
              render: (_, one) => (
                <>
                  <div>{one.reason}</div>
                  <div className="meta num" title={fullMoment(one.asked_at, zone)}>
                    {one.asked_by_name} · {when(one.asked_at)}
                  </div>
                </>
              ),
            },
            {
              title: t("privacy.erasures.heads.state"),
              width: 220,
              render: (_, one) => (
                <>
                  <State tone={TONES[one.state]} word={t(`privacy.erasures.states.${one.state}`)} />
                  {one.trouble && (
                    <div className="meta">{t(`privacy.erasures.waits.${one.trouble}`)}</div>
                  )}
                </>
              ),
            },
            {
              title: t("privacy.erasures.heads.rows"),
              width: 110,
              align: "right",
              className: "num",
              render: (_, one) =>
                one.state === "done" || isOpen(one) ? count(total(one)) : nothing,
            },
            {
              title: t("privacy.erasures.heads.proof"),
              width: 120,
              render: (_, one) =>
                one.state === "done" ? (
                  <a href={proofHref(one.id, i18n.language)} target="_blank" rel="noreferrer">
                    {t("privacy.erasures.proof")}
                  </a>
                ) : (
                  nothing
                ),
            },
          ]}
        />
      )}
      <Pages
        sparse
        label={t("privacy.parts.erasures")}
        previous={before}
        next={found.data?.next}
        onPrevious={onBack}
        onNext={onPage}
      />
    </>
  );
}
