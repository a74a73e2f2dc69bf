import { ProblemError } from "@yutang/api";
import { Mark } from "@yutang/ui";
import { Alert, Button, Divider, Form, Input } from "antd";
import { QrCode } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useDoors, useSignIn } from "../api/session.ts";

interface Props {
  /** The person was signed in a moment ago and comes back to the same page. */
  expired: boolean;
}

interface Fields {
  login: string;
  password: string;
  code?: string;
}

/** Where sign-in by WeCom begins; it comes back to this page, without what was wrong last time. */
function byWecom(corpid: string): string {
  const here = new URLSearchParams(location.search);
  here.delete("why");
  const query = here.toString();
  const to = location.pathname + (query ? `?${query}` : "");
  return `/api/session/wecom?${new URLSearchParams({ corp: corpid, to })}`;
}

export function SignIn({ expired }: Props) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Fields>();
  const signIn = useSignIn();
  const doors = useDoors();
  const problem = signIn.error instanceof ProblemError ? signIn.error.problem : null;
  const asksCode = problem?.type === "access.code_needed" || problem?.type === "access.wrong_code";
  const key = problem
    ? `session.errors.${problem.type.replace("access.", "")}`
    : "session.errors.network";
  const why = new URLSearchParams(location.search).get("why");
  const corpid = doors.data?.corpid;
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
      {why && !signIn.isError && (
        <Alert
          type="error"
          showIcon
          title={t([`session.wecom.why.${why.replace(".", "_")}`, "session.wecom.why.other"], {
            why,
          })}
          style={{ marginBottom: 16 }}
        />
      )}
      <Form<Fields>
        form={form}
        layout="vertical"
        size="large"
        requiredMark={false}
        onFinish={(values) => signIn.mutate(values)}
      >
        <div hidden={asksCode}>
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
        </div>
        {asksCode && (
          <Form.Item
            name="code"
            label={t("session.code.label")}
            extra={t("session.code.help")}
            rules={[{ required: true, message: t("session.code.missing") }]}
          >
            <Input autoFocus autoComplete="one-time-code" maxLength={30} />
          </Form.Item>
        )}
        {signIn.isError && problem?.type !== "access.code_needed" && (
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
        {asksCode && (
          <Button
            type="link"
            block
            onClick={() => {
              signIn.reset();
              form.resetFields(["code", "password"]);
            }}
          >
            {t("session.code.back")}
          </Button>
        )}
      </Form>
      {corpid && !asksCode && (
        <>
          <Divider plain>{t("session.or")}</Divider>
          <Button
            block
            size="large"
            href={byWecom(corpid)}
            icon={<QrCode size={16} aria-hidden="true" />}
          >
            {t("session.wecom.scan")}
          </Button>
        </>
      )}
      <p className="meta sign-in-foot">{t("session.lockedOut")}</p>
    </main>
  );
}
