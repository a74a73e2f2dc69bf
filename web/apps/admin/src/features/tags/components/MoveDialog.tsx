import { Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type Group, type Tag, useChangeTag, useLibrary } from "../api/tags.ts";
import { TagDialog } from "./TagDialog.tsx";

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
  const [q, setQ] = useState("");
  const [target, setTarget] = useState<number | undefined>();
  const found = useLibrary({ kind: "own", q: q || undefined }, undefined);
  const change = useChangeTag();
  return (
    <TagDialog
      title={t("tags.move.title", { name: tag.name })}
      act={t("tags.move.act")}
      disabled={target === undefined}
      loading={change.isPending}
      error={change.error}
      onAct={() =>
        target !== undefined &&
        change.mutate({ id: tag.id, group_id: target }, { onSuccess: onClose })
      }
      onClose={onClose}
    >
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
    </TagDialog>
  );
}
