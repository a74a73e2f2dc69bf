import { count } from "@yutang/ui";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { SelectionBar } from "../../../shared/SelectionBar.tsx";
import type { Selection, Wish } from "../api/bulk.ts";
import { BulkDialog } from "./BulkDialog.tsx";
import "./bulk.css";

interface Props {
  selection: Selection;
  /** How many the list's conditions find; undefined while it is counted. */
  total: number | undefined;
  /** False where there are more than `total`. */
  exact?: boolean;
  /** Take all that match instead of the picked ones; absent where all are taken. */
  onAll?: (() => void) | undefined;
  onClear: () => void;
  /** More acts, such as the export. */
  children?: ReactNode;
}

const KINDS = ["put_tag", "take_tag", "set_stage"] as const;

/** What can be done with a selection; each act shows its dry run before anything happens. */
export function BulkBar({ selection, total, exact = true, onAll, onClear, children }: Props) {
  const { t } = useTranslation();
  const [kind, setKind] = useState<Wish["kind"] | null>(null);
  const picked = selection.kind === "ids" ? selection.ids.length : (total ?? 0);
  const all = exact ? "bulk.bar.all" : "bulk.bar.allMany";
  return (
    <>
      <SelectionBar
        label={t("bulk.bar.label")}
        picked={
          selection.kind === "ids"
            ? t("bulk.bar.picked", { count: picked, n: count(picked) })
            : t(exact ? "bulk.bar.pickedAll" : "bulk.bar.pickedAllMany", {
                count: picked,
                n: count(picked),
              })
        }
        all={
          selection.kind === "ids" && onAll && total !== undefined && total > picked
            ? { label: t(all, { count: total, n: count(total) }), onAll }
            : undefined
        }
        clear={t("bulk.bar.clear")}
        onClear={onClear}
      >
        {KINDS.map((one) => (
          <button key={one} type="button" onClick={() => setKind(one)}>
            {t(`bulk.acts.${one}`)}
          </button>
        ))}
        {children}
      </SelectionBar>
      {kind && (
        <BulkDialog
          kind={kind}
          selection={selection}
          size={picked}
          onClose={() => setKind(null)}
          onBegun={() => {
            setKind(null);
            onClear();
          }}
        />
      )}
    </>
  );
}
