import { count } from "@yutang/ui";
import { Alert, Button, Drawer, Form, InputNumber, Select, Switch } from "antd";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import {
  type Preferences,
  type PreferencesChange,
  useChangePreferences,
  usePreferences,
} from "../../../shared/preferences.ts";

const MESSAGES = [1, 3, 5, 10] as const;
const PERCENT = 100;

type Whole =
  | "staff_customer_limit"
  | "corp_customer_limit"
  | "code_limit"
  | "tag_limit"
  | "silent_days";

/** What the corp chose: ceilings that WeCom raised for it, when to warn, what counts as active. */
export function Limits({ mayChange }: { mayChange: boolean }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button
        disabled={!mayChange}
        title={mayChange ? undefined : t("room.limits.locked")}
        onClick={() => setOpen(true)}
      >
        {t("room.limits.open")}
      </Button>
      <Drawer
        open={open}
        onClose={() => setOpen(false)}
        title={t("room.limits.title")}
        size={480}
        destroyOnHidden
      >
        <Loaded onDone={() => setOpen(false)} />
      </Drawer>
    </>
  );
}

function Loaded({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation();
  const read = usePreferences();
  if (read.isError) return <Alert type="error" showIcon title={t("room.limits.failed")} />;
  return read.data ? <Fields read={read.data} onDone={onDone} /> : null;
}

function Fields({ read, onDone }: { read: Preferences; onDone: () => void }) {
  const { t } = useTranslation();
  const [wanted, setWanted] = useState<PreferencesChange>({});
  const change = useChangePreferences();
  const set = (more: PreferencesChange) => setWanted({ ...wanted, ...more });
  const now = { ...read, ...wanted };
  const whole = (name: Whole) => ({
    id: `limits-${name}`,
    value: now[name] ?? read[name],
    className: "room-limit",
    precision: 0,
    formatter: (value: number | string | undefined) => count(Number(value)),
    parser: (text: string | undefined) => Number((text ?? "").replace(/\D/g, "")),
    onChange: (value: number | null) => value !== null && set({ [name]: value }),
  });
  return (
    <Form
      layout="vertical"
      onFinish={() =>
        change.mutate({ version: read.version, change: wanted }, { onSuccess: onDone })
      }
    >
      <Field name="staff_customer_limit">
        <InputNumber {...whole("staff_customer_limit")} min={5000} max={20_000} step={1000} />
      </Field>
      <Field name="corp_customer_limit">
        <InputNumber
          {...whole("corp_customer_limit")}
          min={50_000}
          max={100_000_000}
          step={50_000}
        />
      </Field>
      <Field name="code_limit">
        <InputNumber {...whole("code_limit")} min={1000} max={10_000_000} step={10_000} />
      </Field>
      <Field name="tag_limit">
        <InputNumber {...whole("tag_limit")} min={1000} max={100_000} step={1000} />
      </Field>
      <Field name="warn_share">
        <InputNumber
          id="limits-warn_share"
          className="room-limit"
          value={Math.round((now.warn_share ?? read.warn_share) * PERCENT)}
          min={50}
          max={99}
          precision={0}
          suffix="%"
          onChange={(value) => value !== null && set({ warn_share: value / PERCENT })}
        />
      </Field>
      <Field name="activation_messages">
        <Select
          id="limits-activation_messages"
          value={now.activation_messages ?? read.activation_messages}
          onChange={(value) => set({ activation_messages: value })}
          options={MESSAGES.map((value) => ({
            value,
            label: t("room.limits.messages", { count: value }),
          }))}
        />
      </Field>
      <Field name="silent_days">
        <InputNumber {...whole("silent_days")} min={7} max={365} />
      </Field>
      <Field name="notify_losses">
        <Switch
          id="limits-notify_losses"
          checked={now.notify_losses ?? read.notify_losses}
          onChange={(value) => set({ notify_losses: value })}
        />
      </Field>
      {change.isError && <Alert type="error" showIcon title={t("room.limits.refused")} />}
      <div className="room-acts">
        <Button onClick={onDone}>{t("common.cancel")}</Button>
        <Button
          type="primary"
          htmlType="submit"
          loading={change.isPending}
          disabled={Object.keys(wanted).length === 0}
        >
          {t("room.limits.save")}
        </Button>
      </div>
    </Form>
  );
}

function Field({ name, children }: { name: string; children: ReactNode }) {
  const { t } = useTranslation();
  return (
    <Form.Item
      label={t(`room.limits.${name}.label`)}
      htmlFor={`limits-${name}`}
      extra={t(`room.limits.${name}.help`)}
    >
      {children}
    </Form.Item>
  );
}
