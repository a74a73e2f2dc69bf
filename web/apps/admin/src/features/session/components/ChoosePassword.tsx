import { Mark } from "@yutang/ui";
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { useSignOut } from "../api/session.ts";
import { PasswordForm } from "./PasswordForm.tsx";

/** The first password is known to others; nothing opens before it is replaced. */
export function ChoosePassword() {
  const { t } = useTranslation();
  const signOut = useSignOut();
  return (
    <main className="sign-in">
      <div className="sign-in-mark" aria-hidden="true">
        <Mark size={28} />
      </div>
      <h1>{t("session.change.title")}</h1>
      <p className="meta">{t("session.change.why")}</p>
      <PasswordForm large act={t("session.change.submit")} />
      <Button type="link" block onClick={() => signOut.mutate()}>
        {t("session.signOut")}
      </Button>
    </main>
  );
}
