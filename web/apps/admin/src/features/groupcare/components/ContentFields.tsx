import { byteLength, count } from "@yutang/ui";
import { Button, Form, Input, Select, Upload } from "antd";
import { useTranslation } from "react-i18next";
import { useUpload } from "../../../shared/files.ts";
import { PARTS, type PartKind, useSkeletons } from "../api/groupcare.ts";
import type { Draft } from "./draft.ts";
import { useWords } from "./words.ts";

const NICKNAME = "%NICKNAME%";
const TITLE_BYTES = { link: 128, mini_program: 64 };

interface Props {
  /** Bytes that fit; whether a name may stand in the text. */
  most: number;
  named: boolean;
  about: string;
}

/** The text and its one attachment. */
export function ContentFields({ most, named, about }: Props) {
  const { t } = useTranslation();
  const form = Form.useFormInstance<Draft>();
  const text = Form.useWatch("text", form) ?? "";
  const part = Form.useWatch("part", form) ?? "none";
  const left = most - byteLength(text);
  return (
    <>
      <Form.Item
        name="text"
        label={t("groupcare.fields.text")}
        extra={
          <span className="care-help">
            {named && (
              <Button
                type="link"
                size="small"
                onClick={() => form.setFieldValue("text", `${text}${NICKNAME}`)}
              >
                {t("groupcare.fields.nickname")}
              </Button>
            )}
            {named && <Sample />}
            {t("groupcare.fields.room", { n: count(Math.max(left, 0)) })} {about}
          </span>
        }
        rules={[
          {
            validator: (_, value: string) =>
              byteLength(value ?? "") <= most
                ? Promise.resolve()
                : Promise.reject(new Error(t("groupcare.fields.textLong", { n: count(most) }))),
          },
        ]}
      >
        <Input.TextArea autoSize={{ minRows: 3, maxRows: 10 }} />
      </Form.Item>
      <Form.Item name="part" label={t("groupcare.fields.part")}>
        <Select
          options={PARTS.map((value) => ({ value, label: t(`groupcare.parts.${value}`) }))}
          onChange={() => form.setFieldValue("file", undefined)}
        />
      </Form.Item>
      {(part === "link" || part === "mini_program") && <Title most={TITLE_BYTES[part]} />}
      {part === "link" && <LinkFields />}
      {part === "mini_program" && <MiniFields />}
      {part !== "none" && part !== "link" && <FileField kind={part} />}
    </>
  );
}

/** A text to begin with, in the reader's language. */
function Sample() {
  const { t, i18n } = useTranslation();
  const form = Form.useFormInstance<Draft>();
  const found = useSkeletons().data;
  if (!found) return null;
  const { welcome } = i18n.language === "en" ? found.en : found.zh;
  return (
    <Button type="link" size="small" onClick={() => form.setFieldValue("text", welcome)}>
      {t("groupcare.fields.skeleton")}
    </Button>
  );
}

function Title({ most }: { most: number }) {
  const { t } = useTranslation();
  return (
    <Form.Item
      name="title"
      label={t("groupcare.fields.title")}
      rules={[
        { required: true, whitespace: true, message: t("groupcare.fields.titleMissing") },
        {
          validator: (_, value: string) =>
            byteLength(value ?? "") <= most
              ? Promise.resolve()
              : Promise.reject(new Error(t("groupcare.fields.titleLong", { n: most }))),
        },
      ]}
    >
      <Input />
    </Form.Item>
  );
}

function LinkFields() {
  const { t } = useTranslation();
  const wrong = { type: "url" as const, message: t("groupcare.fields.urlWrong") };
  return (
    <>
      <Form.Item
        name="url"
        label={t("groupcare.fields.url")}
        rules={[{ required: true, message: t("groupcare.fields.urlMissing") }, wrong]}
      >
        <Input placeholder="https://" />
      </Form.Item>
      <Form.Item name="description" label={t("groupcare.fields.description")}>
        <Input />
      </Form.Item>
      <Form.Item name="picture" label={t("groupcare.fields.picture")} rules={[wrong]}>
        <Input placeholder="https://" />
      </Form.Item>
    </>
  );
}

function MiniFields() {
  const { t } = useTranslation();
  return (
    <div className="care-two">
      {(["appid", "page"] as const).map((name) => (
        <Form.Item
          key={name}
          name={name}
          label={t(`groupcare.fields.${name}`)}
          rules={[
            { required: true, whitespace: true, message: t(`groupcare.fields.${name}Missing`) },
          ]}
        >
          <Input />
        </Form.Item>
      ))}
    </div>
  );
}

function FileField({ kind }: { kind: PartKind }) {
  const { t } = useTranslation();
  const form = Form.useFormInstance<Draft>();
  const file = Form.useWatch((draft: Draft) => draft.file, { form, preserve: true });
  const { fault, busy, picker } = useUpload(kind, useWords(), ({ id, name }) =>
    form.setFieldValue("file", { id, name }),
  );
  return (
    <Form.Item
      label={t(`groupcare.files.${kind}`)}
      extra={file?.name}
      {...(fault ? { validateStatus: "error", help: fault } : {})}
    >
      <Upload {...picker}>
        <Button loading={busy}>
          {t(file ? "groupcare.fields.otherFile" : "groupcare.fields.chooseFile")}
        </Button>
      </Upload>
    </Form.Item>
  );
}
