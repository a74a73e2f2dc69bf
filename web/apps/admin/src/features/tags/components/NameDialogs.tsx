import { count } from "@yutang/ui";
import { Input } from "antd";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import {
  type Group,
  type Library,
  type Tag,
  useAddTags,
  useChangeGroup,
  useChangeTag,
} from "../api/tags.ts";
import { linesOf } from "./GroupDialog.tsx";
import { TagDialog } from "./TagDialog.tsx";

const MOST_CHARACTERS = 30;

/** Another name for a group or a tag; WeCom's changes in every member's client. */
export function RenameDialog({
  group,
  tag,
  onClose,
}: {
  group: Group;
  tag?: Tag;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const [name, setName] = useState(tag?.name ?? group.name);
  const changeGroup = useChangeGroup(group.id);
  const changeTag = useChangeTag();
  const field = useId();
  const save = () => {
    if (name.trim() === "") return;
    const done = { onSuccess: onClose };
    if (tag) changeTag.mutate({ id: tag.id, name: name.trim() }, done);
    else changeGroup.mutate({ name: name.trim() }, done);
  };
  return (
    <TagDialog
      title={t(tag ? "tags.rename.tag" : "tags.rename.group", { name: tag?.name ?? group.name })}
      act={t("tags.rename.save")}
      disabled={name.trim() === ""}
      loading={changeGroup.isPending || changeTag.isPending}
      error={changeGroup.error ?? changeTag.error}
      onAct={save}
      onClose={onClose}
    >
      <label htmlFor={field}>{t("tags.rename.field")}</label>
      <Input
        id={field}
        autoFocus
        value={name}
        maxLength={MOST_CHARACTERS}
        onChange={(event) => setName(event.target.value)}
        onPressEnter={save}
      />
      {group.kind === "wecom" && <p className="meta">{t("tags.rename.wecom")}</p>}
    </TagDialog>
  );
}

/** More tags at the end of a group. */
export function AddDialog({
  group,
  room,
  onClose,
}: {
  group: Group;
  room: Library["room"];
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const [text, setText] = useState("");
  const add = useAddTags(group.id);
  const field = useId();
  const names = linesOf(text);
  const long = names.find((name) => [...name].length > MOST_CHARACTERS);
  const left = Math.max(room.limit - room.used, 0);
  const full = group.kind === "wecom" && names.length > left;
  return (
    <TagDialog
      title={t("tags.add.title", { name: group.name })}
      act={t("tags.add.act", { count: names.length, n: names.length })}
      disabled={names.length === 0 || long !== undefined || full}
      loading={add.isPending}
      error={add.error}
      onAct={() => add.mutate(names, { onSuccess: onClose })}
      onClose={onClose}
    >
      <label htmlFor={field}>{t("tags.form.tags")}</label>
      <Input.TextArea
        id={field}
        autoFocus
        value={text}
        autoSize={{ minRows: 4, maxRows: 12 }}
        onChange={(event) => setText(event.target.value)}
      />
      {long !== undefined && (
        <p className="tags-fault">{t("tags.form.tagLong", { name: long, n: [...long].length })}</p>
      )}
      {full && <p className="tags-fault">{t("tags.form.noRoom", { left: count(left) })}</p>}
    </TagDialog>
  );
}
