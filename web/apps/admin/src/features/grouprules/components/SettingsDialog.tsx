import { Alert, Form, InputNumber, Modal } from "antd";
import { useTranslation } from "react-i18next";
import { type Settings, useSaveSettings } from "../api/grouprules.ts";
import { useWords } from "./words.ts";

interface Props {
  known: Settings;
  onClose: () => void;
}

const DAYS = 3650;
const TIMES = 10;

/** From which breach on, within how long, one is removed. */
export function SettingsDialog({ known, onClose }: Props) {
  const { t } = useTranslation();
  const words = useWords();
  const [form] = Form.useForm<Settings>();
  const save = useSaveSettings(onClose);
  const needed = { required: true, message: t("grouprules.settings.missing") };
  return (
    <Modal
      open
      width={480}
      title={t("grouprules.breaches.set")}
      okText={t("groupcare.save")}
      cancelText={t("common.cancel")}
      confirmLoading={save.isPending}
      onCancel={onClose}
      onOk={() => form.submit()}
    >
      <Form<Settings>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={known}
        onFinish={(draft) => save.mutate(draft)}
      >
        <Form.Item name="remove_from" label={t("grouprules.settings.remove_from")} rules={[needed]}>
          <InputNumber min={1} max={TIMES} precision={0} />
        </Form.Item>
        <Form.Item
          name="window_days"
          label={t("grouprules.settings.window_days")}
          extra={t("grouprules.settings.about")}
          rules={[needed]}
        >
          <InputNumber min={1} max={DAYS} precision={0} />
        </Form.Item>
        {save.isError && <Alert type="error" showIcon title={words(save.error)} />}
      </Form>
    </Modal>
  );
}
