import { Alert, Form, Input, Modal, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useFoundGroups } from "../../../shared/reaching.ts";
import { KINDS, type Kind, usePersons, useRecord } from "../api/grouprules.ts";
import { useWords } from "./words.ts";

interface Props {
  group: { id: number; name: string } | undefined;
  onClose: () => void;
  onDone: (id: number) => void;
}

interface Draft {
  group: number;
  person: number;
  kind: Kind;
  note: string;
}

/** Writes down who broke the rules: which group, who of it, and what. */
export function RecordDialog({ group, onClose, onDone }: Props) {
  const { t } = useTranslation();
  const words = useWords();
  const [form] = Form.useForm<Draft>();
  const chosen = Form.useWatch("group", form) ?? group?.id;
  const [q, setQ] = useState("");
  const [who, setWho] = useState("");
  const groups = useFoundGroups(q);
  const persons = usePersons(chosen, who);
  const record = useRecord((made) => onDone(made.id));
  return (
    <Modal
      open
      width={480}
      title={t("grouprules.breaches.add")}
      okText={t("grouprules.record.ok")}
      cancelText={t("common.cancel")}
      confirmLoading={record.isPending}
      onCancel={onClose}
      onOk={() => form.submit()}
    >
      <Form<Draft>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ note: "", ...(group ? { group: group.id } : {}) }}
        onFinish={(draft) =>
          record.mutate({
            group_id: draft.group,
            customer_id: draft.person,
            kind: draft.kind,
            note: draft.note.trim(),
          })
        }
      >
        <Form.Item
          name="group"
          label={t("grouprules.columns.group")}
          hidden={group !== undefined}
          rules={[{ required: true, message: t("grouprules.record.groupMissing") }]}
        >
          <Select<number>
            showSearch={{ filterOption: false, onSearch: setQ }}
            loading={groups.isFetching}
            onChange={() => form.resetFields(["person"])}
            options={(groups.data?.items ?? []).map((one) => ({
              value: one.id,
              label: one.name || t("groups.nameless"),
            }))}
          />
        </Form.Item>
        <Form.Item
          name="person"
          label={t("grouprules.columns.person")}
          extra={t("grouprules.record.personAbout")}
          rules={[{ required: true, message: t("grouprules.record.personMissing") }]}
        >
          <Select<number>
            showSearch={{ filterOption: false, onSearch: setWho }}
            disabled={chosen === undefined}
            loading={persons.isFetching}
            notFoundContent={t("grouprules.record.nobody")}
            options={(persons.data?.items ?? []).flatMap((one) =>
              one.customer
                ? [
                    {
                      value: one.customer.id,
                      label: [one.customer.name || one.name, one.nickname]
                        .filter(Boolean)
                        .join(" · "),
                    },
                  ]
                : [],
            )}
          />
        </Form.Item>
        <Form.Item
          name="kind"
          label={t("grouprules.columns.kind")}
          rules={[{ required: true, message: t("grouprules.record.kindMissing") }]}
        >
          <Select<Kind>
            options={KINDS.map((value) => ({ value, label: t(`grouprules.kinds.${value}`) }))}
          />
        </Form.Item>
        <Form.Item name="note" label={t("grouprules.record.note")}>
          <Input maxLength={200} />
        </Form.Item>
        {record.isError && <Alert type="error" showIcon title={words(record.error)} />}
      </Form>
    </Modal>
  );
}
