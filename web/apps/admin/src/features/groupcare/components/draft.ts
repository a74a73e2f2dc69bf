import { ALL_GROUPS, type ReachDraft, reachDraftOf, reachOf } from "../../../shared/reaching.ts";
import type { NewReply, NewWelcome, Part, PartKind, Reply, Welcome } from "../api/groupcare.ts";

/** What both forms hold: one line for each field, whichever attachment is chosen. */
export interface Draft extends ReachDraft {
  name: string;
  words: string[];
  text: string;
  part: PartKind | "none";
  file: { id: number; name: string } | undefined;
  title: string;
  url: string;
  description: string;
  picture: string;
  appid: string;
  page: string;
}

const EMPTY: Draft = {
  name: "",
  words: [],
  text: "",
  part: "none",
  file: undefined,
  title: "",
  url: "",
  description: "",
  picture: "",
  appid: "",
  page: "",
  ...ALL_GROUPS,
};

function ofPart(part: Part | null, name: string | null): Partial<Draft> {
  if (part === null) return {};
  if (part.kind === "link") {
    return {
      part: "link",
      title: part.title,
      url: part.url,
      description: part.description ?? "",
      picture: part.picture_url ?? "",
    };
  }
  const file = { id: part.file_id, name: name ?? `#${part.file_id}` };
  return part.kind === "mini_program"
    ? { part: part.kind, file, title: part.title, appid: part.appid, page: part.page }
    : { part: part.kind, file };
}

export function draftOf(known: Welcome | Reply | null): Draft {
  if (known === null) return EMPTY;
  return {
    ...EMPTY,
    name: known.name,
    words: "words" in known ? known.words : [],
    text: known.text,
    ...ofPart(known.attachment, known.file_name),
    ...reachDraftOf(known.reach),
  };
}

/** What is still missing before it can be sent: a key of words, or nothing. */
export function lackOf(draft: Draft): string | undefined {
  const needs = draft.part !== "none" && draft.part !== "link" && !draft.file;
  if (needs) return "file";
  if (!draft.text.trim() && draft.part === "none") return "content";
  return reachOf(draft) === undefined ? "reach" : undefined;
}

function partOf(draft: Draft): Part | null {
  const file_id = draft.file?.id ?? 0;
  switch (draft.part) {
    case "none":
      return null;
    case "link":
      return {
        kind: "link",
        title: draft.title,
        url: draft.url,
        description: draft.description,
        picture_url: draft.picture || null,
      };
    case "mini_program":
      return {
        kind: "mini_program",
        title: draft.title,
        appid: draft.appid,
        page: draft.page,
        file_id,
      };
    default:
      return { kind: draft.part, file_id };
  }
}

export const welcomeOf = (draft: Draft): NewWelcome => ({
  name: draft.name.trim(),
  text: draft.text,
  attachment: partOf(draft),
  reach: reachOf(draft) ?? { by: "all" },
});

export const replyOf = (draft: Draft): NewReply => ({
  ...welcomeOf(draft),
  words: draft.words.map((one) => one.trim()).filter(Boolean),
});
