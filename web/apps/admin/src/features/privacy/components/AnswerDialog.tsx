import { Input } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ActDialog } from "../../../shared/ActDialog.tsx";
import { useAnswer } from "../api/privacy.ts";
import { useWords } from "./trouble.ts";

interface Props {
  id: number;
  name: string;
  how: "done" | "decline";
  onClose: () => void;
}

/** What the customer reads on his page: that he has his copy, or why he is refused. */
export function AnswerDialog({ id, name, how, onClose }: Props) {
  const { t } = useTranslation();
  const answer = useAnswer(how);
  const words = useWords();
  const [told, setTold] = useState("");
  return (
    <ActDialog
      title={t(`privacy.answer.${how}.title`, { name })}
      act={t(`privacy.answer.${how}.act`)}
      disabled={how === "decline" && told.trim().length < 2}
      loading={answer.isPending}
      trouble={answer.error ? words(answer.error) : undefined}
      className="privacy-form"
      onClose={onClose}
      onAct={() => answer.mutate({ id, words: told.trim() }, { onSuccess: onClose })}
    >
      <p>{t(`privacy.answer.${how}.about`)}</p>
      <label>
        {t(`privacy.answer.${how}.label`)}
        <Input
          autoFocus
          maxLength={200}
          value={told}
          placeholder={t(`privacy.answer.${how}.example`)}
          onChange={(event) => setTold(event.target.value)}
        />
      </label>
    </ActDialog>
  );
}
