import { ProblemError } from "@yutang/api";
import { Mark } from "@yutang/ui";
import { Alert, Button, Form, Input } from "antd";
import { useTranslation } from "react-i18next";
import { useSignIn } from "../api/session.ts";

interface Props {
  /** The person was signed in a moment ago and comes back to the same page. */
  expired: boolean;
}

export function SignIn({ expired }: Props) {
  const { t } = useTranslation();
  const signIn = useSignIn();
  const problem = signIn.error instanceof ProblemError ? signIn.error.problem : null;
  const key = problem
    ? `session.errors.${problem.type.replace("access.", "")}`
    : "session.errors.network";
  return (
    <main className="sign-in">
      <div className="sign-in-mark" aria-hidden="true">
        <Mark size={28} />
      </div>
      <h1>{t("session.title")}</h1>
      <p className="meta">{t("session.purpose")}</p>
      {expired && (
        <Alert type="info" showIcon title={t("session.expired")} style={{ marginBottom: 16 }} />
      )}
      <Form
        layout="vertical"
        size="large"
        requiredMark={false}
        onFinish={(values) => signIn.mutate(values)}
      >
        <Form.Item
          name="login"
          label={t("session.login")}
          rules={[{ required: true, message: t("session.loginMissing") }]}
        >
          <Input autoFocus autoComplete="username" />
        </Form.Item>
        <Form.Item
          name="password"
          label={t("session.password")}
          rules={[{ required: true, message: t("session.passwordMissing") }]}
        >
          <Input.Password autoComplete="current-password" />
        </Form.Item>
        {signIn.isError && (
          <Alert
            type="error"
            showIcon
            title={t([key, "session.errors.other"], { detail: problem?.detail ?? "" })}
            style={{ marginBottom: 16 }}
          />
        )}
        <Button type="primary" htmlType="submit" block loading={signIn.isPending}>
          {t("session.signIn")}
        </Button>
      </Form>
      <p className="meta">{t("session.lockedOut")}</p>
    </main>
  );
}
