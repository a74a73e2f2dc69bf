import { type WelcomeDraft, welcomeDraftOf, welcomeOf } from "../../../shared/welcome.ts";
import type { Channel, NewChannel } from "../api/channels.ts";
import type { PageDraft } from "./page/rule.ts";

export interface Member {
  id: number;
  name: string;
  left?: boolean;
}

/** The form as it is filled in. */
export interface Draft extends WelcomeDraft {
  name: string;
  staff: Member[];
  tag_ids: number[];
  skip_verify: boolean;
  remark?: string;
  /** The rule of a page code; a direct code has none. */
  page?: PageDraft | undefined;
}

export const STAFF_OF_A_CODE = 100;
const KEPT = "yutang.draft.code.";

export const empty: Draft = { name: "", staff: [], tag_ids: [], skip_verify: true };

/** The body of `POST /api/channels`; no welcome at all where nothing was written. */
export function toChannel(draft: Draft): NewChannel {
  return {
    name: draft.name,
    staff_ids: draft.staff.map((member) => member.id),
    tag_ids: draft.tag_ids,
    skip_verify: draft.skip_verify,
    remark: draft.remark ?? "",
    welcome: welcomeOf(draft),
  };
}

/** A code as the form shows it; a copy gets another name and leaves out who has left. */
export function fromChannel(channel: Channel, copyName?: string): Draft {
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
    ...welcomeDraftOf(channel.welcome),
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
