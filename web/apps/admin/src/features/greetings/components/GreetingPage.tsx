import { Alert, Button, Skeleton } from "antd";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { Failed } from "../../../shared/Failed.tsx";
import { type Reach, useGreetings } from "../api/greetings.ts";
import { draftOf } from "./draft.ts";
import { GreetingEditor } from "./GreetingEditor.tsx";
import "./words.ts";
import "./greetings.css";

interface Props {
  company: string;
  zone: string;
  mayWrite: boolean;
  /** The one that is changed; none: a new one. */
  id: number | undefined;
  reach: Reach;
  channel: number | undefined;
  onDone: () => void;
}

/** One welcome: read, changed, or made. */
export function GreetingPage({ id, reach, channel, ...props }: Props) {
  const { t } = useTranslation();
  const found = useGreetings();
  const read = found.data;
  const known = read?.items.find((one) => one.id === id);
  // What is edited stays what it was when it was opened, whatever arrives meanwhile.
  const opened = useMemo(() => known, [known?.id]);
  const start = useMemo(
    () => draftOf(opened, channel ? { reach: "channel", channel } : { reach }),
    [opened, reach, channel],
  );
  if (found.isPending) return <Skeleton active paragraph={{ rows: 10 }} />;
  if (!read) {
    return <Failed title={t("greetings.loadFailed")} onAgain={() => found.refetch()} />;
  }
  if (id !== undefined && !opened) {
    return (
      <Alert
        type="error"
        showIcon
        title={t("greetings.notFound")}
        action={<Button onClick={props.onDone}>{t("greetings.back")}</Button>}
      />
    );
  }
  return (
    <GreetingEditor
      key={id ?? `new.${reach}.${channel}`}
      kept={id === undefined ? `new.${reach}` : String(id)}
      known={opened ?? null}
      others={read.items.filter((one) => one.id !== id)}
      start={start}
      {...props}
    />
  );
}
