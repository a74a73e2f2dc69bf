import { Alert, Checkbox, Form, Input, InputNumber, Modal } from "antd";
import { useTranslation } from "react-i18next";
import { type Purpose, type PurposeChange, useSetPurpose } from "../api/privacy.ts";
import { useWords } from "./trouble.ts";

interface Props {
  /** None: a new one. */
  purpose: Purpose | undefined;
  onClose: () => void;
}

interface Values extends PurposeChange {
  key: string;
}

/** A purpose in both languages; another notice becomes its next version. */
export function PurposeDialog({ purpose, onClose }: Props) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Values>();
  const set = useSetPurpose();
  const words = useWords();
  const needed = { required: true, whitespace: true, message: t("privacy.purposes.needed") };
  return (
    <Modal
      open
      width={640}
      title={t(purpose ? "privacy.purposes.changeTitle" : "privacy.purposes.addTitle")}
      okText={t("privacy.purposes.save")}
      cancelText={t("common.cancel")}
      confirmLoading={set.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
      destroyOnHidden
    >
      <Form<Values>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={
          purpose
            ? { ...purpose, archived: purpose.archived_at !== null }
            : { months: null, archived: false }
        }
        onFinish={({ key, ...body }) =>
          set.mutate(
            {
              key: purpose?.key ?? key,
              body: { ...body, months: body.months ?? null, archived: body.archived ?? false },
            },
            { onSuccess: onClose },
          )
        }
      >
        {!purpose && (
          <Form.Item
            name="key"
            label={t("privacy.purposes.key")}
            extra={t("privacy.purposes.keyAbout")}
            rules={[
              {
                pattern: /^[a-z][a-z0-9_]{1,31}$/,
                required: true,
                message: t("privacy.purposes.keyWrong"),
              },
            ]}
          >
            <Input maxLength={32} autoFocus />
          </Form.Item>
        )}
        <div className="privacy-pair">
          <Form.Item name="name_zh" label={t("privacy.purposes.nameZh")} rules={[needed]}>
            <Input maxLength={40} />
          </Form.Item>
          <Form.Item name="name_en" label={t("privacy.purposes.nameEn")} rules={[needed]}>
            <Input maxLength={40} />
          </Form.Item>
          <Form.Item name="about_zh" label={t("privacy.purposes.aboutZh")}>
            <Input maxLength={300} />
          </Form.Item>
          <Form.Item name="about_en" label={t("privacy.purposes.aboutEn")}>
            <Input maxLength={300} />
          </Form.Item>
          <Form.Item name="notice_zh" label={t("privacy.purposes.noticeZh")}>
            <Input.TextArea maxLength={4000} rows={4} />
          </Form.Item>
          <Form.Item name="notice_en" label={t("privacy.purposes.noticeEn")}>
            <Input.TextArea maxLength={4000} rows={4} />
          </Form.Item>
        </div>
        <Form.Item
          name="months"
          label={t("privacy.purposes.monthsLabel")}
          extra={t("privacy.purposes.monthsAbout")}
        >
          <InputNumber min={1} max={120} suffix={t("privacy.purposes.monthsUnit")} />
        </Form.Item>
        {purpose && !purpose.built_in && (
          <Form.Item name="archived" valuePropName="checked">
            <Checkbox>{t("privacy.purposes.archive")}</Checkbox>
          </Form.Item>
        )}
        {set.error && <Alert type="error" showIcon title={words(set.error)} />}
      </Form>
    </Modal>
  );
}
