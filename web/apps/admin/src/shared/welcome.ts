import type { Schemas } from "@yutang/api";
import { byteLength } from "@yutang/ui";

export type Welcome = Schemas["WelcomeText"];
type Part = NonNullable<Welcome["attachments"]>[number];

/** A welcome as a form holds it. */
export interface WelcomeDraft {
  text?: string;
  text_nameless?: string;
  picture?: number | undefined;
  linkUrl?: string;
  linkTitle?: string;
  linkDescription?: string;
  linkPicture?: string | null;
  linkCover?: number | null;
  /** Written on the page of welcomes; kept as they are. */
  fallbacks?: Welcome["fallbacks"] | undefined;
  /** Attachments the form has no field for; they are kept as they are. */
  rest?: Part[];
}

const TEXT_BYTES = 4000;
const NAME_BYTES = 128;
const LINK_BYTES = 256;
const HANZI_BYTES = 3;

/** How many Chinese characters still fit: WeCom counts bytes, people count characters. */
export function room(text: string): number {
  const names = text.split("{name}").length - 1;
  const links = text.split("{refuse_link}").length - 1;
  const left = TEXT_BYTES - names * NAME_BYTES - links * LINK_BYTES - byteLength(text);
  return Math.max(0, Math.floor(left / HANZI_BYTES));
}

/** What is sent; none at all where nothing was written. */
export function welcomeOf(draft: WelcomeDraft): Welcome | null {
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
  if (!draft.text && attachments.length === 0) return null;
  return {
    text: draft.text ?? "",
    text_nameless: draft.text_nameless ?? "",
    ...(draft.fallbacks ? { fallbacks: draft.fallbacks } : {}),
    attachments,
  };
}

export function welcomeDraftOf(welcome: Welcome | null | undefined): WelcomeDraft {
  const parts = welcome?.attachments ?? [];
  const image = parts.find((part) => part.kind === "image");
  const link = parts.find((part) => part.kind === "link");
  return {
    text: welcome?.text ?? "",
    text_nameless: welcome?.text_nameless ?? "",
    fallbacks: welcome?.fallbacks,
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
  };
}
