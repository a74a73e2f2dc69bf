import { DatePicker, Form, Input, Segmented, Select } from "antd";
import dayjs, { type Dayjs } from "dayjs";
import { useTranslation } from "react-i18next";
import { ActDialog } from "../../../shared/ActDialog.tsx";
import { useStaffOptions } from "../../../shared/choices.ts";
import { momentIn } from "../../../shared/moments.ts";
import { OneOf } from "../../../shared/OneOf.tsx";
import { type Gift, useGive, useKinds } from "../api/todos.ts";
import { CustomerSelect } from "./CustomerSelect.tsx";
import { useKindName, useWords } from "./words.ts";

interface Draft {
  title: string;
  staff: number;
  to: "day" | "pool";
  kind: string;
  due: Dayjs;
  priority: 0 | 1 | 2;
  customer?: number;
  link?: string;
  proof: "kind" | "none" | "text" | "file" | "either";
}

interface Props {
  zone: string;
  /** Whether customers may be looked for. */
  maySearch: boolean;
  onClose: () => void;
  onGiven: (id: number) => void;
}

const PRIORITIES = [0, 1, 2] as const;
const PROOFS = ["kind", "none", "text", "file", "either"] as const;

/** A task for a member, or for a leader to hand out. */
export function GiveDialog({ zone, maySearch, onClose, onGiven }: Props) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Draft>();
  const give = useGive();
  const words = useWords();
  const named = useKindName();
  const kinds = useKinds();
  const save = (draft: Draft) => {
    const gift: Gift = {
      title: draft.title.trim(),
      staff_id: draft.staff,
      pooled: draft.to === "pool",
      kind: draft.kind,
      due_at: momentIn(draft.due.format("YYYY-MM-DDTHH:mm"), zone),
      priority: draft.priority,
      link: draft.link?.trim() ?? "",
      proof: draft.proof === "kind" ? null : draft.proof,
      customer_id: draft.customer ?? null,
    };
    give.mutate(gift, { onSuccess: (task) => onGiven(task.id) });
  };
  return (
    <ActDialog
      title={t("todos.give.title")}
      act={t("todos.give.act")}
      width={560}
      loading={give.isPending}
      trouble={give.error ? words(give.error) : undefined}
      onAct={() => form.submit()}
      onClose={onClose}
    >
      <Form<Draft>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{
          to: "day",
          kind: "errand",
          priority: 0,
          proof: "kind",
          due: dayjs().add(1, "day").hour(18).minute(0),
        }}
        onFinish={save}
      >
        <Form.Item
          name="title"
          label={t("todos.give.what")}
          rules={[{ required: true, whitespace: true, message: t("todos.give.noTitle") }]}
        >
          <Input maxLength={60} autoFocus placeholder={t("todos.give.whatHint")} />
        </Form.Item>
        <div className="todo-pair">
          <Form.Item
            name="staff"
            label={t("todos.give.who")}
            rules={[{ required: true, message: t("todos.give.noStaff") }]}
          >
            <OneOf className="todo-staff" useFound={useStaffOptions} label={t("todos.give.who")} />
          </Form.Item>
          <Form.Item name="to" label={t("todos.give.where")}>
            <Segmented
              options={[
                { value: "day", label: t("todos.give.day") },
                { value: "pool", label: t("todos.give.pool") },
              ]}
            />
          </Form.Item>
        </div>
        <div className="todo-pair">
          <Form.Item
            name="due"
            label={t("todos.give.due")}
            rules={[{ required: true, message: t("todos.give.noDue") }]}
          >
            <DatePicker showTime={{ format: "HH:mm", minuteStep: 5 }} format="YYYY-MM-DD HH:mm" />
          </Form.Item>
          <Form.Item name="priority" label={t("todos.filters.priority")}>
            <Segmented
              options={PRIORITIES.map((value) => ({
                value,
                label: t(`todos.priority.${value}`),
              }))}
            />
          </Form.Item>
        </div>
        <div className="todo-pair">
          <Form.Item name="kind" label={t("todos.filters.kind")}>
            <Select<string>
              options={(kinds.data?.items ?? []).map((one) => ({
                value: one.key,
                label: named(one.name),
              }))}
            />
          </Form.Item>
          <Form.Item name="proof" label={t("todos.give.proof")}>
            <Select<Draft["proof"]>
              options={PROOFS.map((value) => ({ value, label: t(`todos.give.proofs.${value}`) }))}
            />
          </Form.Item>
        </div>
        {maySearch && (
          <Form.Item name="customer" label={t("todos.give.customer")}>
            <CustomerSelect />
          </Form.Item>
        )}
        <Form.Item name="link" label={t("todos.give.link")} extra={t("todos.give.linkHelp")}>
          <Input maxLength={500} />
        </Form.Item>
      </Form>
    </ActDialog>
  );
}
