import { ProblemError } from "@yutang/api";
import { Alert, Button, Form, Input, InputNumber, Radio, Select, Skeleton, TreeSelect } from "antd";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { useChannelOptions, useStaffOptions, useTags } from "../../../shared/choices.ts";
import { type Code, useCode, useSaveCode, type Wish } from "../api/groupCodes.ts";
import { GroupSelect } from "./GroupSelect.tsx";
import { useProblem } from "./words.ts";
import "./groupcodes.css";

const USUAL: Wish = {
  name: "",
  title: "",
  scan_size: 200,
  total_size: 500,
  opens: "nobody",
  room_base_name: "",
  next_number: 1,
  tag_ids: [],
  group_ids: [],
};
const SIZE = 500;
const OPENS = ["nobody", "member", "wecom"] as const;

interface Props {
  /** The code that is edited. */
  id?: number | undefined;
  company: string;
  onDone: (id: number) => void;
  onCancel: () => void;
}

/** New or edited: one form, and what customers see beside it. */
export function EditorPage({ id, company, onDone, onCancel }: Props) {
  const { t } = useTranslation();
  const code = useCode(id);
  // What is edited stays what it was when it was opened, whatever arrives meanwhile.
  const read = useMemo(() => code.data, [code.data?.id]);
  if (id !== undefined && code.isPending) return <Skeleton active paragraph={{ rows: 10 }} />;
  if (id !== undefined && !read) {
    const gone = code.error instanceof ProblemError && code.error.problem.status === 404;
    return (
      <Alert
        type="error"
        showIcon
        title={t(gone ? "groupcodes.notFound" : "groupcodes.loadFailed")}
        action={<Button onClick={onCancel}>{t("groupcodes.back")}</Button>}
      />
    );
  }
  return (
    <Editor key={id ?? "new"} code={read} company={company} onDone={onDone} onCancel={onCancel} />
  );
}

interface EditorProps extends Omit<Props, "id"> {
  code: Code | undefined;
}

