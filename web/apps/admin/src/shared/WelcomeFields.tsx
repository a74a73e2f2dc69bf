import { byteLength } from "@yutang/ui";
import { Button, Form, Input, Upload } from "antd";
import { useTranslation } from "react-i18next";
import { useUpload } from "./files.ts";
import { useDetail } from "./troubles.ts";
import { room, type WelcomeDraft } from "./welcome.ts";
import "./shared.css";

interface Props {
  draft: Pick<WelcomeDraft, "text" | "picture" | "linkUrl">;
  onInsert: (text: string) => void;
  onPicture: (picture: number | undefined, url: string | undefined) => void;
}

/** What a new friend hears: text, picture, link. */
export function WelcomeFields({ draft, onInsert, onPicture }: Props) {
  const { t } = useTranslation();
  const { fault, busy, picker } = useUpload("image", useDetail(), (stored, file) =>
    onPicture(stored.id, URL.createObjectURL(file)),
  );
  const text = draft.text ?? "";
  return (
    <>
      <Form.Item
        name="text"
        label={t("channels.fields.text")}
        extra={
          <span className="text-help">
            <Button type="link" size="small" onClick={() => onInsert(`${text}{name}`)}>
              {t("channels.fields.insertName")}
            </Button>
            <Button type="link" size="small" onClick={() => onInsert(`${text}{refuse_link}`)}>
              {t("channels.fields.insertLink")}
            </Button>
            {t("channels.fields.textHelp", { n: room(text) })}
          </span>
        }
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
        {...(fault ? { validateStatus: "error", help: fault } : {})}
      >
        <Upload {...picker}>
          <Button loading={busy}>
            {t(
              draft.picture === undefined
                ? "channels.fields.choosePicture"
                : "channels.fields.otherPicture",
            )}
          </Button>
        </Upload>
        {draft.picture !== undefined && (
          <Button type="link" onClick={() => onPicture(undefined, undefined)}>
            {t("channels.fields.dropPicture")}
          </Button>
        )}
      </Form.Item>
      <Form.Item
        name="linkUrl"
        label={t("channels.fields.link")}
        rules={[{ type: "url", message: t("channels.fields.linkWrong") }]}
      >
        <Input placeholder="https://" />
      </Form.Item>
      {draft.linkUrl && (
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
    </>
  );
}
