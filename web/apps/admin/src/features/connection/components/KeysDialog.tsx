import { ProblemError } from "@yutang/api";
import { Alert, App, Form, Input, Modal } from "antd";
import { useTranslation } from "react-i18next";
import { type AppKeys, useReplaceKeys } from "../api/connection.ts";

const fields = ["secret", "callback_token", "aes_key"] as const;
const spoiled: Record<string, (typeof fields)[number]> = {
  "corps.bad_callback_key": "aes_key",
  "corps.bad_callback_token": "callback_token",
};

interface Props {
  app: number | undefined;
  onClose: () => void;
}

/** What is left empty stays; nothing kept is ever shown. */
export function KeysDialog({ app, onClose }: Props) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [form] = Form.useForm<AppKeys>();
  const replace = useReplaceKeys();
  const close = () => {
    form.resetFields();
    replace.reset();
    onClose();
  };

  const submit = (values: AppKeys) => {
    if (app === undefined) return;
    const keys = Object.fromEntries(
      fields.filter((name) => values[name]?.trim()).map((name) => [name, values[name]?.trim()]),
    ) as AppKeys;
    replace.mutate(
      { app, keys },
      {
        onSuccess: () => {
          close();
          message.success(t("connection.keysForm.done", { app }));
        },
        onError: (error) => {
          const name = error instanceof ProblemError ? spoiled[error.problem.type] : undefined;
          if (!name) return;
          const count = keys[name]?.length ?? 0;
          form.setFields([
            { name, errors: [t(`connection.keysForm.errors.${name}`, { count, n: count })] },
          ]);
        },
      },
    );
  };

  const problem = replace.error instanceof ProblemError ? replace.error.problem : undefined;
  const atField = problem !== undefined && spoiled[problem.type] !== undefined;
  return (
    <Modal
      open={app !== undefined}
      title={t("connection.keysForm.title", { app })}
      okText={t("connection.keysForm.save")}
      cancelText={t("common.cancel")}
      confirmLoading={replace.isPending}
      onOk={() => form.submit()}
      onCancel={close}
      closable={{ "aria-label": t("common.cancel") }}
      width={560}
      destroyOnHidden
    >
      <p className="meta">{t("connection.keysForm.about")}</p>
      <Form<AppKeys>
        className="keys-form"
        form={form}
        layout="vertical"
        requiredMark={false}
        onFinish={submit}
      >
        {fields.map((name, index) => (
          <Form.Item
            key={name}
            name={name}
            label={t(`connection.keysForm.fields.${name}`)}
            extra={t(`connection.keysForm.help.${name}`)}
          >
            <Input.Password autoComplete="off" maxLength={200} autoFocus={index === 0} />
          </Form.Item>
        ))}
      </Form>
      {replace.isError && !atField && (
        <Alert
          type="error"
          showIcon
          title={
            problem?.type === "corps.nothing_to_replace"
              ? t("connection.keysForm.errors.nothing")
              : (problem?.detail ?? t("common.offline"))
          }
        />
      )}
    </Modal>
  );
}
