import { Alert, Button, Modal, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type Group, type Tag, useChangeTag, useLibrary } from "../api/tags.ts";
import { useTrouble } from "./trouble.ts";

/** One of our tags goes to another of our groups. */
export function MoveDialog({
  group,
  tag,
  onClose,
}: {
  group: Group;
  tag: Tag;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const trouble = useTrouble();
  const [q, setQ] = useState("");
  const [target, setTarget] = useState<number | undefined>();
  const found = useLibrary({ kind: "own", q: q || undefined }, undefined);
  const change = useChangeTag();
  return (
    <Modal
      open
      width={480}
      title={t("tags.move.title", { name: tag.name })}
      onCancel={onClose}
      footer={[
        <Button key="cancel" onClick={onClose}>
          {t("common.cancel")}
        </Button>,
        <Button
          key="move"
          type="primary"
          disabled={target === undefined}
          loading={change.isPending}
          onClick={() =>
            target !== undefined &&
            change.mutate({ id: tag.id, group_id: target }, { onSuccess: onClose })
          }
        >
          {t("tags.move.act")}
        </Button>,
      ]}
    >
      <div className="tags-form">
        <Select<number>
          showSearch={{ filterOption: false, onSearch: setQ }}
          aria-label={t("tags.move.group")}
          placeholder={t("tags.move.group")}
          value={target ?? null}
          onChange={setTarget}
          options={(found.data?.items ?? [])
            .filter((row) => row.id !== group.id)
            .map((row) => ({ value: row.id, label: row.name }))}
          notFoundContent={t("tags.move.none")}
        />
        {change.isError && <Alert type="error" showIcon title={trouble(change.error)} />}
      </div>
    </Modal>
  );
}
