import { ProblemError } from "@yutang/api";
import { State } from "@yutang/ui";
import { Alert, App, Button, Form, Input, Modal } from "antd";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import {
  type Session,
  useBeginFactor,
  useConfirmFactor,
  useEndFactor,
  useRenewCodes,
} from "../api/session.ts";

const FEW = 3;

/** A code after the password: set up in two steps, with ten codes to fall back on. */
export function SecondFactor({ user }: { user: Session["user"] }) {
  const { t } = useTranslation();
  const [doing, setDoing] = useState<"begin" | "end" | "renew">();
  const [codes, setCodes] = useState<readonly string[]>();
  const close = () => setDoing(undefined);
  const show = (found: readonly string[]) => {
    close();
    setCodes(found);
  };
  return (
    <section aria-labelledby="account-factor">
      <div className="account-head">
        <h2 id="account-factor">{t("session.factor.title")}</h2>
        <State
          tone={user.second_factor ? "ok" : "off"}
          word={t(user.second_factor ? "session.factor.on" : "session.factor.off")}
        />
      </div>
      <p className="meta">{t("session.factor.about")}</p>
      {user.second_factor ? (
        <>
          <p className={user.recovery_codes <= FEW ? "account-few" : "meta"}>
            {t("session.factor.left", { count: user.recovery_codes })}
          </p>
          <div className="account-acts">
            <Button onClick={() => setDoing("renew")}>{t("session.factor.renew")}</Button>
            <Button onClick={() => setDoing("end")}>{t("session.factor.end")}</Button>
          </div>
        </>
      ) : (
        <Button onClick={() => setDoing("begin")}>{t("session.factor.begin")}</Button>
      )}
      {doing === "begin" && <Begin onClose={close} onDone={show} />}
      {doing === "renew" && <Renew onClose={close} onDone={show} />}
      {doing === "end" && <End onClose={close} />}
      {codes && <Codes codes={codes} onClose={() => setCodes(undefined)} />}
    </section>
  );
}

function useTrouble(): (error: Error | null) => string | undefined {
  const { t } = useTranslation();
  return (error) => {
    if (error === null) return undefined;
    if (!(error instanceof ProblemError)) return t("session.errors.network");
    const { type, detail } = error.problem;
    return type === "access.wrong_credentials"
      ? t("session.change.wrong")
      : t([`session.errors.${type.replace("access.", "")}`, "session.factor.failed"], { detail });
  };
}

interface StepProps {
  title: string;
  act: string;
  pending: boolean;
  error: Error | null;
  onAct: (values: { password: string; code: string }) => void;
  onClose: () => void;
  asks: readonly ("password" | "code")[];
  children?: ReactNode;
}

function Step({ title, act, pending, error, onAct, onClose, asks, children }: StepProps) {
  const { t } = useTranslation();
  const [form] = Form.useForm<{ password: string; code: string }>();
  const trouble = useTrouble()(error);
  return (
    <Modal
      open
      width={480}
      title={title}
      okText={act}
      cancelText={t("common.cancel")}
      okButtonProps={{ loading: pending }}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <Form
        className="account-step"
        form={form}
        layout="vertical"
        requiredMark={false}
        onFinish={onAct}
      >
        {children}
        {asks.map((what, place) => (
          <Form.Item
            key={what}
            name={what}
            label={t(what === "password" ? "session.password" : "session.code.label")}
            rules={[
              {
                required: true,
                message: t(
                  what === "password" ? "session.passwordMissing" : "session.code.missing",
                ),
              },
            ]}
          >
            {what === "password" ? (
              <Input.Password autoFocus={place === 0} autoComplete="current-password" />
            ) : (
              <Input autoFocus={place === 0} autoComplete="one-time-code" maxLength={30} />
            )}
          </Form.Item>
        ))}
        {trouble && <Alert type="error" showIcon title={trouble} />}
      </Form>
    </Modal>
  );
}

interface Done {
  onClose: () => void;
  onDone: (codes: readonly string[]) => void;
}

function Begin({ onClose, onDone }: Done) {
  const { t } = useTranslation();
  const begin = useBeginFactor();
  const confirm = useConfirmFactor();
  const offer = begin.data;
  if (!offer) {
    return (
      <Step
        title={t("session.factor.begin")}
        act={t("session.factor.next")}
        asks={["password"]}
        pending={begin.isPending}
        error={begin.error}
        onAct={({ password }) => begin.mutate(password)}
        onClose={onClose}
      />
    );
  }
  return (
    <Step
      title={t("session.factor.scan")}
      act={t("session.factor.turnOn")}
      asks={["code"]}
      pending={confirm.isPending}
      error={confirm.error}
      onAct={({ code }) => confirm.mutate(code, { onSuccess: (made) => onDone(made.codes) })}
      onClose={onClose}
    >
      <p>{t("session.factor.scanHow")}</p>
      <img
        className="account-qr"
        src={offer.picture}
        alt={t("session.factor.picture")}
        width={200}
        height={200}
      />
      <p className="meta">
        {t("session.factor.byHand")} <span className="account-secret">{offer.secret}</span>
      </p>
    </Step>
  );
}

function Renew({ onClose, onDone }: Done) {
  const { t } = useTranslation();
  const renew = useRenewCodes();
  return (
    <Step
      title={t("session.factor.renew")}
      act={t("session.factor.renewAct")}
      asks={["password"]}
      pending={renew.isPending}
      error={renew.error}
      onAct={({ password }) => renew.mutate(password, { onSuccess: (made) => onDone(made.codes) })}
      onClose={onClose}
    >
      <p>{t("session.factor.renewWhy")}</p>
    </Step>
  );
}

function End({ onClose }: Pick<Done, "onClose">) {
  const { t } = useTranslation();
  const end = useEndFactor();
  return (
    <Step
      title={t("session.factor.end")}
      act={t("session.factor.end")}
      asks={["password", "code"]}
      pending={end.isPending}
      error={end.error}
      onAct={(both) => end.mutate(both, { onSuccess: onClose })}
      onClose={onClose}
    >
      <p>{t("session.factor.endWhy")}</p>
    </Step>
  );
}

function Codes({ codes, onClose }: { codes: readonly string[]; onClose: () => void }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  return (
    <Modal
      open
      width={480}
      title={t("session.factor.codes")}
      closable={false}
      mask={{ closable: false }}
      keyboard={false}
      footer={[
        <Button
          key="copy"
          onClick={async () => {
            await navigator.clipboard.writeText(codes.join("\n"));
            message.success(t("session.factor.copied"));
          }}
        >
          {t("session.factor.copy")}
        </Button>,
        <Button key="done" type="primary" autoFocus onClick={onClose}>
          {t("session.factor.kept")}
        </Button>,
      ]}
    >
      <p>{t("session.factor.codesWhy")}</p>
      <ul className="account-codes">
        {codes.map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ul>
    </Modal>
  );
}
