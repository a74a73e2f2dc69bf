import { byteLength } from "@yutang/ui";
import type {
  Content,
  Greeting,
  NewGreeting,
  Part,
  PartKind,
  Reach,
  Standing,
} from "../api/greetings.ts";

export const PLACES = ["name", "staff", "store", "channel", "refuse_link"] as const;
export type Place = (typeof PLACES)[number];
/** Places with a word for where there is nothing. */
export const FALLEN_BACK = ["staff", "store", "channel"] as const;
export type FallenBack = (typeof FALLEN_BACK)[number];

/** What each may need at most, as the server keeps it free. */
const PLACE_BYTES: Record<Place, number> = {
  name: 128,
  staff: 256,
  store: 240,
  channel: 240,
  refuse_link: 256,
};
const TEXT_BYTES = 4000;
const HANZI_BYTES = 3;
const BRACES = /\{([^{}]*)\}/g;
const KEPT = "yutang.draft.welcome.";
export const MOST_PARTS = 9;

export interface Upload {
  id: number;
  name: string;
  /** Of a picture chosen just now: where the browser has it. */
  url?: string | undefined;
}

/** One attachment with all fields, whichever its kind needs. */
export interface PartDraft {
  key: number;
  kind: PartKind;
  file?: Upload | undefined;
  title: string;
  url: string;
  description: string;
  pictureUrl: string;
  appid: string;
  page: string;
}

export interface Draft {
  reach: Reach;
  department: number | undefined;
  channel: number | undefined;
  standing: Standing;
  hours: { start: string; end: string } | undefined;
  text: string;
  nameless: string;
  fallbacks: Record<FallenBack, string>;
  parts: PartDraft[];
}

export const holds = (text: string, place: Place): boolean => text.includes(`{${place}}`);

export function unknownPlaces(text: string): string[] {
  return [...text.matchAll(BRACES)]
    .filter(([, word]) => !PLACES.some((place) => place === word))
    .map(([whole]) => whole);
}

/** Bytes that are free still: below 0 it is too long. */
export function freeBytes(text: string): number {
  let free = TEXT_BYTES - byteLength(text);
  for (const [, word] of text.matchAll(BRACES)) free -= PLACE_BYTES[word as Place] ?? 0;
  return free;
}

/** How many Chinese characters still fit: WeCom counts bytes, people count characters. */
export const room = (text: string): number =>
  Math.max(0, Math.floor(freeBytes(text) / HANZI_BYTES));

/** The text as it goes out; what is empty falls back, without a name the other text goes. */
export function rendered(draft: Draft, words: Partial<Record<Place, string>>): string {
  const text = holds(draft.text, "name") && !words.name ? draft.nameless : draft.text;
  return text.replace(BRACES, (whole, word: Place) => {
    const fallback = (FALLEN_BACK as readonly string[]).includes(word)
      ? draft.fallbacks[word as FallenBack]
      : "";
    return words[word] || fallback || whole;
  });
}

let made = 0;
const nextKey = () => {
  made += 1;
  return made;
};

export function newPart(kind: PartKind): PartDraft {
  return {
    key: nextKey(),
    kind,
    title: "",
    url: "",
    description: "",
    pictureUrl: "",
    appid: "",
    page: "",
  };
}

function partDraftOf(part: Part, names: Map<number, string>): PartDraft {
  const draft = newPart(part.kind);
  const file = (id: number): Upload => ({ id, name: names.get(id) ?? `#${id}` });
  if (part.kind === "link") {
    return {
      ...draft,
      title: part.title,
      url: part.url,
      description: part.description ?? "",
      pictureUrl: part.picture_url ?? "",
      file: part.picture_id ? file(part.picture_id) : undefined,
    };
  }
  if (part.kind === "mini_program") {
    const { title, appid, page } = part;
    return { ...draft, title, appid, page, file: file(part.file_id) };
  }
  return { ...draft, file: file(part.file_id) };
}

