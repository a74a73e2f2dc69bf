import { App, Button, Skeleton } from "antd";
import { useTranslation } from "react-i18next";
import { Failed } from "../../../shared/Failed.tsx";
import { SessionRows } from "../../../shared/SessionRows.tsx";
import { type Session, useEndSession, useOwnSessions } from "../api/session.ts";
import { PasswordForm } from "./PasswordForm.tsx";
import { SecondFactor } from "./SecondFactor.tsx";
import "./account.css";

interface Props {
  user: Session["user"];
  zone: string;
}

/** One's own account: where one is signed in, the second factor, the password. */
export function AccountPage({ user, zone }: Props) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  return (
    <div className="account">
      <header className="page-head">
        <div>
          <h1>{user.name}</h1>
          <p className="meta">{t("session.account.about", { login: user.login })}</p>
        </div>
      </header>
      <Sessions zone={zone} />
      {user.has_password ? (
        <>
          <SecondFactor user={user} />
          <section aria-labelledby="account-password">
            <h2 id="account-password">{t("session.account.password")}</h2>
            <p className="meta">{t("session.account.passwordAbout")}</p>
            <div className="account-form">
              <PasswordForm
                act={t("session.account.changePassword")}
                onDone={() => message.success(t("session.account.passwordDone"))}
              />
            </div>
          </section>
        </>
      ) : (
        <p className="meta">{t("session.account.noPassword")}</p>
      )}
    </div>
  );
}

function Sessions({ zone }: { zone: string }) {
  const { t } = useTranslation();
  const found = useOwnSessions();
  const end = useEndSession();
  const items = found.data?.items ?? [];
  return (
    <section aria-labelledby="account-sessions">
      <div className="account-head">
        <h2 id="account-sessions">{t("sessions.title")}</h2>
        {items.length > 1 && (
          <Button
            size="small"
            loading={end.isPending && end.variables === undefined}
            onClick={() => end.mutate(undefined)}
          >
            {t("sessions.endOthers")}
          </Button>
        )}
      </div>
      {found.isPending && <Skeleton active paragraph={{ rows: 2 }} />}
      {(found.isError || end.isError) && (
        <Failed
          title={t(found.isError ? "sessions.loadFailed" : "sessions.endFailed")}
          onAgain={() => {
            end.reset();
            found.refetch();
          }}
        />
      )}
      <SessionRows
        sessions={items}
        zone={zone}
        mayEnd
        ending={end.isPending ? end.variables : undefined}
        onEnd={(id) => end.mutate(id)}
      />
    </section>
  );
}
