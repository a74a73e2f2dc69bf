import { count } from "@yutang/ui";
import { X } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { BulkAct, Selection } from "../api/todos.ts";
import { BulkDialog } from "./BulkDialog.tsx";

interface Props {
  selection: Selection;
  total: number | undefined;
  /** False where there are more than one act may change. */
  all: boolean;
  onAll: () => void;
  onClear: () => void;
}

const ACTS = ["reassign", "done", "drop"] as const;

/** What can be done with the picked tasks. */
export function BulkBar({ selection, total, all, onAll, onClear }: Props) {
  const { t } = useTranslation();
  const [act, setAct] = useState<BulkAct["act"] | null>(null);
  const picked = selection.ids?.length ?? total ?? 0;
  return (
    <>
      <section className="todo-bar" aria-label={t("todos.bar.label")}>
        <span className="num" aria-live="polite">
          {t("todos.bar.picked", { count: picked, n: count(picked) })}
        </span>
        {all && selection.ids && total !== undefined && total > picked && (
          <button type="button" className="todo-bar-all" onClick={onAll}>
            {t("todos.bar.all", { count: total, n: count(total) })}
          </button>
        )}
        <span className="todo-bar-acts">
          {ACTS.map((one) => (
            <button key={one} type="button" onClick={() => setAct(one)}>
              {t(`todos.bar.${one}`)}
            </button>
          ))}
        </span>
        <button type="button" aria-label={t("todos.bar.clear")} onClick={onClear}>
          <X size={16} aria-hidden="true" />
        </button>
      </section>
      {act && (
        <BulkDialog
          act={act}
          selection={selection}
          onClose={() => setAct(null)}
          onDone={() => {
            setAct(null);
            onClear();
          }}
        />
      )}
    </>
  );
}
