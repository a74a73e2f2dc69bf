import { ProblemError } from "@yutang/api";
import { Mark } from "@yutang/ui";
import { Alert, Button, Form, Input } from "antd";
import { useTranslation } from "react-i18next";
import { useChangePassword, useSignOut } from "../api/session.ts";

interface Fields {
  current: string;
  chosen: string;
  again: string;
}

const CHARACTERS = 8;

/** The first password is known to others; nothing opens before it is replaced. */
export function ChoosePassword() {
  const { t } = useTranslation();
  const change = useChangePassword();
  const signOut = useSignOut();
  const problem = change.error instanceof ProblemError ? change.error.problem : null;
  return (
    <main className="sign-in">
      <div className="sign-in-mark" aria-hidden="true">
        <Mark size={28} />
      </div>
      <h1>{t("session.change.title")}</h1>
      <p className="meta">{t("session.change.why")}</p>
      <Form<Fields>
        layout="vertical"
        size="large"
        requiredMark={false}
        onFinish={({ current, chosen }) => change.mutate({ current, new: chosen })}
      >
        <Form.Item
          name="current"
          label={t("session.password")}
          rules={[{ required: true, message: t("session.passwordMissing") }]}
        >
          <Input.Password autoFocus autoComplete="current-password" />
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
                ? t("session.errors.wrong_credentials")
                : problem
                  ? t("session.change.failed", { detail: problem.detail })
                  : t("session.errors.network")
            }
            style={{ marginBottom: 16 }}
          />
        )}
        <Button type="primary" htmlType="submit" block loading={change.isPending}>
          {t("session.change.submit")}
        </Button>
        <Button type="link" block onClick={() => signOut.mutate()}>
          {t("session.signOut")}
        </Button>
      </Form>
    </main>
  );
}
