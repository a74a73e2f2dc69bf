import { Form, Input, Select, Switch, TreeSelect } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useDepartments, useStaffOptions, useTags } from "../../../shared/choices.ts";
import { FormDrawer } from "../../../shared/FormDrawer.tsx";
import { WelcomeFields } from "../../../shared/WelcomeFields.tsx";
import { type WelcomeDraft, welcomeDraftOf, welcomeOf } from "../../../shared/welcome.ts";
import { type Link, type LinkWish, useSaveLink } from "../api/links.ts";
import { useTrouble } from "./words.ts";

interface Draft extends WelcomeDraft {
  name: string;
  staff_ids: number[];
  department_ids: number[];
  priority: Link["priority"];
  priority_staff_ids: number[];
  skip_verify: boolean;
  tag_ids: number[];
}

const PRIORITIES = ["none", "corp", "list"] as const;
const MOST_STAFF = 500;

function draftOf(link: Link | undefined): Draft {
  return {
    name: link?.name ?? "",
    staff_ids: link?.staff.map((one) => one.id) ?? [],
    department_ids: link?.department_ids ?? [],
    priority: link?.priority ?? "none",
    priority_staff_ids: link?.priority_staff.map((one) => one.id) ?? [],
    skip_verify: link?.skip_verify ?? true,
    tag_ids: link?.tags.map((tag) => tag.id) ?? [],
    ...welcomeDraftOf(link?.welcome),
  };
}

function wishOf(draft: Draft): LinkWish {
  const { name, staff_ids, department_ids, priority, priority_staff_ids, skip_verify, tag_ids } =
    draft;
  return {
    name,
    staff_ids,
    department_ids,
    priority,
    priority_staff_ids,
    skip_verify,
    tag_ids,
    remark: "",
    welcome: welcomeOf(draft),
  };
}

interface Props {
  link?: Link | undefined;
  onDone: (link: Link) => void;
  onClose: () => void;
}

/** New or changed: who receives, how they are greeted. */
export function LinkDrawer({ link, onDone, onClose }: Props) {
  const { t } = useTranslation();
  const trouble = useTrouble();
  const save = useSaveLink(link && { id: link.id, version: link.version });
  const initial = draftOf(link);
  return (
    <FormDrawer<Draft>
      title={link ? t("links.editTitle", { name: link.name }) : t("links.new")}
      locked={false}
      act={t(link ? "links.save" : "links.create")}
      saving={save.isPending}
      trouble={trouble(save.error)}
      initial={initial}
      onSave={(draft) => save.mutate(wishOf(draft), { onSuccess: onDone })}
      onClose={onClose}
    >
      <Form.Item
        name="name"
        label={t("links.fields.name")}
        extra={t("links.fields.nameHelp")}
        rules={[{ required: true, whitespace: true, message: t("links.fields.nameMissing") }]}
      >
        <Input maxLength={60} />
      </Form.Item>
      <Members name="staff_ids" known={link?.staff ?? []} help={t("links.fields.staffHelp")} />
      <Departments />
      <Form.Item
        name="priority"
        label={t("links.fields.priority")}
        extra={t("links.fields.priorityHelp")}
      >
        <Select
          options={PRIORITIES.map((value) => ({ value, label: t(`links.priority.${value}`) }))}
        />
      </Form.Item>
      <Form.Item noStyle dependencies={["priority"]}>
        {({ getFieldValue }) =>
          getFieldValue("priority") === "list" && (
            <Members name="priority_staff_ids" known={link?.priority_staff ?? []} />
          )
        }
      </Form.Item>
      <Form.Item
        name="skip_verify"
        label={t("links.fields.skipVerify")}
        valuePropName="checked"
        extra={t("links.fields.skipVerifyHelp")}
      >
        <Switch aria-label={t("links.fields.skipVerify")} />
      </Form.Item>
      <Tags />
      <Greeting />
    </FormDrawer>
  );
}

/** What a new friend hears. */
function Greeting() {
  const form = Form.useFormInstance<Draft>();
  // The picture is a value without a field.
  const kept = { form, preserve: true };
  const text = Form.useWatch("text", kept);
  const picture = Form.useWatch("picture", kept);
  const linkUrl = Form.useWatch("linkUrl", kept);
  return (
    <WelcomeFields
      draft={{ text: text ?? "", picture, linkUrl: linkUrl ?? "" }}
      onInsert={(next) => form.setFieldValue("text", next)}
      onPicture={(next) => form.setFieldValue("picture", next)}
    />
  );
}

interface MembersProps {
  name: "staff_ids" | "priority_staff_ids";
  known: { id: number; name: string }[];
  help?: string;
}

function Members({ name, known, help }: MembersProps) {
  const { t } = useTranslation();
  const [q, setQ] = useState("");
  const { loading, options } = useStaffOptions(q);
  const more = known
    .filter((one) => !options.some((option) => option.value === one.id))
    .map((one) => ({ value: one.id, label: one.name }));
  return (
    <Form.Item name={name} label={t(`links.fields.${name}`)} extra={help}>
      <Select
        mode="multiple"
        showSearch={{ filterOption: false, onSearch: setQ }}
        maxCount={name === "staff_ids" ? MOST_STAFF : MOST_STAFF * 2}
        loading={loading}
        options={[...options, ...more]}
        placeholder={t("links.fields.staffSearch")}
      />
    </Form.Item>
  );
}

function Departments() {
  const { t } = useTranslation();
  const departments = useDepartments();
  return (
    <Form.Item
      name="department_ids"
      label={t("links.fields.departments")}
      extra={t("links.fields.departmentsHelp", { n: MOST_STAFF })}
    >
      <TreeSelect
        multiple
        allowClear
        treeDefaultExpandAll
        treeDataSimpleMode
        loading={departments.isPending}
        treeData={(departments.data?.items ?? []).map((one) => ({
          id: one.id,
          pId: one.parent_id ?? 0,
          value: one.id,
          title: one.name,
        }))}
      />
    </Form.Item>
  );
}

function Tags() {
  const { t } = useTranslation();
  const tags = useTags();
  return (
    <Form.Item name="tag_ids" label={t("links.fields.tags")}>
      <TreeSelect
        multiple
        allowClear
        treeCheckable
        treeDefaultExpandAll
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
  );
}
