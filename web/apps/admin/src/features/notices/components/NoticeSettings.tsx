import { Alert, Skeleton } from "antd";
import { useTranslation } from "react-i18next";
import { Failed } from "../../../shared/Failed.tsx";
import { useChoices, useRules } from "../api/notices.ts";
import { DoorTable } from "./DoorTable.tsx";
import { MailAddress } from "./MailAddress.tsx";
import { QuietHours } from "./QuietHours.tsx";
import { Webhooks } from "./Webhooks.tsx";
import "./notices.css";

interface Props {
  mayRead: boolean;
  mayChange: boolean;
  zone: string;
  /** Of the link that proves a mail address. */
  token: string | undefined;
  onConfirmed: () => void;
}

/** Where I want which notice; and for the company, when nobody is disturbed. */
export function NoticeSettings({ mayRead, mayChange, zone, token, onConfirmed }: Props) {
  const { t } = useTranslation();
  const choices = useChoices();
  const rules = useRules(mayRead);
  return (
    <div className="told-settings">
      <header className="page-head">
        <div>
          <h1>{t("told.page.title")}</h1>
          <p className="meta">{t("told.page.lead")}</p>
        </div>
      </header>
      {choices.isPending && <Skeleton active paragraph={{ rows: 8 }} />}
      {choices.isError && (
        <Failed title={t("told.page.failed")} onAgain={() => choices.refetch()} />
      )}
      {choices.data && (
        <>
          {!choices.data.has_member && (
            <Alert type="info" showIcon title={t("told.page.noMember")} />
          )}
          <section>
            <h2>{t("told.page.mine")}</h2>
            <DoorTable choices={choices.data} rules={rules.data} mayChange={mayChange} />
          </section>
          <section>
            <h2>{t("byDoor.mail.title")}</h2>
            <MailAddress mail={choices.data.mail} token={token} onConfirmed={onConfirmed} />
          </section>
        </>
      )}
      {rules.isError && (
        <Failed title={t("told.page.rulesFailed")} onAgain={() => rules.refetch()} />
      )}
      {rules.data && (
        <section>
          <h2>{t("told.page.quiet")}</h2>
          <QuietHours rules={rules.data} mayChange={mayChange} />
        </section>
      )}
      {mayRead && choices.data && (
        <section>
          <h2>{t("byDoor.hooks.title")}</h2>
          <Webhooks kinds={choices.data.kinds} zone={zone} mayChange={mayChange} />
        </section>
      )}
    </div>
  );
}
