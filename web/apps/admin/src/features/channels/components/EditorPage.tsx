import { ProblemError } from "@yutang/api";
import { Alert, Button, Skeleton } from "antd";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useChannel } from "../api/channels.ts";
import { ChannelEditor } from "./ChannelEditor.tsx";
import { empty, fromChannel } from "./draft.ts";
import "./channels.css";

interface Props {
  company: string;
  zone: string;
  /** The code that is edited, or copied from. */
  id?: number | undefined;
  copied?: boolean;
  onDone: (id: number) => void;
  onCancel: () => void;
}

/** New, copied or edited: one form. */
export function EditorPage({ company, zone, id, copied = false, onDone, onCancel }: Props) {
  const { t } = useTranslation();
  const channel = useChannel(id);
  const read = channel.data;
  // What is edited stays what it was when it was opened, whatever arrives meanwhile.
  const start = useMemo(
    () =>
      read
        ? fromChannel(read, copied ? t("channels.copyName", { name: read.name }) : undefined)
        : empty,
    [read?.id],
  );
  // The version too: a change that arrives meanwhile must be told, not overwritten.
  const edited = useMemo(
    () => (read && !copied ? { id: read.id, version: read.version } : undefined),
    [read?.id],
  );
  if (id !== undefined && channel.isPending) return <Skeleton active paragraph={{ rows: 10 }} />;
  if (id !== undefined && !read) {
    const gone =
      channel.error instanceof ProblemError && channel.error.problem.type === "channels.unknown";
    return (
      <Alert
        type="error"
        showIcon
        title={t(gone ? "channels.notFound" : "channels.loadFailed")}
        action={<Button onClick={onCancel}>{t("channels.back")}</Button>}
      />
    );
  }
  const kept = id === undefined ? "new" : `${copied ? "copy" : "edit"}.${id}`;
  return (
    <ChannelEditor
      key={kept}
      kept={kept}
      start={start}
      edited={edited}
      company={company}
      zone={zone}
      onDone={onDone}
      onCancel={onCancel}
    />
  );
}