function partOf(draft: PartDraft): Part {
  const file_id = draft.file?.id ?? 0;
  switch (draft.kind) {
    case "link":
      return {
        kind: "link",
        title: draft.title.trim(),
        url: draft.url.trim(),
        description: draft.description.trim(),
        picture_url: draft.pictureUrl.trim() || null,
        picture_id: draft.file?.id ?? null,
      };
    case "mini_program":
      return {
        kind: "mini_program",
        title: draft.title.trim(),
        appid: draft.appid.trim(),
        page: draft.page.trim(),
        file_id,
      };
    default:
      return { kind: draft.kind, file_id };
  }
}

const NO_FALLBACKS = { staff: "", store: "", channel: "" };

export function draftOf(known: Greeting | undefined, start: Partial<Draft>): Draft {
  if (!known) {
    return {
      reach: "corp",
      department: undefined,
      channel: undefined,
      standing: "any",
      hours: undefined,
      text: "",
      nameless: "",
      fallbacks: NO_FALLBACKS,
      parts: [],
      ...start,
    };
  }
  const { content } = known;
  const names = new Map(known.files.map((file) => [file.file_id, file.name]));
  return {
    reach: known.reach,
    department: known.department?.id,
    channel: known.channel?.id,
    standing: known.standing,
    hours: known.hours ?? undefined,
    text: content.text ?? "",
    nameless: content.text_nameless ?? "",
    fallbacks: { ...NO_FALLBACKS, ...content.fallbacks },
    parts: (content.attachments ?? []).map((part) => partDraftOf(part, names)),
  };
}

export function contentOf(draft: Draft): Content {
  return {
    text: draft.text,
    text_nameless: holds(draft.text, "name") ? draft.nameless : "",
    fallbacks: draft.fallbacks,
    attachments: draft.parts.map(partOf),
  };
}

export function greetingOf(draft: Draft): NewGreeting {
  return {
    reach: draft.reach,
    department_id: draft.reach === "department" ? (draft.department ?? null) : null,
    channel_id: draft.reach === "channel" ? (draft.channel ?? null) : null,
    standing: draft.standing,
    hours: draft.hours ?? null,
    content: contentOf(draft),
  };
}

/** What is missing or wrong, as keys of words; a part's is about `parts`. */
export function lacksOf(draft: Draft): string[] {
  const texts = holds(draft.text, "name") ? [draft.text, draft.nameless] : [draft.text];
  const all = texts.join("");
  return [
    draft.reach === "department" && !draft.department && "department",
    draft.reach === "channel" && !draft.channel && "channel",
    draft.hours && draft.hours.start === draft.hours.end && "hours",
    !draft.text.trim() && draft.parts.length === 0 && "content",
    texts.length > 1 && !draft.nameless.trim() && "nameless",
    texts.length > 1 && holds(draft.nameless, "name") && "named",
    texts.some((text) => unknownPlaces(text).length > 0) && "places",
    texts.some((text) => freeBytes(text) < 0) && "long",
    FALLEN_BACK.some((place) => holds(all, place) && !draft.fallbacks[place].trim()) && "fallback",
    draft.parts.some(partLacks) && "parts",
  ].filter((lack): lack is string => Boolean(lack));
}

export function partLacks(part: PartDraft): boolean {
  if (part.kind === "link") return !part.title.trim() || !/^https?:\/\/\S+$/.test(part.url.trim());
  if (!part.file) return true;
  return part.kind === "mini_program" && ![part.title, part.appid, part.page].every(Boolean);
}

interface Kept {
  at: string;
  draft: Draft;
}

/** What was typed here before and never sent; pictures of then are known by name only. */
export function keptDraft(key: string): Kept | undefined {
  try {
    const kept = JSON.parse(localStorage.getItem(KEPT + key) ?? "null") as Kept | null;
    if (!kept) return undefined;
    const parts = kept.draft.parts.map((part) => ({
      ...part,
      key: nextKey(),
      file: part.file && { ...part.file, url: undefined },
    }));
    return { ...kept, draft: { ...kept.draft, parts } };
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

export const forgetDraft = (key: string): void => localStorage.removeItem(KEPT + key);
