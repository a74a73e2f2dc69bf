import { Input } from "antd";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { ActDialog } from "../../../shared/ActDialog.tsx";
import { type Chosen, useSaveSegment } from "../api/rfm.ts";
import { useWords } from "./words.ts";

const NAME = 40;

interface Props {
  chosen: Chosen;
  /** What these people are called here. */
  title: string;
  onSaved: (segment: number) => void;
  onClose: () => void;
}

/** These people as a segment: whoever is in the class then, not who is in it now. */
export function SaveDialog({ chosen, title, onSaved, onClose }: Props) {
  const { t } = useTranslation();
  const words = useWords();
  const id = useId();
  const [name, setName] = useState(title);
  const save = useSaveSegment(onSaved);
  return (
    <ActDialog
      title={t("rfm.people.segment")}
      act={t("rfm.people.saveSegment")}
      disabled={name.trim() === ""}
      loading={save.isPending}
      trouble={save.isError ? words(save.error) : undefined}
      onAct={() => save.mutate({ name: name.trim(), chosen })}
      onClose={onClose}
    >
      <p className="meta">{t("rfm.people.segmentHelp")}</p>
      <label htmlFor={id}>{t("rfm.people.segmentLabel")}</label>
      <Input
        id={id}
        value={name}
        maxLength={NAME}
        onChange={(event) => setName(event.target.value)}
      />
    </ActDialog>
  );
}
