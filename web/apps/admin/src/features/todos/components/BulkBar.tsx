import { count } from "@yutang/ui";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { SelectionBar } from "../../../shared/SelectionBar.tsx";
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
      <SelectionBar
        label={t("todos.bar.label")}
        picked={t("todos.bar.picked", { count: picked, n: count(picked) })}
        all={
          all && selection.ids && total !== undefined && total > picked
            ? { label: t("todos.bar.all", { count: total, n: count(total) }), onAll }
            : undefined
        }
        clear={t("todos.bar.clear")}
        onClear={onClear}
      >
        {ACTS.map((one) => (
          <button key={one} type="button" onClick={() => setAct(one)}>
            {t(`todos.bar.${one}`)}
          </button>
        ))}
      </SelectionBar>
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
