import { useMemo, useRef } from "react";
import { useTranslation } from "react-i18next";
import { useCount, useSettled } from "../../api/live.ts";
import { faultOf } from "../trouble.ts";
import { wants } from "./blank.ts";
import { asked, type Branch, keyAt } from "./edit.ts";

/** What a tree asks, counted once nothing changes for a moment; `refused` is what saving it met. */
export function useCounted(root: Branch, refused: Error | null) {
  const { t } = useTranslation();
  const question = useMemo(() => asked(root, wants), [root]);
  const tree = useSettled(question.tree);
  const counted = useCount(tree);
  const settling = JSON.stringify(question.tree) !== JSON.stringify(tree);
  // What was counted stays at its row until the next answer is there.
  const counts = useRef<Map<string, number>>(new Map());
  if (counted.data && !settling && !counted.isPlaceholderData) {
    const now = new Map<string, number>();
    for (const [key, path] of question.paths) {
      const n = counted.data.nodes[path];
      if (n !== undefined) now.set(key, n);
    }
    counts.current = now;
  }
  const fault = faultOf(counted.error) ?? faultOf(refused);
  const faults = new Map<string, string>();
  if (fault && !settling) {
    faults.set(
      keyAt(question.keys, fault.path) ?? root.key,
      t("segments.faultOf", { text: fault.text }),
    );
  }
  return {
    question,
    tree,
    counted,
    counts: counts.current,
    faults,
    dimmed: settling || counted.isFetching,
    /** Why there is no number, where it is not the tree's own fault. */
    error: fault || settling ? null : counted.error,
  };
}
