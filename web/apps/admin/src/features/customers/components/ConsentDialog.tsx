import { DatePicker, Form, Input, Modal } from "antd";
import dayjs, { type Dayjs } from "dayjs";
import { useTranslation } from "react-i18next";
import { useRecordConsent } from "../api/profile.ts";
import { momentIn } from "./moments.ts";
import { useTrouble } from "./trouble.ts";

interface Props {
  id: number;
  zone: string;
  onClose: () => void;
}

/** Where the person agreed, and when: without it nothing sensitive is written down. */
export function ConsentDialog({ id, zone, onClose }: Props) {
  const { t } = useTranslation();
  const [form] = Form.useForm<{ source: string; day: Dayjs }>();
  const record = useRecordConsent(id);
  const trouble = useTrouble();
  return (
    <Modal
      open
      width={480}
      title={t("customers.consent.title")}
      okText={t("customers.consent.ok")}
      confirmLoading={record.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
      destroyOnHidden
    >
      <p className="meta">{t("customers.consent.about")}</p>
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ day: dayjs() }}
        onFinish={({ source, day }) =>
          record.mutate(
            {
              source: source.trim(),
              given_at: momentIn(`${day.format("YYYY-MM-DD")}T00:00`, zone),
            },
            { onSuccess: onClose, onError: trouble },
          )
        }
      >
        <Form.Item
          name="source"
          label={t("customers.consent.source")}
          rules={[
            { required: true, whitespace: true, min: 2, message: t("customers.consent.where") },
          ]}
        >
          <Input maxLength={200} autoFocus placeholder={t("customers.consent.example")} />
        </Form.Item>
        <Form.Item
          name="day"
          label={t("customers.consent.day")}
          rules={[{ required: true, message: t("customers.consent.when") }]}
        >
          <DatePicker disabledDate={(day) => day.isAfter(dayjs().endOf("day"))} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
