import { App } from "antd";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Leaf, LeafName, Op } from "../../api/tree.ts";
import { useOffers } from "../context.ts";
import { blank } from "./blank.ts";
import {
  type Branch,
  branch,
  changed,
  doubled,
  isBranch,
  itemsIn,
  leavesIn,
  type Move,
  moved,
  placeOf,
  put,
  removed,
  twig,
} from "./edit.ts";

const UNDO_SECONDS = 10;

/** Where the keyboard goes after the tree changed. */
function focusRow(key: string, part: string): void {
  const row = document.querySelector(`[data-key="${key}"]`);
  row?.querySelector<HTMLElement>(part)?.focus();
}

/** What changes the tree; a removal can be undone for a while. */
export function useTreeState(root: Branch, setRoot: (change: (root: Branch) => Branch) => void) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const offers = useOffers();
  const next = useRef<{ key: string; part: string } | null>(null);
  const [moves, setMoves] = useState(0);
  useEffect(() => {
    if (next.current) focusRow(next.current.key, next.current.part);
    next.current = null;
  }, [moves]);
  const focus = (key: string, part: string) => {
    next.current = { key, part };
    setMoves((n) => n + 1);
  };

  const remove = (key: string) => {
    const place = placeOf(root, key);
    const gone = place?.parent.of[place.at];
    if (!place || !gone) return;
    const parent = place.parent.key;
    setRoot((now) => removed(now, key));
    focus(parent, "[data-add]");
    const undo = () => {
      message.destroy(key);
      setRoot((now) =>
        // The group it stood in may be gone since: then it comes back at the end.
        itemsIn(now).some((item) => item.key === parent)
          ? put(now, parent, place.at, gone)
          : put(now, now.key, now.of.length, gone),
      );
      focus(key, "input, button");
    };
    message.open({
      key,
      type: "info",
      duration: UNDO_SECONDS,
      content: (
        <span>
          {t("segments.removed", { count: leavesIn(gone), n: leavesIn(gone) })}{" "}
          <button type="button" className="link" onClick={undo}>
            {t("segments.undo")}
          </button>
        </span>
      ),
    });
  };

  return {
    setLeaf: (key: string, leaf: Leaf) =>
      setRoot((now) =>
        changed(now, key, (item) => (isBranch(item) ? item : { ...item, is: leaf })),
      ),
    setOp: (key: string, op: Op) =>
      setRoot((now) => changed(now, key, (item) => (isBranch(item) ? { ...item, op } : item))),
    add: (group: string, name: LeafName) => {
      const made = twig(blank(name, offers));
      setRoot((now) => changed(now, group, (item) => withOne(item, made)));
      focus(made.key, "input");
    },
    addGroup: (group: string) => {
      const made = branch("any");
      setRoot((now) => changed(now, group, (item) => withOne(item, made)));
      focus(made.key, "[data-add]");
    },
    remove,
    move: (key: string, move: Move) => {
      setRoot((now) => moved(now, key, move) ?? now);
      focus(key, "[data-remove]");
    },
    double: (key: string) => setRoot((now) => doubled(now, key)),
  };
}

function withOne<T extends { key: string }>(item: T, made: Branch["of"][number]): T {
  return "of" in item ? { ...item, of: [...(item as unknown as Branch).of, made] } : item;
}
