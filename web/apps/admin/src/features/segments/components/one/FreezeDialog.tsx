import { Form, Input } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ActDialog } from "../../../../shared/ActDialog.tsx";
import { useFreeze } from "../../api/segments.ts";
import type { Detail } from "../../api/types.ts";
import { useTrouble } from "../trouble.ts";

interface Props {
  segment: Detail;
  onClose: () => void;
  onMade: (id: number) => void;
}

/** Those who are in it now as a list that stays. */
export function FreezeDialog({ segment, onClose, onMade }: Props) {
  const { t } = useTranslation();
  const freeze = useFreeze(segment.id);
  const trouble = useTrouble();
  const day = new Date().toISOString().slice(0, 10);
  const [name, setName] = useState(`${segment.name} ${day}`.slice(0, 60));
  return (
    <ActDialog
      title={t("segments.freeze.title", { name: segment.name })}
      act={t("segments.freeze.make")}
      disabled={!name.trim()}
      loading={freeze.isPending}
      trouble={freeze.error ? trouble(freeze.error) : undefined}
      onClose={onClose}
      onAct={() => freeze.mutate(name.trim(), { onSuccess: ({ id }) => onMade(id) })}
    >
      <p>{t("segments.freeze.what")}</p>
      <Form layout="vertical" requiredMark={false}>
        <Form.Item label={t("segments.name")} htmlFor="seg-freeze-name">
          <Input
            id="seg-freeze-name"
            maxLength={60}
            autoFocus
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        </Form.Item>
      </Form>
    </ActDialog>
  );
}
