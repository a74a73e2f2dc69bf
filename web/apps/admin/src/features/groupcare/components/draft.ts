import type {
  NewReply,
  NewWelcome,
  Part,
  PartKind,
  Reach,
  Reply,
  Welcome,
} from "../api/groupcare.ts";

/** What both forms hold: one line for each field, whichever attachment is chosen. */
export interface Draft {
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
  by: Reach["by"];
  owner_ids: number[];
  kinds: NonNullable<Reach["kinds"]>;
  tiers: NonNullable<Reach["tiers"]>;
  group_ids: number[];
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
  by: "all",
  owner_ids: [],
  kinds: [],
  tiers: [],
  group_ids: [],
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
  const { by, owner_ids = [], kinds = [], tiers = [], group_ids = [] } = known.reach;
  return {
    ...EMPTY,
    name: known.name,
    words: "words" in known ? known.words : [],
    text: known.text,
    ...ofPart(known.attachment, known.file_name),
    ...{ by, owner_ids, kinds, tiers, group_ids },
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

/** Only the list that counts; undefined while it is empty. */
export function reachOf(draft: Draft): Reach | undefined {
  const { by } = draft;
  if (by === "all") return { by };
  if (by === "owners")
    return draft.owner_ids.length > 0 ? { by, owner_ids: draft.owner_ids } : undefined;
  if (by === "kinds") return draft.kinds.length > 0 ? { by, kinds: draft.kinds } : undefined;
  if (by === "tiers") return draft.tiers.length > 0 ? { by, tiers: draft.tiers } : undefined;
  return draft.group_ids.length > 0 ? { by, group_ids: draft.group_ids } : undefined;
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
