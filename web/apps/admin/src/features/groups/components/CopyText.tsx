import { App, Button } from "antd";
import { Copy } from "lucide-react";
import { useTranslation } from "react-i18next";

/** A text that is ready to be pasted into a chat. */
export function CopyText({ title, text }: { title: string; text: string }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const copy = async () => {
    await navigator.clipboard.writeText(text);
    message.success(t("groupwatch.copied", { title }));
  };
  return (
    <div className="watch-text">
      <div className="group-part">
        <b>{title}</b>
        <Button
          type="text"
          size="small"
          aria-label={t("groupwatch.copy", { title })}
          title={t("groupwatch.copy", { title })}
          icon={<Copy size={14} aria-hidden="true" />}
          onClick={copy}
        />
      </div>
      <p>{text}</p>
    </div>
  );
}
