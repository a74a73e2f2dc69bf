import { State } from "@yutang/ui";
import { Alert, App, Button, Drawer, Form, Input, Popconfirm } from "antd";
import { useTranslation } from "react-i18next";
import { ReachFields } from "../../../shared/ReachFields.tsx";
import {
  useDeleteWelcome,
  useRetryWelcome,
  useSaveWelcome,
  WELCOME_BYTES,
  type Welcome,
} from "../api/groupcare.ts";
import { ContentFields } from "./ContentFields.tsx";
import { type Draft, draftOf, lackOf, welcomeOf } from "./draft.ts";
import { statusTones, useWords } from "./words.ts";

interface Props {
  known: Welcome | null;
  mayWrite: boolean;
  onClose: () => void;
}

export function WelcomeDrawer({ known, mayWrite, onClose }: Props) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const words = useWords();
  const [form] = Form.useForm<Draft>();
  const save = useSaveWelcome((saved) => {
    message.success(t("groupcare.saved", { name: saved.name }));
    onClose();
  });
  const remove = useDeleteWelcome(onClose);
  const retry = useRetryWelcome();
  const trouble = save.error ?? remove.error ?? retry.error;
  const locked = !mayWrite || known?.status === "deleting";
  return (
    <Drawer
      open
      size={560}
      title={known?.name ?? t("groupcare.welcomes.add")}
      onClose={onClose}
      extra={
        known && (
          <State tone={statusTones[known.status]} word={t(`groupcare.status.${known.status}`)} />
        )
      }
      footer={
        <div className="care-foot">
          {known && !locked && <Remove known={known} remove={remove} />}
          <span className="care-gap" />
          <Button onClick={onClose}>{t(locked ? "common.close" : "common.cancel")}</Button>
          {!locked && (
            <Button type="primary" loading={save.isPending} onClick={() => form.submit()}>
              {t(known ? "groupcare.save" : "groupcare.welcomes.create")}
            </Button>
          )}
        </div>
      }
    >
      {known && <Trouble known={known} mayWrite={mayWrite} retry={retry} />}
      {!mayWrite && <p className="meta">{t("groupcare.locked")}</p>}
      <Form<Draft>
        className="care-form"
        form={form}
        layout="vertical"
        requiredMark={false}
        disabled={locked}
        initialValues={draftOf(known)}
        onFinish={() => {
          const draft = { ...draftOf(known), ...form.getFieldsValue(true) };
          const lack = lackOf(draft);
          if (lack) message.error(t(`groupcare.lacks.${lack}`));
          else save.mutate({ known, body: welcomeOf(draft) });
        }}
      >
        <Form.Item
          name="name"
          label={t("groupcare.fields.name")}
          extra={t("groupcare.fields.nameAbout")}
          rules={[{ required: true, whitespace: true, message: t("groupcare.fields.nameMissing") }]}
        >
          <Input maxLength={20} autoFocus={known === null} />
        </Form.Item>
        <ContentFields most={WELCOME_BYTES} named about="" />
        <ReachFields known={known?.reach} />
        {known?.status === "active" && mayWrite && (
          <p className="meta">{t("groupcare.welcomes.anew")}</p>
        )}
        {trouble && <Alert type="error" showIcon title={words(trouble)} />}
      </Form>
    </Drawer>
  );
}

interface TroubleProps {
  known: Welcome;
  mayWrite: boolean;
  retry: ReturnType<typeof useRetryWelcome>;
}

/** What is wrong with it in WeCom, and the way out. */
function Trouble({ known, mayWrite, retry }: TroubleProps) {
  const { t } = useTranslation();
  const what = known.problem ?? (known.status === "gone" ? "gone" : undefined);
  if (what === undefined) return null;
  const again = mayWrite && what !== "unknown" && (
    <Button size="small" loading={retry.isPending} onClick={() => retry.mutate(known.id)}>
      {t(what === "gone" ? "groupcare.remake" : "groupcare.retry")}
    </Button>
  );
  return (
    <Alert
      className="care-trouble"
      type={what === "unknown" ? "warning" : "error"}
      showIcon
      title={t(`groupcare.problem.${what}`)}
      description={known.said && t("groupcare.said", { said: known.said })}
      action={again}
    />
  );
}

interface RemoveProps {
  known: Welcome;
  remove: ReturnType<typeof useDeleteWelcome>;
}

function Remove({ known, remove }: RemoveProps) {
  const { t } = useTranslation();
  return (
    <Popconfirm
      title={t("groupcare.welcomes.deleteAsk", { name: known.name })}
      description={t("groupcare.welcomes.deleteWhat")}
      okText={t("groupcare.delete")}
      cancelText={t("common.cancel")}
      onConfirm={() => remove.mutate(known.id)}
    >
      <Button danger loading={remove.isPending}>
        {t("groupcare.delete")}
      </Button>
    </Popconfirm>
  );
}
