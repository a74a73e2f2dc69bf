import { useTranslation } from "react-i18next";
import { ActDialog } from "../../../../shared/ActDialog.tsx";
import { useDelete, useUses } from "../../api/segments.ts";
import type { Detail } from "../../api/types.ts";
import { useTrouble } from "../trouble.ts";

interface Props {
  segment: Detail;
  onClose: () => void;
  onGone: () => void;
}

/** Nobody may use it still; the customers stay as they are. */
export function DeleteDialog({ segment, onClose, onGone }: Props) {
  const { t } = useTranslation();
  const remove = useDelete();
  const uses = useUses(segment.id);
  const trouble = useTrouble();
  const used = uses.data?.items ?? [];
  return (
    <ActDialog
      title={t("segments.delete.title", { name: segment.name })}
      act={t("segments.delete.do", { name: segment.name })}
      danger
      focusCancel
      disabled={uses.isPending || used.length > 0}
      loading={remove.isPending}
      trouble={remove.error ? trouble(remove.error) : undefined}
      onClose={onClose}
      onAct={() => remove.mutate(segment.id, { onSuccess: onGone })}
    >
      <p>
        {used.length > 0
          ? t("segments.delete.used", {
              count: used.length,
              n: used.length,
              names: used.map((one) => one.name).join(t("common.comma")),
            })
          : t("segments.delete.what")}
      </p>
    </ActDialog>
  );
}
