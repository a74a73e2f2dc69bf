import { ProblemError } from "@yutang/api";
import { Alert, Button, Skeleton } from "antd";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useChannel } from "../api/channels.ts";
import { usePageCode } from "../api/pagecodes.ts";
import { ChannelEditor } from "./ChannelEditor.tsx";
import { empty, fromChannel } from "./draft.ts";
import { fromRule } from "./page/rule.ts";
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
  const paged = read?.kind === "page";
  const page = usePageCode(paged ? id : undefined).data;
  // What is edited stays what it was when it was opened, whatever arrives meanwhile.
  const start = useMemo(() => {
    if (!read) return empty;
    const draft = fromChannel(
      read,
      copied ? t("channels.copyName", { name: read.name }) : undefined,
    );
    if (!page) return draft;
    const fallback = page.members.find((one) => one.staff.id === page.rule.fallback_staff_id);
    return { ...draft, page: fromRule(page.rule, fallback?.staff) };
  }, [read?.id, page?.channel_id]);
  // The version too: a change that arrives meanwhile must be told, not overwritten.
  const edited = useMemo(
    () => (read && !copied ? { id: read.id, version: read.version } : undefined),
    [read?.id],
  );
  if (id !== undefined && (channel.isPending || (paged && !page)))
    return <Skeleton active paragraph={{ rows: 10 }} />;
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
