import { describe, expect, test } from "vitest";
import type { Node } from "../../api/tree.ts";
import { wants } from "./blank.ts";
import {
  asked,
  branch,
  doubled,
  type Item,
  isBranch,
  keyAt,
  moved,
  placeOf,
  plain,
  planted,
  put,
  removed,
  twig,
} from "./edit.ts";

const tag = (id: number): Node => ({ leaf: "tag", how: "any", tags: [id] });
const open: Node = { leaf: "tag", how: "any", tags: [] };

const keyOf = (root: ReturnType<typeof planted>, ...path: number[]): string => {
  let item: Item = root;
  for (const at of path) {
    const next: Item | undefined = isBranch(item) ? item.of[at] : undefined;
    if (!next) throw new Error("no such row");
    item = next;
  }
  return item.key;
};

describe("a tree that is edited", () => {
  test("says the same as the one it grew from; a single condition gets a group", () => {
    const tree: Node = { op: "all", of: [tag(1), { op: "none", of: [tag(2)] }] };
    expect(plain(planted(tree))).toEqual(tree);
    expect(plain(planted(tag(7)))).toEqual({ op: "all", of: [tag(7)] });
  });

  test("is asked without what is not filled in, and paths lead back to the rows", () => {
    const root = planted({ op: "all", of: [open, { op: "any", of: [open] }, tag(3)] });
    const question = asked(root, wants);
    expect(question.tree).toEqual({ op: "all", of: [tag(3)] });
    expect(question.unfinished).toEqual([keyOf(root, 0), keyOf(root, 1, 0)]);
    expect(question.paths.get(keyOf(root, 2))).toBe("0");
    expect(keyAt(question.keys, "0.tags.1")).toBe(keyOf(root, 2));
    expect(keyAt(question.keys, "")).toBe(root.key);
    expect(asked(planted({ op: "all", of: [open] }), wants).tree).toBeNull();
  });

  test("moves rows up, down, into the group beside, out and into one of their own", () => {
    const root = planted({ op: "all", of: [tag(1), { op: "any", of: [tag(2)] }, tag(3)] });
    const first = keyOf(root, 0);
    const last = keyOf(root, 2);
    expect(moved(root, first, "up")).toBeUndefined();
    expect(plain(moved(root, last, "up") ?? root)).toEqual({
      op: "all",
      of: [tag(1), tag(3), { op: "any", of: [tag(2)] }],
    });
    const inside = moved(root, first, "in") ?? root;
    expect(plain(inside)).toEqual({
      op: "all",
      of: [{ op: "any", of: [tag(1), tag(2)] }, tag(3)],
    });
    expect(plain(moved(inside, first, "out") ?? root)).toEqual({
      op: "all",
      of: [{ op: "any", of: [tag(2)] }, tag(1), tag(3)],
    });
    expect(plain(moved(root, last, "wrap") ?? root)).toEqual({
      op: "all",
      of: [tag(1), { op: "any", of: [tag(2)] }, { op: "any", of: [tag(3)] }],
    });
  });

  test("goes no deeper than the language does", () => {
    let node: Node = tag(1);
    for (let level = 0; level < 8; level += 1) node = { op: "all", of: [node, tag(level + 2)] };
    const root = planted(node);
    const deepest = keyOf(root, 0, 0, 0, 0, 0, 0, 0, 0);
    expect(moved(root, deepest, "wrap")).toBeUndefined();
    expect(moved(root, keyOf(root, 1), "in")).toBeDefined();
  });

  test("takes a removal back where it was, and doubles with keys of its own", () => {
    const root = planted({ op: "all", of: [tag(1), tag(2)] });
    const key = keyOf(root, 0);
    const place = placeOf(root, key);
    const without = removed(root, key);
    expect(plain(without)).toEqual({ op: "all", of: [tag(2)] });
    const item = place?.parent.of[place.at];
    if (!item) throw new Error("no such row");
    expect(plain(put(without, root.key, 0, item))).toEqual(plain(root));
    const twice = doubled(root, key);
    expect(plain(twice)).toEqual({ op: "all", of: [tag(1), tag(1), tag(2)] });
    expect(new Set(twice.of.map((one) => one.key)).size).toBe(3);
    expect(branch("any", [twig({ leaf: "silence", days: 3 })]).of).toHaveLength(1);
  });
});
