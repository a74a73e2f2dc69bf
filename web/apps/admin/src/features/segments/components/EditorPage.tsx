import { Link } from "@tanstack/react-router";
import { Skeleton } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Failed } from "../../../shared/Failed.tsx";
import { said, useLeaves, useSegment, useTemplates } from "../api/segments.ts";
import { OffersContext } from "./context.ts";
import { type Draft, draftOf, emptyDraft } from "./draft.ts";
import { type Edited, Editor } from "./Editor.tsx";
import { planted } from "./tree/edit.ts";
import { isForbidden, typeOf } from "./trouble.ts";

interface Props {
  zone: string;
  /** The segment that is changed, or copied where `copy` is. */
  id: number | undefined;
  copy: boolean;
  template: string | undefined;
  mayWrite: boolean;
  onDone: (id: number) => void;
}

/** A new segment, a copy, one from a template, or one that is changed. */
export function EditorPage({ zone, id, copy, template, mayWrite, onDone }: Props) {
  const { t, i18n } = useTranslation();
  const leaves = useLeaves();
  const segment = useSegment(id);
  const templates = useTemplates();
  if (!mayWrite) {
    return (
      <section className="empty">
        <h1>{t("segments.locked")}</h1>
        <p>{t("segments.lockedWho")}</p>
        <Link to="/segments">{t("segments.back")}</Link>
      </section>
    );
  }
  const failed = [leaves, id === undefined ? undefined : segment].find((one) => one?.isError);
  if (failed) {
    const unknown = typeOf(failed.error) === "segments.unknown";
    return unknown ? (
      <section className="empty">
        <h1>{t("segments.unknown")}</h1>
        <Link to="/segments">{t("segments.back")}</Link>
      </section>
    ) : (
      <Failed
        title={t(isForbidden(failed.error) ? "segments.forbidden" : "segments.failed")}
        onAgain={() => failed.refetch()}
      />
    );
  }
  const waits = leaves.isPending || (id !== undefined && segment.isPending);
  if (waits || (template && templates.isPending))
    return <Skeleton active paragraph={{ rows: 8 }} />;
  if (!leaves.data) return null;
  const read = segment.data;
  const model = templates.data?.find((one) => one.key === template);
  const start = (): Draft => {
    if (read) return draftOf(read, copy ? t("segments.copyOf", { name: read.name }) : undefined);
    const blank = emptyDraft();
    if (!model) return blank;
    return {
      ...blank,
      name: said(model.name, i18n.language),
      description: said(model.description, i18n.language),
      root: planted(model.tree),
    };
  };
  const edited =
    read && !copy
      ? { id: read.id, version: read.version, known: knownOf(read.size, read.as_of) }
      : undefined;
  const kept = edited
    ? `${edited.id}`
    : copy
      ? `copy-${id}`
      : template
        ? `from-${template}`
        : "new";
  return (
    <OffersContext value={{ ...leaves.data, zone }}>
      <Started key={kept} kept={kept} start={start} edited={edited} onDone={onDone} />
    </OffersContext>
  );
}

const knownOf = (size: number | null, at: string | null) =>
  size === null || at === null ? undefined : { size, at };

interface StartedProps {
  kept: string;
  start: () => Draft;
  edited: Edited | undefined;
  onDone: (id: number) => void;
}

/** Fixes what is edited when the page opens: what is read anew later changes nothing under it. */
function Started({ kept, start, edited, onDone }: StartedProps) {
  const [begun] = useState(() => ({ start: start(), edited }));
  return <Editor kept={kept} start={begun.start} edited={begun.edited} onDone={onDone} />;
}
