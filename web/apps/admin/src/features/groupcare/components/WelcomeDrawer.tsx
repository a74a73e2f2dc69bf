import { State } from "@yutang/ui";
import { Alert, App, Button, Form, Input } from "antd";
import { useTranslation } from "react-i18next";
import { FormDrawer } from "../../../shared/FormDrawer.tsx";
import { ReachFields } from "../../../shared/ReachFields.tsx";
import { SureButton } from "../../../shared/SureButton.tsx";
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
  const save = useSaveWelcome((saved) => {
    message.success(t("groupcare.saved", { name: saved.name }));
    onClose();
  });
  const remove = useDeleteWelcome(onClose);
  const retry = useRetryWelcome();
  const trouble = save.error ?? remove.error ?? retry.error;
  const locked = !mayWrite || known?.status === "deleting";
  return (
    <FormDrawer<Draft>
      title={known?.name ?? t("groupcare.welcomes.add")}
      state={
        known && (
          <State tone={statusTones[known.status]} word={t(`groupcare.status.${known.status}`)} />
        )
      }
      lead={
        <>
          {known && <Trouble known={known} mayWrite={mayWrite} retry={retry} />}
          {!mayWrite && <p className="meta">{t("groupcare.locked")}</p>}
        </>
      }
      locked={locked}
      act={t(known ? "groupcare.save" : "groupcare.welcomes.create")}
      saving={save.isPending}
      remove={
        known &&
        !locked && (
          <SureButton
            ask={t("groupcare.welcomes.deleteAsk", { name: known.name })}
            what={t("groupcare.welcomes.deleteWhat")}
            act={t("groupcare.delete")}
            loading={remove.isPending}
            onSure={() => remove.mutate(known.id)}
          />
        )
      }
      trouble={trouble ? words(trouble) : undefined}
      initial={draftOf(known)}
      onSave={(draft) => {
        const lack = lackOf(draft);
        if (lack) message.error(t(`groupcare.lacks.${lack}`));
        else save.mutate({ known, body: welcomeOf(draft) });
      }}
      onClose={onClose}
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
    </FormDrawer>
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
