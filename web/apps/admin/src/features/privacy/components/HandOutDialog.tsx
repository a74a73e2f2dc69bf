import { App, Input } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ActDialog } from "../../../shared/ActDialog.tsx";
import { useHandOut } from "../api/privacy.ts";
import { useWords } from "./trouble.ts";

interface Props {
  id: number;
  name: string;
  onClose: () => void;
  onRegister: () => void;
}

/** Why all that is known of him is asked for; the file waits in the register for seven days. */
export function HandOutDialog({ id, name, onClose, onRegister }: Props) {
  const { t, i18n } = useTranslation();
  const { message } = App.useApp();
  const hand = useHandOut(id);
  const words = useWords();
  const [reason, setReason] = useState("");
  return (
    <ActDialog
      title={t("privacy.hand.title", { name: name || t("privacy.erasures.number", { id }) })}
      act={t("privacy.hand.act")}
      disabled={reason.trim().length < 2}
      loading={hand.isPending}
      trouble={hand.error ? words(hand.error) : undefined}
      className="privacy-form"
      onClose={onClose}
      onAct={() =>
        hand.mutate(
          { reason: reason.trim(), language: i18n.language === "en" ? "en" : "zh-CN" },
          {
            onSuccess: () => {
              onClose();
              message.success({
                content: (
                  <span>
                    {t("privacy.hand.asked")}{" "}
                    <button type="button" className="link" onClick={onRegister}>
                      {t("privacy.hand.toRegister")}
                    </button>
                  </span>
                ),
                duration: 10,
              });
            },
          },
        )
      }
    >
      <p>{t("privacy.hand.about")}</p>
      <label>
        {t("privacy.reason")}
        <Input
          autoFocus
          maxLength={200}
          value={reason}
          placeholder={t("privacy.hand.example")}
          onChange={(event) => setReason(event.target.value)}
        />
      </label>
    </ActDialog>
  );
}
