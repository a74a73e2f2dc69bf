import { Form, InputNumber, Skeleton } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ActDialog } from "../../../shared/ActDialog.tsx";
import { Failed } from "../../../shared/Failed.tsx";
import { useChangePreferences, usePreferences } from "../../../shared/preferences.ts";
import { useWords } from "./words.ts";

const MOST_HOURS = 720;

/** How long a task may be late before its member's leader is told; 0: he never is. */
export function EscalationDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const read = usePreferences();
  const change = useChangePreferences();
  const words = useWords();
  const [typed, setTyped] = useState<number | null>();
  const before = read.data?.task_escalation_hours;
  const hours = typed === undefined ? before : typed;
  const save = () => {
    if (!read.data || typeof hours !== "number") return;
    change.mutate(
      { version: read.data.version, change: { task_escalation_hours: hours } },
      { onSuccess: onClose },
    );
  };
  return (
    <ActDialog
      title={t("todos.escalation.title")}
      act={t("todos.escalation.save")}
      disabled={typeof hours !== "number" || hours === before}
      loading={change.isPending}
      trouble={change.error ? words(change.error) : undefined}
      onAct={save}
      onClose={onClose}
    >
      {read.isError && (
        <Failed title={t("todos.escalation.failed")} onAgain={() => read.refetch()} />
      )}
      {read.isPending && <Skeleton active paragraph={{ rows: 2 }} title={false} />}
      {read.data && (
        <Form layout="vertical" onFinish={save}>
          <Form.Item
            label={t("todos.escalation.label")}
            htmlFor="escalation-hours"
            extra={t(hours === 0 ? "todos.escalation.never" : "todos.escalation.help")}
          >
            <InputNumber
              id="escalation-hours"
              autoFocus
              className="todo-hours"
              min={0}
              max={MOST_HOURS}
              precision={0}
              suffix={t("todos.escalation.hours")}
              value={hours ?? null}
              onChange={setTyped}
            />
          </Form.Item>
        </Form>
      )}
    </ActDialog>
  );
}
