import { Button, Input } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";

interface Props {
  text: string;
  pending: boolean;
  onSave: (text: string) => void;
  onCancel: () => void;
}

export const NOTE_LENGTH = 2000;

export function NoteText({ text, pending, onSave, onCancel }: Props) {
  const { t } = useTranslation();
  const [words, setWords] = useState(text);
  return (
    <div className="note-edit">
      <Input.TextArea
        aria-label={t("customers.follow.edit")}
        autoFocus
        autoSize={{ minRows: 2, maxRows: 12 }}
        maxLength={NOTE_LENGTH}
        value={words}
        onChange={(event) => setWords(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === "Escape") onCancel();
        }}
      />
      <div className="note-buttons">
        <Button onClick={onCancel}>{t("customers.follow.keep")}</Button>
        <Button
          type="primary"
          loading={pending}
          disabled={!words.trim()}
          onClick={() => onSave(words.trim())}
        >
          {t("customers.follow.saveNote")}
        </Button>
      </div>
    </div>
  );
}
