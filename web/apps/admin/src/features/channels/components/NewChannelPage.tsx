import { ProblemError } from "@yutang/api";
import { byteLength } from "@yutang/ui";
import { Alert, Button, Form, Input, Select, Switch, TreeSelect, Upload } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import {
  type NewChannel,
  uploadPicture,
  useCreateChannel,
  useStaff,
  useTags,
} from "../api/channels.ts";
import { type Draft, room, toChannel } from "./draft.ts";
import { PhonePreview } from "./PhonePreview.tsx";

interface Props {
  company: string;
  onDone: (id: number) => void;
  onCancel: () => void;
}

export function NewChannelPage({ company, onDone, onCancel }: Props) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Draft>();
  const draft = Form.useWatch([], form) as Partial<Draft> | undefined;
  const [search, setSearch] = useState("");
  const [picture, setPicture] = useState<{ id: number; url: string }>();
  const [pictureError, setPictureError] = useState("");
  const staff = useStaff(search);
  const tags = useTags();
  const create = useCreateChannel();
  const text = draft?.text ?? "";
  const link =
    draft?.linkUrl && draft.linkTitle
      ? { title: draft.linkTitle, description: draft.linkDescription ?? "" }
      : undefined;
  const chosen = staff.data?.items.find((one) => one.id === draft?.staff_ids?.[0]);

  const submit = (values: Draft) => {
    const body: NewChannel = toChannel(values, picture?.id);
    create.mutate(body, { onSuccess: (channel) => onDone(channel.id) });
  };

  return (
    <>
      <header className="page-head">
        <h1>{t("channels.newTitle")}</h1>
      </header>
      <div className="editor">
        <Form<Draft>
          form={form}
          layout="vertical"
          requiredMark={false}
          initialValues={{ skip_verify: true, staff_ids: [], tag_ids: [] }}
          onFinish={submit}
          className="editor-form"
        >
          <h2>{t("channels.sections.code")}</h2>
          <Form.Item
            name="name"
            label={t("channels.fields.name")}
            extra={t("channels.fields.nameHelp")}
            rules={[{ required: true, message: t("channels.fields.nameMissing") }]}
          >
            <Input maxLength={60} autoFocus />
          </Form.Item>
          <h2>{t("channels.sections.staff")}</h2>
          <Form.Item
            name="staff_ids"
            label={t("channels.fields.staff")}
            extra={t("channels.fields.staffHelp", { n: draft?.staff_ids?.length ?? 0 })}
            rules={[{ required: true, message: t("channels.fields.staffMissing") }]}
          >
            <Select
              mode="multiple"
              showSearch={{ filterOption: false, onSearch: setSearch }}
              loading={staff.isFetching}
              placeholder={t("channels.fields.staffSearch")}
              options={(staff.data?.items ?? []).map((one) => ({
                value: one.id,
                label: `${one.name} · ${one.departments[0]?.name ?? one.account}`,
              }))}
            />
          </Form.Item>
          <Form.Item
            name="skip_verify"
            label={t("channels.fields.skipVerify")}
            valuePropName="checked"
            extra={t("channels.fields.skipVerifyHelp")}
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
          <Form.Item
            name="text"
            label={t("channels.fields.text")}
            extra={t("channels.fields.textHelp", { n: room(text) })}
          >
            <Input.TextArea autoSize={{ minRows: 3, maxRows: 10 }} />
          </Form.Item>
          {text.includes("{name}") && (
            <Form.Item
              name="text_nameless"
              label={t("channels.fields.nameless")}
              extra={t("channels.fields.namelessHelp")}
              rules={[{ required: true, message: t("channels.fields.namelessMissing") }]}
            >
              <Input.TextArea autoSize={{ minRows: 2, maxRows: 10 }} />
            </Form.Item>
          )}
          <Form.Item
            label={t("channels.fields.picture")}
            {...(pictureError ? { validateStatus: "error", help: pictureError } : {})}
          >
            <Upload
              accept="image/png,image/jpeg"
              showUploadList={false}
              beforeUpload={async (file) => {
                setPictureError("");
                try {
                  const stored = await uploadPicture(file);
                  setPicture({ id: stored.id, url: URL.createObjectURL(file) });
                } catch (error) {
                  setPictureError(
                    error instanceof ProblemError ? error.problem.detail : String(error),
                  );
                }
                return Upload.LIST_IGNORE;
              }}
            >
              <Button>
                {picture ? t("channels.fields.otherPicture") : t("channels.fields.choosePicture")}
              </Button>
            </Upload>
          </Form.Item>
          <Form.Item
            name="linkUrl"
            label={t("channels.fields.link")}
            rules={[{ type: "url", message: t("channels.fields.linkWrong") }]}
          >
            <Input placeholder="https://" />
          </Form.Item>
          {draft?.linkUrl && (
            <>
              <Form.Item
                name="linkTitle"
                label={t("channels.fields.linkTitle")}
                rules={[
                  { required: true, message: t("channels.fields.linkTitleMissing") },
                  {
                    validator: (_, value: string) =>
                      byteLength(value ?? "") <= 128
                        ? Promise.resolve()
                        : Promise.reject(new Error(t("channels.fields.linkTitleLong"))),
                  },
                ]}
              >
                <Input />
              </Form.Item>
              <Form.Item name="linkDescription" label={t("channels.fields.linkDescription")}>
                <Input />
              </Form.Item>
            </>
          )}
          {create.isError && (
            <Alert
              type="error"
              showIcon
              title={
                create.error instanceof ProblemError
                  ? t("channels.refused", { detail: create.error.problem.detail })
                  : t("common.offline")
              }
            />
          )}
          <footer className="editor-foot">
            <span className="meta">{t("channels.footNote")}</span>
            <Button onClick={onCancel}>{t("common.cancel")}</Button>
            <Button type="primary" htmlType="submit" loading={create.isPending}>
              {t("channels.create")}
            </Button>
          </footer>
        </Form>
        <PhonePreview
          text={text}
          picture={picture?.url}
          link={link}
          staffName={chosen?.name}
          company={company}
        />
      </div>
    </>
  );
}
