import { App, Button, Modal } from "antd";
import { useTranslation } from "react-i18next";
import type { Made } from "../api/tokens.ts";

/** The token, this once: who closes it without keeping it has to make another one. */
export function MadeToken({ made, onClose }: { made: Made; onClose: () => void }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const call = `curl -H "Authorization: Bearer ${made.token}" "${location.origin}/api/customers?limit=3"`;
  const copy = async (text: string, told: string) => {
    await navigator.clipboard.writeText(text);
    message.success(told);
  };
  return (
    <Modal
      open
      width={600}
      title={t("tokens.made.title", { name: made.name })}
      closable={false}
      mask={{ closable: false }}
      keyboard={false}
      footer={[
        <Button key="done" onClick={onClose}>
          {t("tokens.made.done")}
        </Button>,
        <Button
          key="copy"
          type="primary"
          autoFocus
          onClick={() => copy(made.token, t("tokens.made.copied"))}
        >
          {t("tokens.made.copy")}
        </Button>,
      ]}
    >
      <p>{t("tokens.made.why")}</p>
      <p className="token-text mono">{made.token}</p>
      {made.permissions.includes("customers.read") && (
        <>
          <h3 className="meta">{t("tokens.made.try")}</h3>
          <p className="token-text mono">{call}</p>
          <Button size="small" onClick={() => copy(call, t("tokens.made.callCopied"))}>
            {t("tokens.made.copyCall")}
          </Button>
        </>
      )}
    </Modal>
  );
}
