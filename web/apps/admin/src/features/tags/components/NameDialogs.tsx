import { count } from "@yutang/ui";
import { Alert, Button, Input, Modal } from "antd";
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
import { useTrouble } from "./trouble.ts";

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
  const trouble = useTrouble();
  const [name, setName] = useState(tag?.name ?? group.name);
  const changeGroup = useChangeGroup(group.id);
  const changeTag = useChangeTag();
  const field = useId();
  const error = changeGroup.error ?? changeTag.error;
  const save = () => {
    if (name.trim() === "") return;
    const done = { onSuccess: onClose };
    if (tag) changeTag.mutate({ id: tag.id, name: name.trim() }, done);
    else changeGroup.mutate({ name: name.trim() }, done);
  };
  return (
    <Modal
      open
      width={480}
      title={t(tag ? "tags.rename.tag" : "tags.rename.group", { name: tag?.name ?? group.name })}
      onCancel={onClose}
      footer={[
        <Button key="cancel" onClick={onClose}>
          {t("common.cancel")}
        </Button>,
        <Button
          key="save"
          type="primary"
          disabled={name.trim() === ""}
          loading={changeGroup.isPending || changeTag.isPending}
          onClick={save}
        >
          {t("tags.rename.save")}
        </Button>,
      ]}
    >
      <div className="tags-form">
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
        {error && <Alert type="error" showIcon title={trouble(error)} />}
      </div>
    </Modal>
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
  const trouble = useTrouble();
  const [text, setText] = useState("");
  const add = useAddTags(group.id);
  const field = useId();
  const names = linesOf(text);
  const long = names.find((name) => [...name].length > MOST_CHARACTERS);
  const left = Math.max(room.limit - room.used, 0);
  const full = group.kind === "wecom" && names.length > left;
  return (
    <Modal
      open
      width={480}
      title={t("tags.add.title", { name: group.name })}
      onCancel={onClose}
      footer={[
        <Button key="cancel" onClick={onClose}>
          {t("common.cancel")}
        </Button>,
        <Button
          key="add"
          type="primary"
          disabled={names.length === 0 || long !== undefined || full}
          loading={add.isPending}
          onClick={() => add.mutate(names, { onSuccess: onClose })}
        >
          {t("tags.add.act", { n: names.length })}
        </Button>,
      ]}
    >
      <div className="tags-form">
        <label htmlFor={field}>{t("tags.form.tags")}</label>
        <Input.TextArea
          id={field}
          autoFocus
          value={text}
          autoSize={{ minRows: 4, maxRows: 12 }}
          onChange={(event) => setText(event.target.value)}
        />
        {long !== undefined && (
          <p className="tags-fault">
            {t("tags.form.tagLong", { name: long, n: [...long].length })}
          </p>
        )}
        {full && <p className="tags-fault">{t("tags.form.noRoom", { left: count(left) })}</p>}
        {add.isError && <Alert type="error" showIcon title={trouble(add.error)} />}
      </div>
    </Modal>
  );
}
