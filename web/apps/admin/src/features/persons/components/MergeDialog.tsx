import { count } from "@yutang/ui";
import { Alert, Form, Input, InputNumber, Modal } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type Merge, type Moved, useMerge, useUnmerge } from "../api/persons.ts";
import { useWords } from "./words.ts";

interface Props {
  id: number;
  name: string;
  /** The merge to undo; none to merge somebody. */
  merge: Merge | undefined;
  onClose: () => void;
}

interface Given {
  from?: number;
  why: string;
}

/** First what will move, then the act: the button says which of the two comes next. */
export function MergeDialog({ id, name, merge, onClose }: Props) {
  const { t } = useTranslation();
  const words = useWords();
  const [form] = Form.useForm<Given>();
  const [dry, setDry] = useState<Moved | undefined>();
  const join = useMerge(id);
  const part = useUnmerge(id);
  const what = merge ? "undo" : "merge";
  const act = merge ? part : join;
  const send = ({ from, why }: Given) => {
    const body = { why: why.trim(), dry_run: dry === undefined };
    const told = { onSuccess: (moved: Moved) => (dry ? onClose() : setDry(moved)) };
    if (merge) part.mutate({ merge: merge.id, ...body }, told);
    else join.mutate({ from_id: from ?? 0, ...body }, told);
  };
  return (
    <Modal
      open
      width={480}
      title={t(`persons.dialog.${what}.title`, { name, id: merge?.from_id })}
      okText={t(dry ? `persons.dialog.${what}.ok` : "persons.dialog.look")}
      okButtonProps={{ danger: dry !== undefined && !merge }}
      cancelText={t("persons.decide.cancel")}
      confirmLoading={act.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
      destroyOnHidden
    >
      <p className="meta">{t(`persons.dialog.${what}.about`)}</p>
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        onFinish={send}
        onValuesChange={() => {
          setDry(undefined);
          act.reset();
        }}
      >
        {!merge && (
          <Form.Item
            name="from"
            label={t("persons.dialog.from")}
            extra={t("persons.dialog.fromAbout")}
            rules={[{ required: true, message: t("persons.dialog.fromNeeded") }]}
          >
            <InputNumber min={1} precision={0} controls={false} autoFocus />
          </Form.Item>
        )}
        <Form.Item
          name="why"
          label={t("persons.dialog.why")}
          rules={[
            { required: true, whitespace: true, min: 2, message: t("persons.dialog.whyNeeded") },
          ]}
        >
          <Input maxLength={200} placeholder={t("persons.dialog.whyExample")} />
        </Form.Item>
      </Form>
      {dry && <Dry moved={dry} what={what} />}
      {act.isError && <Alert type="error" showIcon title={words(act.error)} />}
    </Modal>
  );
}

function Dry({ moved, what }: { moved: Moved; what: "merge" | "undo" }) {
  const { t } = useTranslation();
  const rows = Object.values(moved.rows).reduce((sum, one) => sum + one, 0);
  const kinds = [...new Set(moved.ids.map((one) => t(`persons.kinds.${one.kind}`)))];
  return (
    <Alert
      type="info"
      showIcon
      title={t(`persons.dialog.${what}.dry`, { from: moved.from_id, into: moved.customer_id })}
      description={t("persons.dialog.moves", {
        rows: count(rows),
        ids: kinds.length > 0 ? kinds.join(t("common.comma")) : t("persons.dialog.noIds"),
        events: count(moved.events),
      })}
    />
  );
}
