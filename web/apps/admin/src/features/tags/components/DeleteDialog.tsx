import { count } from "@yutang/ui";
import { App, Input } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type Group, type Tag, useDelete, useRestore, useUses } from "../api/tags.ts";
import { TagDialog } from "./TagDialog.tsx";
import { useTrouble } from "./trouble.ts";

const TYPE_THE_NAME_ABOVE = 1000;
const UNDO_SECONDS = 10;

interface Props {
  group: Group;
  /** Left out: the whole group. */
  tag?: Tag;
  onClose: () => void;
  onGone: () => void;
}

/** What breaks and what stays; ours can be brought back, WeCom's cannot. */
export function DeleteDialog({ group, tag, onClose, onGone }: Props) {
  const { t } = useTranslation();
  const trouble = useTrouble();
  const { message } = App.useApp();
  const [typed, setTyped] = useState("");
  const tags = tag ? [tag] : group.items;
  const uses = useUses(tags.map((one) => one.id));
  const remove = useDelete();
  const restore = useRestore();
  const name = tag?.name ?? group.name;
  const wearers = tags.reduce((sum, one) => sum + (one.customers ?? 0), 0);
  const unknown = tags.some((one) => one.customers === null);
  const forGood = group.kind === "wecom";
  const many = forGood && (wearers > TYPE_THE_NAME_ABOVE || unknown);
  const doomed = { id: tag?.id ?? group.id, isGroup: tag === undefined };
  const undo = () => {
    message.destroy("tags.deleted");
    restore.mutate(doomed, { onError: (error) => void message.error(trouble(error), 6) });
  };
  const gone = () => {
    onGone();
    if (forGood) return;
    message.success({
      key: "tags.deleted",
      duration: UNDO_SECONDS,
      content: (
        <>
          {t("tags.delete.done", { name })}{" "}
          <button type="button" className="link" onClick={undo}>
            {t("tags.delete.undo")}
          </button>
        </>
      ),
    });
  };
  const channels = uses.data?.channels ?? [];
  const rules = uses.data?.rules ?? [];
  return (
    <TagDialog
      danger
      focusCancel={!many}
      title={t(tag ? "tags.delete.tag" : "tags.delete.group", { name })}
      act={t(tag ? "tags.delete.actTag" : "tags.delete.actGroup", { name })}
      disabled={(many && typed !== name) || (tags.length > 0 && uses.isPending)}
      loading={remove.isPending}
      error={remove.error}
      onAct={() => remove.mutate(doomed, { onSuccess: gone })}
      onClose={onClose}
    >
      <p>
        {t(`tags.delete.${forGood ? "wecom" : "own"}${unknown ? "Uncounted" : ""}`, {
          count: wearers,
          n: count(wearers),
        })}
      </p>
      {channels.length > 0 && (
        <p>
          {t("tags.delete.channels", {
            count: channels.length,
            names: channels
              .slice(0, 5)
              .map((one) => one.name)
              .join(t("common.comma")),
          })}
        </p>
      )}
      {rules.length > 0 && (
        <p>
          {t("tags.delete.rules", {
            count: rules.length,
            names: rules
              .slice(0, 5)
              .map((one) => one.name)
              .join(t("common.comma")),
          })}
        </p>
      )}
      {many && (
        <label>
          {t("tags.delete.type", { name })}
          <Input autoFocus value={typed} onChange={(event) => setTyped(event.target.value)} />
        </label>
      )}
    </TagDialog>
  );
}