function Editor({ code, company, onDone, onCancel }: EditorProps) {
  const { t } = useTranslation();
  const say = useProblem();
  const [form] = Form.useForm<Wish>();
  const [draft, setDraft] = useState<Wish>({ ...USUAL, ...code });
  const tags = useTags();
  const save = useSaveCode(code && { id: code.id, version: code.version });
  const submit = () => {
    const { group_ids, ...rest } = { ...draft, ...form.getFieldsValue(true) };
    const body = Object.fromEntries(
      Object.keys(USUAL).flatMap((key) => (key in rest ? [[key, rest[key as never]]] : [])),
    ) as unknown as Wish;
    save.mutate(
      {
        ...body,
        opener_staff_id: rest.opener_staff_id ?? null,
        fallback_channel_id: rest.fallback_channel_id ?? null,
        ...(code ? {} : { group_ids: group_ids ?? [] }),
      },
      { onSuccess: (saved) => onDone(saved.id) },
    );
  };
  const opens = draft.opens ?? "nobody";
  const next = `${draft.room_base_name ?? ""}${draft.next_number ?? 1}`;
  return (
    <>
      <header className="page-head">
        <h1>{code ? t("groupcodes.editTitle", { name: code.name }) : t("groupcodes.newTitle")}</h1>
      </header>
      <div className="gc-editor">
        <Form<Wish>
          form={form}
          layout="vertical"
          requiredMark={false}
          initialValues={draft}
          onValuesChange={(_, all) => setDraft((now) => ({ ...now, ...all }))}
          onFinish={submit}
        >
          <h2>{t("groupcodes.sections.code")}</h2>
          <Form.Item
            name="name"
            label={t("groupcodes.fields.name")}
            extra={t("groupcodes.fields.nameAbout")}
            rules={[
              { required: true, whitespace: true, message: t("groupcodes.fields.nameMissing") },
            ]}
          >
            <Input maxLength={60} autoFocus={!code} />
          </Form.Item>
          <Form.Item
            name="title"
            label={t("groupcodes.fields.title")}
            extra={t("groupcodes.fields.titleAbout")}
          >
            <Input maxLength={30} />
          </Form.Item>
          {!code && (
            <Form.Item
              name="group_ids"
              label={t("groupcodes.fields.groups")}
              extra={t("groupcodes.fields.groupsAbout")}
            >
              <GroupSelect label={t("groupcodes.fields.groups")} />
            </Form.Item>
          )}
          <h2>{t("groupcodes.sections.full")}</h2>
          <div className="gc-sizes">
            <Form.Item
              name="scan_size"
              label={t("groupcodes.fields.scanSize")}
              extra={t("groupcodes.fields.scanSizeAbout")}
              rules={[{ required: true, message: t("groupcodes.fields.sizeMissing") }]}
            >
              <InputNumber min={1} max={SIZE} precision={0} suffix={t("groupcodes.people")} />
            </Form.Item>
            <Form.Item
              name="total_size"
              label={t("groupcodes.fields.totalSize")}
              extra={t("groupcodes.fields.totalSizeAbout")}
              dependencies={["scan_size"]}
              rules={[
                { required: true, message: t("groupcodes.fields.sizeMissing") },
                {
                  validator: (_, value: number) =>
                    value >= (form.getFieldValue("scan_size") ?? 0)
                      ? Promise.resolve()
                      : Promise.reject(new Error(t("groupcodes.problems.bad_sizes"))),
                },
              ]}
            >
              <InputNumber min={2} max={SIZE} precision={0} suffix={t("groupcodes.people")} />
            </Form.Item>
          </div>
          <h2>{t("groupcodes.sections.next")}</h2>
          <Form.Item name="opens" label={t("groupcodes.fields.opens")}>
            <Radio.Group
              className="gc-opens"
              options={OPENS.map((value) => ({ value, label: t(`groupcodes.opens.${value}`) }))}
            />
          </Form.Item>
          {opens !== "nobody" && (
            <div className="gc-sizes">
              <Form.Item
                name="room_base_name"
                label={t("groupcodes.fields.roomName")}
                extra={t("groupcodes.fields.roomNameAbout", { next })}
                rules={[
                  {
                    required: true,
                    whitespace: true,
                    message: t("groupcodes.problems.next_name_needed"),
                  },
                ]}
              >
                <Input maxLength={34} />
              </Form.Item>
              <Form.Item name="next_number" label={t("groupcodes.fields.nextNumber")}>
                <InputNumber min={1} max={999_999} precision={0} />
              </Form.Item>
            </div>
          )}
          {opens === "member" && <Opener code={code} />}
          <Fallback code={code} />
          <h2>{t("groupcodes.sections.after")}</h2>
          <Form.Item
            name="tag_ids"
            label={t("groupcodes.fields.tags")}
            extra={t("groupcodes.fields.tagsAbout")}
          >
            <TreeSelect
              treeCheckable
              showCheckedStrategy={TreeSelect.SHOW_CHILD}
              loading={tags.isPending}
              maxTagCount="responsive"
              treeData={(tags.data?.items ?? []).map((group) => ({
                value: `group-${group.id}`,
                title: group.name,
                selectable: false,
                checkable: false,
                children: group.tags.map((tag) => ({ value: tag.id, title: tag.name })),
              }))}
              treeNodeFilterProp="title"
            />
          </Form.Item>
          {save.isError && <Alert type="error" showIcon title={say(save.error)} />}
          <footer className="gc-foot">
            <span className="meta">{t("groupcodes.footNote")}</span>
            <Button onClick={onCancel}>{t("common.cancel")}</Button>
            <Button type="primary" htmlType="submit" loading={save.isPending}>
              {t(code ? "groupcodes.save" : "groupcodes.create")}
            </Button>
          </footer>
        </Form>
        <Preview title={draft.title || draft.name} company={company} />
      </div>
    </>
  );
}

function Opener({ code }: { code: Code | undefined }) {
  const { t } = useTranslation();
  const [text, setText] = useState(code?.opener?.name ?? "");
  return (
    <Form.Item
      name="opener_staff_id"
      label={t("groupcodes.fields.opener")}
      extra={t("groupcodes.fields.openerAbout")}
      rules={[{ required: true, message: t("groupcodes.problems.opener_needed") }]}
    >
      <Select<number>
        {...useStaffOptions(text)}
        showSearch={{ filterOption: false, onSearch: setText }}
      />
    </Form.Item>
  );
}

function Fallback({ code }: { code: Code | undefined }) {
  const { t } = useTranslation();
  const [text, setText] = useState(code?.fallback?.name ?? "");
  return (
    <Form.Item
      name="fallback_channel_id"
      label={t("groupcodes.fields.fallback")}
      extra={t("groupcodes.fields.fallbackAbout")}
    >
      <Select<number>
        allowClear
        {...useChannelOptions(text)}
        showSearch={{ filterOption: false, onSearch: setText }}
      />
    </Form.Item>
  );
}

/** The page that customers open, as they see it. */
function Preview({ title, company }: { title: string; company: string }) {
  const { t } = useTranslation();
  return (
    <aside className="gc-preview" aria-label={t("groupcodes.preview.label")}>
      <p className="meta">{t("groupcodes.preview.label")}</p>
      <div className="gc-phone">
        <div className="gc-card">
          <p className="meta">{company}</p>
          <b>{title || t("groupcodes.preview.title")}</b>
          <p>{t("groupcodes.preview.text", { corp: company })}</p>
          <div className="gc-square" aria-hidden="true" />
          <p className="meta">{t("groupcodes.preview.press")}</p>
        </div>
      </div>
    </aside>
  );
}
