import { Link } from "@tanstack/react-router";
import { dayOf, fullMoment, State, useWhen } from "@yutang/ui";
import { App, Button, Skeleton, Table, Tooltip } from "antd";
import { Copy } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Failed } from "../../../shared/Failed.tsx";
import { Pages } from "../../../shared/Pages.tsx";
import { type Request, usePrivacy, useWaiting } from "../api/privacy.ts";
import { AnswerDialog } from "./AnswerDialog.tsx";
import { EraseDialog } from "./EraseDialog.tsx";
import { HandOutDialog } from "./HandOutDialog.tsx";
import type { May } from "./may.ts";

interface Props {
  zone: string;
  may: May;
  onRegister: () => void;
}

type Doing = "hand" | "done" | "erase" | "decline";

/** What customers asked for on their own page: the oldest waits longest, so it stands first. */
export function Waiting({ zone, may, onRegister }: Props) {
  const { t } = useTranslation();
  const when = useWhen(zone);
  const [places, setPlaces] = useState<number[]>([]);
  const [doing, setDoing] = useState<{ what: Doing; one: Request }>();
  const found = useWaiting(places.at(-1));
  const rows = found.data?.items ?? [];
  const { message } = App.useApp();
  const kept = usePrivacy();
  const copy = async (link: string) => {
    await navigator.clipboard.writeText(link);
    message.success(t("privacy.waiting.copied"));
  };
  const close = () => setDoing(undefined);
  const button = (what: Doing, one: Request, danger = false) => (
    <Tooltip title={may.erase ? undefined : t("privacy.waiting.forbidden")}>
      <Button
        size="small"
        danger={danger}
        disabled={!may.erase}
        aria-label={t(`privacy.waiting.${what}This`, { name: called(one) })}
        onClick={() => setDoing({ what, one })}
      >
        {t(`privacy.waiting.${what}`)}
      </Button>
    </Tooltip>
  );
  const called = (one: Request) =>
    one.name || t("privacy.erasures.number", { id: one.customer_id });
  return (
    <section className="privacy-waiting">
      <h2>{t("privacy.waiting.title")}</h2>
      <div className="privacy-bar">
        <p className="meta">{t("privacy.waiting.about")}</p>
        {kept.data && (
          <Button
            size="small"
            icon={<Copy size={13} aria-hidden="true" />}
            onClick={() => copy(kept.data.customers_page)}
          >
            {t("privacy.waiting.copy")}
          </Button>
        )}
      </div>
      {found.isPending && <Skeleton active paragraph={{ rows: 2 }} title={false} />}
      {found.isError && (
        <Failed title={t("privacy.waiting.failed")} onAgain={() => found.refetch()} />
      )}
      {found.isSuccess && rows.length === 0 && <p>{t("privacy.waiting.empty")}</p>}
      {rows.length > 0 && (
        <Table<Request>
          rowKey="id"
          dataSource={rows}
          pagination={false}
          scroll={{ x: 860 }}
          columns={[
            {
              title: t("privacy.erasures.heads.who"),
              width: 190,
              render: (_, one) => (
                <Link to="/customers/$id" params={{ id: String(one.customer_id) }}>
                  {called(one)}
                </Link>
              ),
            },
            {
              title: t("privacy.waiting.heads.what"),
              render: (_, one) => (
                <>
                  <div>{t(`privacy.waiting.kinds.${one.kind}`)}</div>
                  <div className="meta num" title={fullMoment(one.asked_at, zone)}>
                    {when(one.asked_at)}
                  </div>
                </>
              ),
            },
            {
              title: t("privacy.waiting.heads.due"),
              width: 180,
              render: (_, one) =>
                Date.parse(one.due_at) < Date.now() ? (
                  <State tone="bad" word={t("privacy.waiting.late")} />
                ) : (
                  <span className="num">
                    {t("privacy.waiting.until", { day: dayOf(one.due_at, zone) })}
                  </span>
                ),
            },
            {
              title: t("privacy.waiting.heads.act"),
              width: 300,
              render: (_, one) => (
                <div className="person-privacy-acts">
                  {one.kind === "copy" ? (
                    <>
                      {button("hand", one)}
                      {button("done", one)}
                    </>
                  ) : (
                    button("erase", one, true)
                  )}
                  {button("decline", one)}
                </div>
              ),
            },
          ]}
        />
      )}
      <Pages
        sparse
        label={t("privacy.waiting.title")}
        previous={places.length > 0 ? places.length : null}
        next={found.data?.next}
        onPrevious={() => setPlaces(places.slice(0, -1))}
        onNext={(next) => setPlaces([...places, next])}
      />
      {doing?.what === "hand" && (
        <HandOutDialog
          id={doing.one.customer_id}
          name={doing.one.name}
          onClose={close}
          onRegister={onRegister}
        />
      )}
      {doing?.what === "erase" && (
        <EraseDialog
          id={doing.one.customer_id}
          name={doing.one.name}
          onClose={close}
          onRequests={close}
        />
      )}
      {(doing?.what === "done" || doing?.what === "decline") && (
        <AnswerDialog id={doing.one.id} name={called(doing.one)} how={doing.what} onClose={close} />
      )}
    </section>
  );
}
