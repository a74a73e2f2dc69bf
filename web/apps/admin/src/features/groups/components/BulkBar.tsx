import { count } from "@yutang/ui";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { SelectionBar } from "../../../shared/SelectionBar.tsx";
import { AT_ONCE, type Row } from "../api/groups.ts";
import { ProfilesDialog } from "./ProfilesDialog.tsx";

interface Props {
  picked: readonly Row[];
  onClear: () => void;
}

/** What can be done with the picked groups. */
export function BulkBar({ picked, onClear }: Props) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const over = picked.length > AT_ONCE;
  return (
    <>
      <SelectionBar
        label={t("groups.bar.label")}
        picked={t("groups.bar.picked", { count: picked.length, n: count(picked.length) })}
        clear={t("groups.bar.clear")}
        onClear={onClear}
      >
        <button
          type="button"
          disabled={over}
          title={over ? t("groups.bar.over", { n: AT_ONCE }) : undefined}
          onClick={() => setOpen(true)}
        >
          {t("groups.bar.sort")}
        </button>
      </SelectionBar>
      {open && (
        <ProfilesDialog
          picked={picked}
          onClose={() => setOpen(false)}
          onDone={() => {
            setOpen(false);
            onClear();
          }}
        />
      )}
    </>
  );
}
