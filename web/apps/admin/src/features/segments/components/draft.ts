import type { Node } from "../api/tree.ts";
import type { Detail, Kind } from "../api/types.ts";
import { type Branch, branch, plain, planted } from "./tree/edit.ts";

/** A segment as it is written. */
export interface Draft {
  name: string;
  kind: Exclude<Kind, "static">;
  every_minutes: number;
  folder: string;
  description: string;
  root: Branch;
}

type Written = Omit<Draft, "root"> & { tree: Node };
const KEPT = "yutang.draft.segment.";
export const EVERY = [1, 5, 15, 60, 360, 1440];
const USUAL_MINUTES = 5;

export const emptyDraft = (): Draft => ({
  name: "",
  kind: "dynamic",
  every_minutes: USUAL_MINUTES,
  folder: "",
  description: "",
  root: branch("all"),
});

/** As a saved one shows it; a copy gets another name. */
export function draftOf(segment: Detail, copyName?: string): Draft {
  return {
    name: copyName ?? segment.name,
    kind: segment.kind === "kept" ? "kept" : "dynamic",
    every_minutes: segment.every_minutes,
    folder: segment.folder,
    description: segment.description,
    root: segment.tree ? planted(segment.tree) : branch("all"),
  };
}

const written = ({ root, ...rest }: Draft): Written => ({ ...rest, tree: plain(root) });

/** Two drafts that say the same are one, whatever the keys of their rows. */
export const textOf = (draft: Draft): string => JSON.stringify(written(draft));

/** What was written here before and never saved. */
export function keptDraft(key: string): { at: string; draft: Draft } | undefined {
  const text = localStorage.getItem(KEPT + key);
  if (!text) return undefined;
  try {
    const { at, draft } = JSON.parse(text) as { at: string; draft: Written };
    const { tree, ...rest } = draft;
    return { at, draft: { ...rest, root: planted(tree) } };
  } catch {
    localStorage.removeItem(KEPT + key);
    return undefined;
  }
}

export function keepDraft(key: string, draft: Draft): string {
  const at = new Date().toISOString();
  localStorage.setItem(KEPT + key, JSON.stringify({ at, draft: written(draft) }));
  return at;
}

export const forgetDraft = (key: string): void => localStorage.removeItem(KEPT + key);
