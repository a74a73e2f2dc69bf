import { byteLength } from "@yutang/ui";
import type { NewChannel } from "../api/channels.ts";

/** The form as it is filled in. */
export interface Draft {
  name: string;
  staff_ids: number[];
  tag_ids: number[];
  skip_verify: boolean;
  text?: string;
  text_nameless?: string;
  linkUrl?: string;
  linkTitle?: string;
  linkDescription?: string;
}

const TEXT_BYTES = 4000;
const NAME_BYTES = 128;
const HANZI_BYTES = 3;

/** How many Chinese characters still fit: WeCom counts bytes, people count characters. */
export function room(text: string): number {
  const names = text.split("{name}").length - 1;
  const left = TEXT_BYTES - names * NAME_BYTES - byteLength(text);
  return Math.max(0, Math.floor(left / HANZI_BYTES));
}

/** The body of `POST /api/channels`; no welcome at all where nothing was written. */
export function toChannel(draft: Draft, pictureId: number | undefined): NewChannel {
  const attachments: NonNullable<NewChannel["welcome"]>["attachments"] = [];
  if (pictureId !== undefined) attachments.push({ kind: "image", file_id: pictureId });
  if (draft.linkUrl && draft.linkTitle) {
    attachments.push({
      kind: "link",
      url: draft.linkUrl,
      title: draft.linkTitle,
      description: draft.linkDescription ?? "",
      picture_url: null,
    });
  }
  const welcome =
    draft.text || attachments.length > 0
      ? { text: draft.text ?? "", text_nameless: draft.text_nameless ?? "", attachments }
      : null;
  return {
    name: draft.name,
    staff_ids: draft.staff_ids,
    tag_ids: draft.tag_ids,
    skip_verify: draft.skip_verify,
    remark: "",
    welcome,
  };
}
