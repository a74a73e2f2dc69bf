import { count, fullMoment, State } from "@yutang/ui";
import { Alert, App, Button, Drawer, Form, Input } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type Breach, useForgive } from "../api/grouprules.ts";
import { Ready } from "./Copy.tsx";
import { breachTones, useSaid, useWords } from "./words.ts";

interface Props {
  breach: Breach;
  zone: string;
  mayForgive: boolean;
  onClose: () => void;
}

const STEPS = ["open", "members", "remove", "say"] as const;

/** What is to be said or done about one breach, and the way to let it go. */
export function BreachDrawer({ breach, zone, mayForgive, onClose }: Props) {
  const { t } = useTranslation();
  const said = useSaid();
  const name = breach.person_name || t("grouprules.nameless");
  return (
    <Drawer
      open
      size={560}
      title={name}
      onClose={onClose}
      extra={
        <State tone={breachTones[breach.state]} word={t(`grouprules.states.${breach.state}`)} />
      }
    >
      <p>
        {t("grouprules.breach.what", {
          group: breach.group.name || t("groups.nameless"),
          kind: t(`grouprules.kinds.${breach.kind}`),
        })}
        {breach.ordinal > 0 &&
          t("grouprules.breach.ordinal", {
            n: count(breach.ordinal),
            days: count(breach.window_days),
          })}
      </p>
      {breach.note && <p className="meta">{breach.note}</p>}
      <p className="meta num">
        {t("grouprules.breach.by", {
          who: breach.recorded_by,
          time: fullMoment(breach.at, zone),
        })}
      </p>
      {breach.word && (
        <>
          <p>{t("grouprules.breach.tellHow")}</p>
          <Ready
            title={t("grouprules.breach.word")}
            name={t("grouprules.breach.word")}
            text={said(breach.word)}
          />
        </>
      )}
      {breach.state === "to_remove" && (
        <>
          {breach.present ? (
            <ol className="rules-steps">
              {STEPS.map((step) => (
                <li key={step}>{t(`grouprules.breach.steps.${step}`, { name })}</li>
              ))}
            </ol>
          ) : (
            <p>{t("grouprules.breach.gone")}</p>
          )}
          <p className="meta">{t("grouprules.breach.readBack")}</p>
        </>
      )}
      {breach.removed_at && (
        <p className="num">
          {t("grouprules.breach.removed", { time: fullMoment(breach.removed_at, zone) })}
        </p>
      )}
      {breach.announcement && (
        <Ready
          title={t("grouprules.breach.announcement")}
          name={t("grouprules.breach.announcement")}
          text={said(breach.announcement)}
        />
      )}
      {breach.state === "forgiven" && breach.forgiven_at && (
        <p className="num">
          {t("grouprules.breach.forgiven", {
            who: breach.forgiven_by ?? "",
            time: fullMoment(breach.forgiven_at, zone),
            why: breach.forgiven_why,
          })}
        </p>
      )}
      {mayForgive && breach.state !== "forgiven" && <Forgive breach={breach} />}
    </Drawer>
  );
}

function Forgive({ breach }: { breach: Breach }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const words = useWords();
  const [open, setOpen] = useState(false);
  const forgive = useForgive(() => {
    message.success(t("grouprules.breach.forgivenDone"));
    setOpen(false);
  });
  if (!open) {
    return (
      <Button className="rules-forgive" onClick={() => setOpen(true)}>
        {t("grouprules.breach.forgive")}
      </Button>
    );
  }
  return (
    <Form<{ reason: string }>
      className="rules-forgive"
      layout="vertical"
      requiredMark={false}
      onFinish={({ reason }) => forgive.mutate({ id: breach.id, reason: reason.trim() })}
    >
      <Form.Item
        name="reason"
        label={t("grouprules.breach.reason")}
        extra={t("grouprules.breach.reasonAbout")}
        rules={[{ required: true, whitespace: true, min: 2, message: t("grouprules.breach.why") }]}
      >
        <Input maxLength={200} autoFocus />
      </Form.Item>
      {forgive.isError && <Alert type="error" showIcon title={words(forgive.error)} />}
      <Button htmlType="submit" loading={forgive.isPending}>
        {t("grouprules.breach.forgive")}
      </Button>
    </Form>
  );
}
