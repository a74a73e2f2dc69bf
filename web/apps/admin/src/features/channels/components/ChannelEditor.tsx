import { useBlocker } from "@tanstack/react-router";
import { ProblemError } from "@yutang/api";
import { shortMoment } from "@yutang/ui";
import { Alert, Button, Form, Input, Modal, Switch, TreeSelect } from "antd";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useTags } from "../../../shared/choices.ts";
import { WelcomeFields } from "../../../shared/WelcomeFields.tsx";
import { useSaveChannel } from "../api/channels.ts";
import { useSavePageCode } from "../api/pagecodes.ts";
import { type Draft, forgetDraft, keepDraft, keptDraft, toChannel } from "./draft.ts";
import { Previews } from "./Previews.tsx";
import { KindChoice } from "./page/KindChoice.tsx";
import { RuleFields } from "./page/RuleFields.tsx";
import { toRule, usualPage } from "./page/rule.ts";
import { StaffPicker } from "./StaffPicker.tsx";

interface Props {
  kept: string;
  start: Draft;
  edited: { id: number; version: number } | undefined;
  company: string;
  zone: string;
  onDone: (id: number) => void;
  onCancel: () => void;
}

const KEEP_AFTER_MS = 500;

export function ChannelEditor({ kept, start, edited, company, zone, onDone, onCancel }: Props) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Draft>();
  const [found] = useState(() => keptDraft(kept));
  const [initial] = useState<Draft>(found?.draft ?? start);
  const [draft, setDraft] = useState<Draft>(initial);
  const [keptAt, setKeptAt] = useState(found?.at);
  const [restored, setRestored] = useState(found !== undefined);
  const [pictureUrl, setPictureUrl] = useState<string>();
  const sent = useRef(false);
  const tags = useTags();
  const direct = useSaveChannel(edited);
  const paged = useSavePageCode(edited);
  const save = draft.page ? paged : direct;
  const whole = (one: Draft) => JSON.stringify([toChannel(one), one.page]);
  const dirty = whole(draft) !== whole(start);

  useEffect(() => {
    if (!dirty || sent.current) return;
    const timer = setTimeout(() => setKeptAt(keepDraft(kept, draft)), KEEP_AFTER_MS);
    return () => clearTimeout(timer);
  }, [draft, dirty, kept]);

  const leaving = useBlocker({
    shouldBlockFn: () => dirty && !sent.current,
    enableBeforeUnload: () => dirty && !sent.current,
    withResolver: true,
  });

  const startAnew = () => {
    forgetDraft(kept);
    form.resetFields();
    form.setFieldsValue({ ...start });
    setDraft(start);
    setRestored(false);
    setKeptAt(undefined);
  };
  const onSuccess = ({ id }: { id: number }) => {
    sent.current = true;
    forgetDraft(kept);
    onDone(id);
  };
  const submit = () =>
    draft.page
      ? paged.mutate({ ...toChannel(draft), rule: toRule(draft.page, draft.staff) }, { onSuccess })
      : direct.mutate(toChannel(draft), { onSuccess });
  const change = (more: Partial<Draft>) => setDraft((now) => ({ ...now, ...more }));
  const n = draft.staff.filter((one) => !one.left).length;

  return (
    <>
      <header className="page-head">
        <h1>{edited ? t("channels.editTitle", { name: start.name }) : t("channels.newTitle")}</h1>
        <span className="meta num" aria-live="polite">
          {keptAt && dirty && t("channels.draftKept", { time: shortMoment(keptAt, zone) })}
        </span>
      </header>
      {restored && (
        <Alert
          type="info"
          showIcon
          title={t("channels.draftRestored")}
          action={<Button onClick={startAnew}>{t("channels.draftDrop")}</Button>}
        />
      )}
      <div className="editor">
        <Form<Draft>
          form={form}
          layout="vertical"
          requiredMark={false}
          initialValues={initial}
          onValuesChange={(changed: Partial<Draft>) => change(changed)}
          onFinish={submit}
          className="editor-form"
        >
          <h2>{t("channels.sections.code")}</h2>
          {!edited && (
            <KindChoice
              value={draft.page ? "page" : "direct"}
              onChange={(kind) => change({ page: kind === "page" ? usualPage : undefined })}
            />
          )}
          <Form.Item
            name="name"
            label={t("channels.fields.name")}
            extra={t("channels.fields.nameHelp")}
            rules={[
              { required: true, whitespace: true, message: t("channels.fields.nameMissing") },
            ]}
          >
            <Input maxLength={60} autoFocus />
          </Form.Item>
          <h2>{t("channels.sections.staff")}</h2>
          <Form.Item
            name="staff"
            label={t("channels.fields.staff")}
            extra={draft.page ? undefined : t("channels.fields.staffPick")}
            rules={[
              { type: "array", min: 1, message: t("channels.fields.staffMissing") },
              { type: "array", max: 100, message: t("channels.fields.staffMany") },
            ]}
          >
            <StaffPicker />
          </Form.Item>
          {n > 0 && (
            <Alert
              type="info"
              showIcon
              title={
                draft.page
                  ? t("pagecodes.will")
                  : t(n === 1 ? "channels.willOne" : "channels.willMany", {
                      n,
                      name: draft.staff.find((one) => !one.left)?.name,
                    })
              }
            />
          )}
          {draft.page && (
            <RuleFields
              page={draft.page}
              staff={draft.staff}
              channelId={edited?.id}
              onChange={(page) => change({ page })}
            />
          )}
          <Form.Item
            name="skip_verify"
            label={t("channels.fields.skipVerify")}
            valuePropName="checked"
            extra={t(draft.skip_verify ? "channels.willAccept" : "channels.willAsk")}
          >
            <Switch aria-label={t("channels.fields.skipVerify")} />
          </Form.Item>
          <h2>{t("channels.sections.after")}</h2>
          <Form.Item name="tag_ids" label={t("channels.fields.tags")}>
            <TreeSelect
              multiple
              treeDefaultExpandAll
              treeCheckable
              allowClear
              loading={tags.isPending}
              treeData={(tags.data?.items ?? []).map((group) => ({
                title: group.name,
                value: `group-${group.id}`,
                selectable: false,
                checkable: false,
                children: group.tags.map((tag) => ({ title: tag.name, value: tag.id })),
              }))}
            />
          </Form.Item>
          <WelcomeFields
            draft={draft}
            onInsert={(text) => {
              form.setFieldsValue({ text });
              change({ text });
            }}
            onPicture={(picture, url) => {
              change({ picture });
              setPictureUrl(url);
            }}
          />
          {save.isError && <SaveFault error={save.error} />}
          <footer className="editor-foot">
            <span className="meta">{t(edited ? "channels.editNote" : "channels.footNote")}</span>
            <Button onClick={onCancel}>{t("common.cancel")}</Button>
            <Button type="primary" htmlType="submit" loading={save.isPending}>
              {t(edited ? "channels.save" : "channels.create")}
            </Button>
          </footer>
        </Form>
        <Previews draft={draft} company={company} pictureUrl={pictureUrl} />
      </div>
      <Modal
        open={leaving.status === "blocked"}
        width={480}
        title={t("channels.leaveTitle")}
        okText={t("channels.leave")}
        cancelText={t("channels.stay")}
        onOk={() => leaving.proceed?.()}
        onCancel={() => leaving.reset?.()}
      >
        {t("channels.leaveBody")}
      </Modal>
    </>
  );
}

function SaveFault({ error }: { error: Error }) {
  const { t, i18n } = useTranslation();
  if (!(error instanceof ProblemError)) {
    return <Alert type="error" showIcon title={t("common.offline")} />;
  }
  const { type, detail } = error.problem;
  const [family, name] = type.split(".");
  const known =
    family === "page_codes"
      ? `pagecodes.faults.${name}`
      : `channels.faults.${type.replace("channels.", "").replace(".", "_")}`;
  return (
    <Alert
      type="error"
      showIcon
      title={i18n.exists(known) ? t(known) : t("channels.refused", { detail })}
      action={
        type === "channels.changed_meanwhile" && (
          <Button onClick={() => location.reload()}>{t("channels.loadAnew")}</Button>
        )
      }
    />
  );
}
