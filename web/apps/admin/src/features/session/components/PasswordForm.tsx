import { ProblemError } from "@yutang/api";
import { Alert, Button, Form, Input } from "antd";
import { useTranslation } from "react-i18next";
import { useChangePassword } from "../api/session.ts";

interface Fields {
  current: string;
  chosen: string;
  again: string;
}

const CHARACTERS = 8;

interface Props {
  /** What the button says. */
  act: string;
  large?: boolean;
  onDone?: () => void;
}

/** The password as it is, and twice as it shall be. */
export function PasswordForm({ act, large = false, onDone }: Props) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Fields>();
  const change = useChangePassword();
  const problem = change.error instanceof ProblemError ? change.error.problem : null;
  return (
    <Form<Fields>
      form={form}
      layout="vertical"
      size={large ? "large" : "middle"}
      requiredMark={false}
      onFinish={({ current, chosen }) =>
        change.mutate(
          { current, new: chosen },
          {
            onSuccess: () => {
              form.resetFields();
              onDone?.();
            },
          },
        )
      }
    >
      <Form.Item
        name="current"
        label={t("session.change.current")}
        rules={[{ required: true, message: t("session.passwordMissing") }]}
      >
        <Input.Password autoFocus={large} autoComplete="current-password" />
      </Form.Item>
      <Form.Item
        name="chosen"
        label={t("session.change.new")}
        extra={t("session.change.help")}
        dependencies={["current"]}
        rules={[
          { required: true, message: t("session.change.missing") },
          { min: CHARACTERS, message: t("session.change.short") },
          ({ getFieldValue }) => ({
            validator: (_, value) =>
              value && value === getFieldValue("current")
                ? Promise.reject(new Error(t("session.change.same")))
                : Promise.resolve(),
          }),
        ]}
      >
        <Input.Password autoComplete="new-password" />
      </Form.Item>
      <Form.Item
        name="again"
        label={t("session.change.again")}
        dependencies={["chosen"]}
        rules={[
          ({ getFieldValue }) => ({
            validator: (_, value) =>
              value === getFieldValue("chosen")
                ? Promise.resolve()
                : Promise.reject(new Error(t("session.change.differs"))),
          }),
        ]}
      >
        <Input.Password autoComplete="new-password" />
      </Form.Item>
      {change.isError && (
        <Alert
          type="error"
          showIcon
          title={
            problem?.type === "access.wrong_credentials"
              ? t("session.change.wrong")
              : problem
                ? t("session.change.failed", { detail: problem.detail })
                : t("session.errors.network")
          }
          style={{ marginBottom: 16 }}
        />
      )}
      <Button type="primary" htmlType="submit" block={large} loading={change.isPending}>
        {act}
      </Button>
    </Form>
  );
}
