import { ProblemError } from "@yutang/api";
import { Alert, Button, Drawer, Form, Input, Popconfirm, Select } from "antd";
import { useTranslation } from "react-i18next";
import { SureButton } from "../../../shared/SureButton.tsx";
import {
  type MadeWebhook,
  useKeepWebhook,
  useRemoveWebhook,
  useRenewSecret,
  type Webhook,
} from "../api/doors.ts";
import type { Kind } from "../api/notices.ts";

const TOLD: readonly string[] = [
  "fetch.refused",
  "notices.too_many_webhooks",
  "notices.unknown_webhook",
];

interface Draft {
  url: string;
  kinds: string[];
}

interface Props {
  /** None: a new one. */
  hook: Webhook | undefined;
  kinds: readonly Kind[];
  onClose: () => void;
  onMade: (made: MadeWebhook) => void;
}

/** Where a webhook is and what it is told; its secret and its end. */
export function WebhookDrawer({ hook, kinds, onClose, onMade }: Props) {
  const { t, i18n } = useTranslation();
  const [form] = Form.useForm<Draft>();
  const keep = useKeepWebhook();
  const renew = useRenewSecret();
  const remove = useRemoveWebhook();
  const words = i18n.language === "en" ? "en" : "zh";
  const error = keep.error ?? renew.error ?? remove.error;
  const trouble = (): string => {
    if (!(error instanceof ProblemError)) return t("common.offline");
    const { type, detail } = error.problem;
    return TOLD.includes(type)
      ? t(`byDoor.troubles.${type.replace(".", "_")}`)
      : t("byDoor.troubles.other", { detail });
  };
  return (
    <Drawer
      open
      size={480}
      title={t(hook ? "byDoor.hooks.change" : "byDoor.hooks.add")}
      onClose={onClose}
      footer={
        <div className="drawer-foot">
          <Button onClick={onClose}>{t("common.cancel")}</Button>
          <Button type="primary" loading={keep.isPending} onClick={() => form.submit()}>
            {t("byDoor.hooks.save")}
          </Button>
        </div>
      }
    >
      <Form<Draft>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ url: hook?.url ?? "", kinds: hook?.kinds ?? [] }}
        onFinish={(draft) =>
          keep.mutate(
            {
              id: hook?.id ?? null,
              url: draft.url.trim(),
              kinds: draft.kinds.length > 0 ? draft.kinds : null,
              enabled: hook?.enabled ?? true,
            },
            { onSuccess: (made) => (made ? onMade(made) : onClose()) },
          )
        }
      >
        <Form.Item
          name="url"
          label={t("byDoor.hooks.url")}
          extra={t("byDoor.hooks.urlHelp")}
          rules={[
            { required: true, pattern: /^\s*https?:\/\/\S+\s*$/, message: t("byDoor.hooks.noUrl") },
          ]}
        >
          <Input maxLength={2048} autoFocus inputMode="url" placeholder="https://" />
        </Form.Item>
        <Form.Item name="kinds" label={t("byDoor.hooks.kinds")} extra={t("byDoor.hooks.kindsHelp")}>
          <Select
            mode="multiple"
            showSearch={{ optionFilterProp: "label" }}
            placeholder={t("byDoor.hooks.every")}
            options={kinds.map((kind) => ({ value: kind.kind, label: kind.title[words] }))}
          />
        </Form.Item>
        {hook && (
          <div className="told-acts">
            <Popconfirm
              title={t("byDoor.secret.renewSure")}
              okText={t("byDoor.secret.renew")}
              cancelText={t("common.cancel")}
              onConfirm={() => renew.mutate(hook.id, { onSuccess: onMade })}
            >
              <Button loading={renew.isPending}>{t("byDoor.secret.renew")}</Button>
            </Popconfirm>
            <SureButton
              ask={t("byDoor.hooks.removeSure")}
              act={t("byDoor.hooks.remove")}
              loading={remove.isPending}
              onSure={() => remove.mutate(hook.id, { onSuccess: onClose })}
            />
          </div>
        )}
        {error && <Alert type="error" showIcon title={trouble()} />}
      </Form>
    </Drawer>
  );
}
