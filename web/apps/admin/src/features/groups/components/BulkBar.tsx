import { count } from "@yutang/ui";
import { X } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
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
      <section className="group-bar" aria-label={t("groups.bar.label")}>
        <span className="num" aria-live="polite">
          {t("groups.bar.picked", { count: picked.length, n: count(picked.length) })}
        </span>
        <button
          type="button"
          disabled={over}
          title={over ? t("groups.bar.over", { n: AT_ONCE }) : undefined}
          onClick={() => setOpen(true)}
        >
          {t("groups.bar.sort")}
        </button>
        <button type="button" aria-label={t("groups.bar.clear")} onClick={onClear}>
          <X size={16} aria-hidden="true" />
        </button>
      </section>
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
