import type { Tag } from "../api/tags.ts";

/** What is open over a group, and on which of its tags. */
export type Dialog =
  | { kind: "add" | "renameGroup" | "deleteGroup" }
  | { kind: "rename" | "merge" | "move" | "delete"; tag: Tag };
