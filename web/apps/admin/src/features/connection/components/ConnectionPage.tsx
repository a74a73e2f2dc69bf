import { ProblemError } from "@yutang/api";
import { fullMoment, nothing, shortMoment } from "@yutang/ui";
import { Alert, App, Button, Skeleton } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Failed } from "../../../shared/Failed.tsx";
import { useChecks, useConnection } from "../api/connection.ts";
import { Checks } from "./Checks.tsx";
import { copy } from "./copy.ts";
import "./connection.css";
import { KeysDialog } from "./KeysDialog.tsx";
import { Refusals } from "./Refusals.tsx";
import { VerifyFiles } from "./VerifyFiles.tsx";
import { report } from "./words.ts";

interface Props {
  zone: string;
  mayChange: boolean;
}

function Moment({ at, zone }: { at: string | null; zone: string }) {
  if (at === null) return <>{nothing}</>;
  return <span title={fullMoment(at, zone)}>{shortMoment(at, zone)}</span>;
}

export function ConnectionPage({ zone, mayChange }: Props) {
  const { t, i18n } = useTranslation();
  const { message } = App.useApp();
  const connection = useConnection();
  const checks = useChecks(mayChange, i18n.language === "en" ? "en" : "zh");
  const [editing, setEditing] = useState<number>();
  const again = () => {
    checks.refetch();
    connection.refetch();
  };
  const put = async (text: string, done: string) => {
    await copy(text);
    message.success(done);
  };

  if (connection.isPending) return <Skeleton active paragraph={{ rows: 10 }} />;
  if (connection.data === undefined) {
    return <Failed title={t("connection.loadFailed")} onAgain={() => connection.refetch()} />;
  }
  const found = connection.data;
  const items = checks.data?.items;
  return (
    <div className="connection">
      <header className="page-head">
        <div>
          <h1>{t("connection.title")}</h1>
          <p className="meta">{t("connection.about")}</p>
        </div>
        <div className="connection-acts">
          <Button
            disabled={items === undefined}
            title={items === undefined ? t("connection.copyLater") : ""}
            onClick={() =>
              items && put(report(found, items, zone, t), t("connection.reportCopied"))
            }
          >
            {t("connection.copyReport")}
          </Button>
          {mayChange && (
            <Button type="primary" loading={checks.isFetching} onClick={again}>
              {t("connection.checkNow")}
            </Button>
          )}
        </div>
      </header>
      <dl className="connection-facts">
        <div>
          <dt>{t("connection.facts.corp")}</dt>
          <dd>{found.name}</dd>
          <dd className="meta">{found.corpid}</dd>
        </div>
        <div>
          <dt>{t("connection.facts.lastCallback")}</dt>
          <dd className="num">
            <Moment at={found.last_callback_at} zone={zone} />
          </dd>
        </div>
        <div>
          <dt>{t("connection.facts.lastRefusal")}</dt>
          <dd className="num">
            <Moment at={found.refusals[0]?.last_at ?? null} zone={zone} />
          </dd>
        </div>
        <div>
          <dt>{t("connection.facts.lastSync")}</dt>
          <dd className="num">
            <Moment at={found.last_synced_at} zone={zone} />
          </dd>
        </div>
      </dl>
      {!mayChange && <Alert type="info" showIcon title={t("connection.mayNotCheck")} />}
      {checks.isError && (
        <Failed
          title={
            checks.error instanceof ProblemError ? checks.error.problem.detail : t("common.offline")
          }
          onAgain={again}
        />
      )}
      {mayChange && !checks.isError && (
        <Checks checks={items} zone={zone} busy={checks.isFetching} onAgain={again} />
      )}
      <section className="connection-part">
        <h2>{t("connection.apps.title")}</h2>
        {found.address_is_local && (
          <p className="meta">{t("connection.apps.local", { address: found.address })}</p>
        )}
        <ul className="connection-rows">
          {found.apps.map((app) => (
            <li key={app.agent_id}>
              <div>
                <b>{t("connection.app", { app: app.agent_id })}</b>
                <div className="connection-path">{app.callback_url}</div>
                <div className="meta">
                  {t(app.callback_token_set ? "connection.apps.set" : "connection.apps.unset")}
                </div>
              </div>
              <div className="connection-acts">
                <Button
                  onClick={() => put(app.callback_url, t("connection.apps.copied"))}
                  aria-label={t("connection.apps.copyOne", { app: app.agent_id })}
                >
                  {t("connection.apps.copy")}
                </Button>
                {mayChange && (
                  <Button
                    onClick={() => setEditing(app.agent_id)}
                    aria-label={t("connection.apps.replaceOne", { app: app.agent_id })}
                  >
                    {t("connection.apps.replace")}
                  </Button>
                )}
              </div>
            </li>
          ))}
        </ul>
      </section>
      <Refusals refusals={found.refusals} zone={zone} />
      <VerifyFiles files={found.verify_files} zone={zone} mayChange={mayChange} />
      <KeysDialog app={editing} onClose={() => setEditing(undefined)} />
    </div>
  );
}
