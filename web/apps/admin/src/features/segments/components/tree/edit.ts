import { DEEPEST, type Leaf, type Node, type Op } from "../../api/tree.ts";
import { whole } from "./blank.ts";

// The tree while it is edited: each node has a key that stays when it moves.
export interface Twig {
  key: string;
  is: Leaf;
}
export interface Branch {
  key: string;
  op: Op;
  of: Item[];
}
export type Item = Branch | Twig;

export const isBranch = (item: Item): item is Branch => "of" in item;

let made = 0;
const newKey = (): string => {
  made += 1;
  return `n${made}`;
};

/** A node of the wire with keys; what the server added to a group is left out. */
export function grown(node: Node): Item {
  return "of" in node
    ? { key: newKey(), op: node.op, of: node.of.map(grown) }
    : { key: newKey(), is: whole(node) };
}

/** A whole tree: what is a single condition stands in a group, so that more can join it. */
export function planted(node: Node): Branch {
  const item = grown(node);
  return isBranch(item) ? item : { key: newKey(), op: "all", of: [item] };
}

export const twig = (is: Leaf): Twig => ({ key: newKey(), is });
export const branch = (op: Op, of: Item[] = []): Branch => ({ key: newKey(), op, of });

export function plain(item: Item): Node {
  return isBranch(item) ? { op: item.op, of: item.of.map(plain) } : item.is;
}

export interface Asked {
  /** What can be counted; null: nothing yet. */
  tree: Node | null;
  /** Where a node stands in it; those that are not filled in stand nowhere. */
  paths: Map<string, string>;
  keys: Map<string, string>;
  /** Conditions that want more. */
  unfinished: string[];
}

/** The tree without what is not filled in yet, and where each node of the screen stands in it. */
export function asked(root: Branch, wants: (leaf: Leaf) => boolean): Asked {
  const paths = new Map<string, string>();
  const unfinished: string[] = [];
  const walk = (item: Item, path: string): Node | null => {
    if (!isBranch(item)) {
      if (wants(item.is)) {
        unfinished.push(item.key);
        return null;
      }
      paths.set(item.key, path);
      return item.is;
    }
    const of: Node[] = [];
    for (const child of item.of) {
      const node = walk(child, path === "" ? `${of.length}` : `${path}.${of.length}`);
      if (node) of.push(node);
    }
    if (of.length === 0) return null;
    paths.set(item.key, path);
    return { op: item.op, of };
  };
  const tree = walk(root, "");
  const keys = new Map([...paths].map(([key, path]) => [path, key]));
  return { tree, paths, keys, unfinished };
}

/** The node nearest to a path of the server's: one that names a part of a leaf is the leaf's. */
export function keyAt(keys: Map<string, string>, path: string): string | undefined {
  let at = path;
  while (at !== "") {
    const key = keys.get(at);
    if (key) return key;
    at = at.includes(".") ? at.slice(0, at.lastIndexOf(".")) : "";
  }
  return keys.get("");
}

export function itemsIn(root: Item): Item[] {
  return isBranch(root) ? [root, ...root.of.flatMap(itemsIn)] : [root];
}

export const leavesIn = (root: Item): number =>
  itemsIn(root).filter((item) => !isBranch(item)).length;

/** How many groups deep it goes, itself counted. */
export function depthOf(item: Item): number {
  return isBranch(item) ? 1 + Math.max(0, ...item.of.map(depthOf)) : 0;
}

interface Place {
  parent: Branch;
  at: number;
}

export function placeOf(root: Branch, key: string): Place | undefined {
  for (const item of itemsIn(root)) {
    if (!isBranch(item)) continue;
    const at = item.of.findIndex((child) => child.key === key);
    if (at >= 0) return { parent: item, at };
  }
  return undefined;
}

/** How deep a group stands, the root at 1; 0 where it is not. */
export function levelOf(root: Branch, key: string, level = 1): number {
  if (root.key === key) return level;
  for (const child of root.of) {
    const found = isBranch(child) ? levelOf(child, key, level + 1) : 0;
    if (found > 0) return found;
  }
  return 0;
}

/** The same tree with one node as `change` makes it. */
export function changed<T extends Item>(root: T, key: string, change: (item: Item) => Item): T {
  if (root.key === key) return change(root) as T;
  if (!isBranch(root)) return root;
  let touched = false;
  const of = root.of.map((child) => {
    const next = changed(child, key, change);
    if (next !== child) touched = true;
    return next;
  });
  return touched ? { ...root, of } : root;
}

export function put(root: Branch, parent: string, at: number, item: Item): Branch {
  return changed(root, parent, (group) =>
    isBranch(group)
      ? { ...group, of: [...group.of.slice(0, at), item, ...group.of.slice(at)] }
      : group,
  );
}

export function removed(root: Branch, key: string): Branch {
  const place = placeOf(root, key);
  if (!place) return root;
  return changed(root, place.parent.key, (group) =>
    isBranch(group) ? { ...group, of: group.of.filter((child) => child.key !== key) } : group,
  );
}

export const MOVES = ["up", "down", "in", "out", "wrap"] as const;
export type Move = (typeof MOVES)[number];

/** The tree after a move; undefined where there is no such move. */
export function moved(root: Branch, key: string, move: Move): Branch | undefined {
  const place = placeOf(root, key);
  if (!place) return undefined;
  const { parent, at } = place;
  const item = parent.of[at];
  if (!item) return undefined;
  const without = removed(root, key);
  if (move === "up") return at > 0 ? put(without, parent.key, at - 1, item) : undefined;
  if (move === "down") {
    return at < parent.of.length - 1 ? put(without, parent.key, at + 1, item) : undefined;
  }
  if (move === "out") {
    const above = placeOf(root, parent.key);
    return above ? put(without, above.parent.key, above.at + 1, item) : undefined;
  }
  const level = levelOf(root, parent.key);
  if (level + 1 + depthOf(item) > DEEPEST) return undefined;
  if (move === "wrap") {
    return changed(root, key, () => branch(parent.op === "any" ? "all" : "any", [item]));
  }
  // Into the group after it, else into the one before.
  const next = parent.of[at + 1];
  const before = parent.of[at - 1];
  if (next && isBranch(next)) return put(without, next.key, 0, item);
  if (before && isBranch(before)) return put(without, before.key, before.of.length, item);
  return undefined;
}

/** The same once more, with keys of its own. */
export function doubled(root: Branch, key: string): Branch {
  const place = placeOf(root, key);
  const item = place?.parent.of[place.at];
  return place && item ? put(root, place.parent.key, place.at + 1, grown(plain(item))) : root;
}
