import { Button, Checkbox, DatePicker, Form, Input, Segmented, Select } from "antd";
import dayjs, { type Dayjs } from "dayjs";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useTaskTitle } from "../../../shared/taskTitle.ts";
import {
  type FollowUp,
  type Profile,
  type Task,
  useAddNote,
  useRecordFollowUp,
} from "../api/profile.ts";
import { momentIn } from "./moments.ts";
import { NOTE_LENGTH } from "./NoteText.tsx";
import { useTrouble } from "./trouble.ts";

const OUTCOMES = ["reached", "no_answer", "interested", "not_now", "refused"] as const;

interface Draft {
  text?: string;
  outcome?: FollowUp["outcome"];
  next?: Dayjs;
  staff?: number;
  closes?: number;
  pinned?: boolean;
}

interface Props {
  person: Profile;
  zone: string;
  open: readonly Task[];
}

/** A follow-up says what came of it and when next; a note is words alone. */
export function WriteFollowUp({ person, zone, open }: Props) {
  const { t } = useTranslation();
  const titleOf = useTaskTitle();
  const [form] = Form.useForm<Draft>();
  const [kind, setKind] = useState<"follow_up" | "note">("follow_up");
  const next = Form.useWatch("next", form);
  const addNote = useAddNote(person.id);
  const record = useRecordFollowUp(person.id);
  const trouble = useTrouble();
  // Who left gets no task: nobody would see it.
  const owners = person.follows.filter(
    (follow) => !follow.staff_left && ["friend", "half"].includes(follow.state),
  );
  const done = { onError: trouble, onSuccess: () => form.resetFields() };
  const save = (draft: Draft) => {
    const text = draft.text?.trim() ?? "";
    if (kind === "note") {
      addNote.mutate({ text, pinned: draft.pinned ?? false }, done);
      return;
    }
    record.mutate(
      {
        text,
        outcome: draft.outcome ?? "reached",
        next_title: "",
        next_at: draft.next ? momentIn(draft.next.format("YYYY-MM-DDTHH:mm"), zone) : null,
        staff_id: draft.next ? (draft.staff ?? owners[0]?.staff_id ?? null) : null,
        closes: draft.closes ?? null,
      },
      done,
    );
  };
  return (
    <Form
      form={form}
      layout="vertical"
      requiredMark={false}
      className="write-follow"
      initialValues={{ outcome: "reached", staff: owners[0]?.staff_id, closes: open[0]?.id }}
      onFinish={save}
    >
      <Segmented
        aria-label={t("customers.follow.kind")}
        value={kind}
        options={[
          { value: "follow_up", label: t("customers.follow.followUp") },
          { value: "note", label: t("customers.follow.note") },
        ]}
        onChange={(value) => setKind(value as typeof kind)}
      />
      <Form.Item
        name="text"
        rules={
          kind === "note"
            ? [{ required: true, whitespace: true, message: t("customers.follow.noText") }]
            : []
        }
      >
        <Input.TextArea
          aria-label={t("customers.follow.text")}
          placeholder={t(
            kind === "note" ? "customers.follow.noteHint" : "customers.follow.textHint",
          )}
          autoSize={{ minRows: 2, maxRows: 10 }}
          maxLength={NOTE_LENGTH}
        />
      </Form.Item>
      {kind === "follow_up" ? (
        <div className="follow-row">
          <Form.Item name="outcome" label={t("customers.follow.outcome")}>
            <Select
              options={OUTCOMES.map((value) => ({
                value,
                label: t(`customers.follow.outcomes.${value}`),
              }))}
            />
          </Form.Item>
          <Form.Item
            name="next"
            label={t("customers.follow.nextAt")}
            extra={owners.length === 0 ? t("customers.follow.noOwner") : undefined}
          >
            <DatePicker
              disabled={owners.length === 0}
              showTime={{
                format: "HH:mm",
                minuteStep: 5,
                defaultOpenValue: dayjs().hour(10).minute(0),
              }}
              format="YYYY-MM-DD HH:mm"
              placeholder={t("customers.follow.noNext")}
              disabledDate={(day) => day.isBefore(dayjs().startOf("day"))}
            />
          </Form.Item>
          {next && (
            <Form.Item
              name="staff"
              label={t("customers.follow.who")}
              rules={[{ required: true, message: t("customers.follow.noWho") }]}
            >
              <Select
                options={owners.map((one) => ({ value: one.staff_id, label: one.staff_name }))}
              />
            </Form.Item>
          )}
          {open.length > 0 && (
            <Form.Item name="closes" label={t("customers.follow.closes")}>
              <Select
                allowClear
                placeholder={t("customers.follow.closesNone")}
                options={open.map((task) => ({
                  value: task.id,
                  label: titleOf(task) || t("customers.follow.untitled"),
                }))}
              />
            </Form.Item>
          )}
        </div>
      ) : (
        <Form.Item name="pinned" valuePropName="checked" className="pin-row">
          <Checkbox>{t("customers.follow.pin")}</Checkbox>
        </Form.Item>
      )}
      <Button htmlType="submit" loading={addNote.isPending || record.isPending}>
        {t(kind === "note" ? "customers.follow.saveNote" : "customers.follow.saveFollowUp")}
      </Button>
    </Form>
  );
}
