import { App, Button, Modal } from "antd";
import { useTranslation } from "react-i18next";
import type { MadeWebhook } from "../api/doors.ts";

/** The secret, this once: who closes it without keeping it has to renew it. */
export function WebhookSecret({ made, onClose }: { made: MadeWebhook; onClose: () => void }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  return (
    <Modal
      open
      width={560}
      title={t("byDoor.secret.title")}
      closable={false}
      mask={{ closable: false }}
      keyboard={false}
      footer={[
        <Button key="done" onClick={onClose}>
          {t("byDoor.secret.done")}
        </Button>,
        <Button
          key="copy"
          type="primary"
          autoFocus
          onClick={async () => {
            await navigator.clipboard.writeText(made.secret);
            message.success(t("byDoor.secret.copied"));
          }}
        >
          {t("byDoor.secret.copy")}
        </Button>,
      ]}
    >
      <p>{t("byDoor.secret.why")}</p>
      <p className="told-secret mono">{made.secret}</p>
    </Modal>
  );
}
