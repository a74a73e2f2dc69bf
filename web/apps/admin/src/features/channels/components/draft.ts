import { byteLength } from "@yutang/ui";
import type { Channel, NewChannel, Part } from "../api/channels.ts";
import type { PageDraft } from "./page/rule.ts";

export interface Member {
  id: number;
  name: string;
  left?: boolean;
}

/** The form as it is filled in. */
export interface Draft {
  name: string;
  staff: Member[];
  tag_ids: number[];
  skip_verify: boolean;
  text?: string;
  text_nameless?: string;
  picture?: number | undefined;
  linkUrl?: string;
  linkTitle?: string;
  linkDescription?: string;
  linkPicture?: string | null;
  linkCover?: number | null;
  /** Written on the page of welcomes; kept as they are. */
  fallbacks?: NonNullable<NewChannel["welcome"]>["fallbacks"] | undefined;
  /** Attachments this form has no field for; they are kept as they are. */
  rest?: Part[];
  remark?: string;
  /** The rule of a page code; a direct code has none. */
  page?: PageDraft | undefined;
}

export const STAFF_OF_A_CODE = 100;
const TEXT_BYTES = 4000;
const NAME_BYTES = 128;
const LINK_BYTES = 256;
const HANZI_BYTES = 3;
const KEPT = "yutang.draft.code.";

export const empty: Draft = { name: "", staff: [], tag_ids: [], skip_verify: true };

/** How many Chinese characters still fit: WeCom counts bytes, people count characters. */
export function room(text: string): number {
  const names = text.split("{name}").length - 1;
  const links = text.split("{refuse_link}").length - 1;
  const left = TEXT_BYTES - names * NAME_BYTES - links * LINK_BYTES - byteLength(text);
  return Math.max(0, Math.floor(left / HANZI_BYTES));
}

/** The body of `POST /api/channels`; no welcome at all where nothing was written. */
export function toChannel(draft: Draft): NewChannel {
  const attachments: Part[] = [];
  if (draft.picture !== undefined) attachments.push({ kind: "image", file_id: draft.picture });
  if (draft.linkUrl && draft.linkTitle) {
    attachments.push({
      kind: "link",
      url: draft.linkUrl,
      title: draft.linkTitle,
      description: draft.linkDescription ?? "",
      picture_url: draft.linkPicture ?? null,
      picture_id: draft.linkCover ?? null,
    });
  }
  attachments.push(...(draft.rest ?? []));
  const welcome =
    draft.text || attachments.length > 0
      ? {
          text: draft.text ?? "",
          text_nameless: draft.text_nameless ?? "",
          ...(draft.fallbacks ? { fallbacks: draft.fallbacks } : {}),
          attachments,
        }
      : null;
  return {
    name: draft.name,
    staff_ids: draft.staff.map((member) => member.id),
    tag_ids: draft.tag_ids,
    skip_verify: draft.skip_verify,
    remark: draft.remark ?? "",
    welcome,
  };
}

/** A code as the form shows it; a copy gets another name and leaves out who has left. */
export function fromChannel(channel: Channel, copyName?: string): Draft {
  const parts = channel.welcome?.attachments ?? [];
  const image = parts.find((part) => part.kind === "image");
  const link = parts.find((part) => part.kind === "link");
  const copied = copyName !== undefined;
  // A remark that only repeats the name follows it.
  const own = channel.remark !== channel.name.slice(0, 30) && !copied;
  return {
    name: copyName ?? channel.name,
    staff: channel.staff
      .filter((member) => !copied || !member.left)
      .map(({ id, name, left }) => ({ id, name, left })),
    tag_ids: channel.tags.map((tag) => tag.id),
    skip_verify: channel.skip_verify,
    text: channel.welcome?.text ?? "",
    text_nameless: channel.welcome?.text_nameless ?? "",
    fallbacks: channel.welcome?.fallbacks,
    picture: image?.kind === "image" ? image.file_id : undefined,
    ...(link?.kind === "link"
      ? {
          linkUrl: link.url,
          linkTitle: link.title,
          linkDescription: link.description ?? "",
          linkPicture: link.picture_url ?? null,
          linkCover: link.picture_id ?? null,
        }
      : {}),
    rest: parts.filter((part) => part !== image && part !== link),
    ...(own ? { remark: channel.remark } : {}),
  };
}

export interface Kept {
  at: string;
  draft: Draft;
}

/** What was typed here before and never sent. */
export function keptDraft(key: string): Kept | undefined {
  const text = localStorage.getItem(KEPT + key);
  if (!text) return undefined;
  try {
    return JSON.parse(text) as Kept;
  } catch {
    localStorage.removeItem(KEPT + key);
    return undefined;
  }
}

export function keepDraft(key: string, draft: Draft): string {
  const at = new Date().toISOString();
  localStorage.setItem(KEPT + key, JSON.stringify({ at, draft } satisfies Kept));
  return at;
}

export function forgetDraft(key: string): void {
  localStorage.removeItem(KEPT + key);
}
