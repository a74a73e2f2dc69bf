import { createContext, useContext } from "react";
import type { Leaf, LeafName, Op } from "../../api/tree.ts";
import type { Branch, Move } from "./edit.ts";

/** What the rows of a tree show and do. */
export interface TreeView {
  root: Branch;
  /** By key: how many fulfil it; undefined while it was never counted. */
  counts: ReadonlyMap<string, number>;
  universe: number | undefined;
  /** The numbers are of the tree before; new ones are on their way. */
  dimmed: boolean;
  /** What the server says is wrong, by key. */
  faults: ReadonlyMap<string, string>;
  /** Saving was tried: what is not filled in says so. */
  strict: boolean;
  setLeaf: (key: string, leaf: Leaf) => void;
  setOp: (key: string, op: Op) => void;
  add: (group: string, leaf: LeafName) => void;
  addGroup: (group: string) => void;
  remove: (key: string) => void;
  move: (key: string, move: Move) => void;
  double: (key: string) => void;
}

export const TreeContext = createContext<TreeView | null>(null);

export function useTree(): TreeView {
  const tree = useContext(TreeContext);
  if (!tree) throw new Error("rows stand within a tree");
  return tree;
}
