import { Form, Input, Modal } from "antd";
import { useTranslation } from "react-i18next";
import { useSetRefusal } from "../api/profile.ts";
import { useTrouble } from "./trouble.ts";

interface Props {
  id: number;
  /** What is to be written down. */
  refused: boolean;
  onClose: () => void;
}

/** By hand only with a reason: it is what the audit shows. */
export function RefusalDialog({ id, refused, onClose }: Props) {
  const { t } = useTranslation();
  const [form] = Form.useForm<{ reason: string }>();
  const set = useSetRefusal(id);
  const trouble = useTrouble();
  const words = refused ? "customers.refusal" : "customers.refusal.back";
  return (
    <Modal
      open
      width={480}
      title={t(`${words}.title`)}
      okText={t(`${words}.ok`)}
      confirmLoading={set.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
      destroyOnHidden
    >
      <p className="meta">{t(`${words}.about`)}</p>
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        onFinish={({ reason }) =>
          set.mutate({ refused, reason: reason.trim() }, { onSuccess: onClose, onError: trouble })
        }
      >
        <Form.Item
          name="reason"
          label={t("customers.refusal.reason")}
          rules={[
            { required: true, whitespace: true, min: 2, message: t("customers.refusal.why") },
          ]}
        >
          <Input maxLength={200} autoFocus placeholder={t(`${words}.example`)} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
