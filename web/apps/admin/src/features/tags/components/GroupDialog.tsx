import { count } from "@yutang/ui";
import { Alert, Checkbox, Input, Radio } from "antd";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { type Group, type Kind, type Library, useCreateGroup, useUseStarter } from "../api/tags.ts";
import { TagDialog } from "./TagDialog.tsx";

export interface Draft {
  kind: Kind;
  name: string;
  tags: string[];
  exclusive: boolean;
  ordered: boolean;
  /** The set it is made of: its rules go with it. */
  starter?: string;
  language?: "zh" | "en";
  sensitive?: boolean;
}

const MOST_CHARACTERS = 30;

interface Props {
  draft: Draft;
  room: Library["room"] | undefined;
  onClose: () => void;
  onMade: (group: Group) => void;
}

/** Lines of a field as names: trimmed, each once. */
export const linesOf = (text: string): string[] => [
  ...new Set(
    text
      .split("\n")
      .map((line) => line.trim())
      .filter(Boolean),
  ),
];

/** A new group: whose, what it is called, its tags, how they go together. */
export function GroupDialog({ draft, room, onClose, onMade }: Props) {
  const { t } = useTranslation();
  const [kind, setKind] = useState<Kind>(draft.kind);
  const [name, setName] = useState(draft.name);
  const [text, setText] = useState(draft.tags.join("\n"));
  const [exclusive, setExclusive] = useState(draft.exclusive);
  const [ordered, setOrdered] = useState(draft.ordered);
  const [tried, setTried] = useState(false);
  const create = useCreateGroup();
  const use = useUseStarter();
  const ids = { name: useId(), tags: useId() };
  const tags = linesOf(text);
  const long = tags.find((tag) => [...tag].length > MOST_CHARACTERS);
  const left = room ? Math.max(room.limit - room.used, 0) : undefined;
  const faults = {
    name: name.trim() === "" ? t("tags.form.nameMissing") : undefined,
    tags:
      tags.length === 0 && kind === "wecom"
        ? t("tags.form.tagsMissing")
        : long !== undefined
          ? t("tags.form.tagLong", { name: long, n: [...long].length })
          : kind === "wecom" && left !== undefined && tags.length > left
            ? t("tags.form.noRoom", { left: count(left) })
            : undefined,
  };
  const make = () => {
    setTried(true);
    if (faults.name || faults.tags) return;
    const body = { kind, name: name.trim(), tags };
    const done = { onSuccess: onMade };
    // Only the rules of a sensitive set are fixed.
    if (draft.starter && draft.sensitive)
      use.mutate({ ...body, key: draft.starter, language: draft.language ?? "zh" }, done);
    else create.mutate({ ...body, exclusive, ordered, sensitive: false }, done);
  };
  return (
    <TagDialog
      width={560}
      title={t("tags.newGroup")}
      act={t("tags.form.make", { count: tags.length, n: tags.length })}
      loading={create.isPending || use.isPending}
      error={create.error ?? use.error}
      onAct={make}
      onClose={onClose}
    >
      {draft.sensitive ? (
        <Alert type="warning" showIcon title={t("tags.form.sensitive")} />
      ) : (
        <Radio.Group
          className="tags-kind"
          aria-label={t("tags.kind")}
          value={kind}
          onChange={(event) => setKind(event.target.value)}
        >
          {(["own", "wecom"] as const).map((one) => (
            <Radio key={one} value={one}>
              <b>{t(`tags.kinds.${one}`)}</b>
              <span className="meta">
                {t(`tags.form.about.${one}`, { left: left === undefined ? "–" : count(left) })}
              </span>
            </Radio>
          ))}
        </Radio.Group>
      )}
      <label htmlFor={ids.name}>{t("tags.form.name")}</label>
      <Input
        id={ids.name}
        autoFocus
        value={name}
        maxLength={MOST_CHARACTERS}
        status={tried && faults.name ? "error" : ""}
        onChange={(event) => setName(event.target.value)}
      />
      {tried && faults.name && <p className="tags-fault">{faults.name}</p>}
      <label htmlFor={ids.tags}>{t("tags.form.tags")}</label>
      <Input.TextArea
        id={ids.tags}
        value={text}
        autoSize={{ minRows: 4, maxRows: 12 }}
        status={tried && faults.tags ? "error" : ""}
        onChange={(event) => setText(event.target.value)}
      />
      {tried && faults.tags && <p className="tags-fault">{faults.tags}</p>}
      {!draft.sensitive && (
        <>
          <Checkbox checked={exclusive} onChange={(event) => setExclusive(event.target.checked)}>
            {t("tags.exclusive")}
            <span className="meta tags-hint">{t("tags.exclusiveHint")}</span>
          </Checkbox>
          <Checkbox checked={ordered} onChange={(event) => setOrdered(event.target.checked)}>
            {t("tags.ordered")}
            <span className="meta tags-hint">{t("tags.orderedHint")}</span>
          </Checkbox>
        </>
      )}
    </TagDialog>
  );
}
