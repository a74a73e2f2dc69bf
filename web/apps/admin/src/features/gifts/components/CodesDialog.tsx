import { count } from "@yutang/ui";
import { Alert, Button, Modal, Spin } from "antd";
import { FileUp } from "lucide-react";
import { useRef } from "react";
import { useTranslation } from "react-i18next";
import { type Gift, useSendCodes } from "../api/gifts.ts";
import { useWords } from "./words.ts";

/** A list of codes goes in; what became of its lines is told, the codes are never shown again. */
export function CodesDialog({ gift, onClose }: { gift: Gift; onClose: () => void }) {
  const { t } = useTranslation();
  const words = useWords();
  const input = useRef<HTMLInputElement>(null);
  const send = useSendCodes(gift.id);
  const told = send.data;
  return (
    <Modal
      open
      title={t("gifts.codes.title", { name: gift.name })}
      onCancel={onClose}
      footer={
        <Button onClick={onClose} type={told ? "primary" : "default"}>
          {t("common.close")}
        </Button>
      }
    >
      <div className="gifts-codes">
        <p className="meta">{t("gifts.codes.about")}</p>
        <input
          ref={input}
          type="file"
          accept=".txt,.csv,.xlsx"
          hidden
          onChange={(event) => {
            const file = event.target.files?.[0];
            if (file) send.mutate(file);
            event.target.value = "";
          }}
        />
        <Button
          icon={<FileUp size={14} aria-hidden="true" />}
          disabled={send.isPending}
          title={send.isPending ? t("gifts.codes.busy") : undefined}
          onClick={() => input.current?.click()}
        >
          {t(told ? "gifts.codes.other" : "gifts.codes.choose")}
        </Button>
        {send.isPending && (
          <p className="meta">
            <Spin size="small" /> {t("gifts.codes.busy")}
          </p>
        )}
        {send.isError && <Alert type="error" showIcon title={words(send.error)} />}
        {told && !send.isPending && (
          <div aria-live="polite">
            <p className="gifts-told num">
              {t("gifts.codes.added", { n: count(told.added), codes: count(told.codes) })}
            </p>
            <ul className="gifts-left meta num">
              {(["known", "repeated", "empty", "bad"] as const)
                .filter((key) => told[key] > 0)
                .map((key) => (
                  <li key={key}>
                    {t(`gifts.codes.${key}`, { count: told[key], n: count(told[key]) })}
                  </li>
                ))}
              {told.bad_lines.length > 0 && (
                <li>
                  {t("gifts.codes.badLines", { lines: told.bad_lines.join(t("common.comma")) })}
                </li>
              )}
            </ul>
          </div>
        )}
      </div>
    </Modal>
  );
}
