import { App, Button, Modal } from "antd";
import { useTranslation } from "react-i18next";

interface Props {
  name: string;
  login: string;
  /** Null: he signs in by WeCom only. */
  password: string | null;
  onClose: () => void;
}

/** The first password, this once: who closes it has to make another one. */
export function FirstPassword({ name, login, password, onClose }: Props) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  return (
    <Modal
      open
      width={480}
      title={t(password ? "people.first.title" : "people.first.titleWecom", { name })}
      closable={false}
      mask={{ closable: false }}
      keyboard={false}
      footer={[
        <Button key="done" type="primary" autoFocus onClick={onClose}>
          {t(password ? "people.first.done" : "people.first.doneWecom", { name })}
        </Button>,
      ]}
    >
      {password ? (
        <>
          <p>{t("people.first.why", { name })}</p>
          <dl className="first-password">
            <dt className="meta">{t("people.fields.login")}</dt>
            <dd>{login}</dd>
            <dt className="meta">{t("people.first.password")}</dt>
            <dd className="mono">{password}</dd>
          </dl>
          <Button
            onClick={async () => {
              await navigator.clipboard.writeText(
                t("people.first.message", { address: location.origin, login, password }),
              );
              message.success(t("people.first.copied"));
            }}
          >
            {t("people.first.copy")}
          </Button>
        </>
      ) : (
        <p>{t("people.first.byWecom", { name })}</p>
      )}
    </Modal>
  );
}
