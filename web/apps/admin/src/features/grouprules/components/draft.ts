import { ALL_GROUPS, type ReachDraft, reachDraftOf, reachOf } from "../../../shared/reaching.ts";
import type { NewRules, Part, Rules, Separator } from "../api/grouprules.ts";

/** What the form holds. */
export interface Draft extends ReachDraft {
  name: string;
  rules: string;
  notice: string;
  parts: Part[];
  separator: Separator;
  name_pattern: string;
}

const EMPTY: Draft = {
  ...ALL_GROUPS,
  name: "",
  rules: "",
  notice: "",
  parts: [],
  separator: "any",
  name_pattern: "",
};

export function draftOf(known: Rules | null): Draft {
  if (known === null) return EMPTY;
  return {
    ...EMPTY,
    ...reachDraftOf(known.reach),
    name: known.name,
    rules: known.rules,
    notice: known.notice,
    parts: known.nickname_form?.parts ?? [],
    separator: known.nickname_form?.separator ?? "any",
    name_pattern: known.name_pattern,
  };
}

const NUMBER = /\{n(?::0([2-6]))?\}/g;
const STORE = /\{(?:\u95e8\u5e97|store)\}/g;

/** Whether the number stands once and nothing else is in braces. */
export function isPattern(pattern: string): boolean {
  const rest = pattern.replace(NUMBER, "").replace(STORE, "");
  return [...pattern.matchAll(NUMBER)].length === 1 && !/[{}]/.test(rest);
}

/** What a group would be called: the first, of a store. */
export function nameOf(pattern: string, store: string): string {
  return pattern
    .replace(NUMBER, (_, digits: string | undefined) => "1".padStart(Number(digits ?? 1), "0"))
    .replace(STORE, store);
}

/** What is still missing before it can be sent: a key of words, or nothing. */
export function lackOf(draft: Draft): "content" | "pattern" | "reach" | undefined {
  const pattern = draft.name_pattern.trim();
  if (!draft.rules.trim() && !draft.notice.trim() && !pattern && draft.parts.length === 0) {
    return "content";
  }
  if (pattern && !isPattern(pattern)) return "pattern";
  return reachOf(draft) === undefined ? "reach" : undefined;
}

export const rulesOf = (draft: Draft): NewRules => ({
  name: draft.name.trim(),
  reach: reachOf(draft) ?? { by: "all" },
  rules: draft.rules.trim(),
  notice: draft.notice.trim(),
  nickname_form: draft.parts.length > 0 ? { parts: draft.parts, separator: draft.separator } : null,
  name_pattern: draft.name_pattern.trim(),
});
