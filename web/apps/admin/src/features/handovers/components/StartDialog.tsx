import { count } from "@yutang/ui";
import { useTranslation } from "react-i18next";
import { ActDialog } from "../../../shared/ActDialog.tsx";
import { useStart } from "../api/handovers.ts";
import type { Giver, Preview, Wish } from "../api/reading.ts";
import { startWords } from "./PreviewPanel.tsx";
import { span, useWords } from "./words.ts";

interface Props {
  giver: Giver;
  preview: Preview;
  wish: Wish & { name: string };
  onClose: () => void;
  onStarted: (id: number) => void;
}

/** What begins, when it ends, and what cannot be taken back. */
export function StartDialog({ giver, preview, wish, onClose, onStarted }: Props) {
  const { t } = useTranslation();
  const words = useWords();
  const start = useStart();
  const people = preview.customers.can;
  const groups = preview.groups.can;
  const rest = preview.customers.matching - people + (preview.groups.matching - groups);
  const names = preview.takers
    .filter((one) => one.customers + one.groups > 0)
    .map((one) => one.staff.name)
    .join(t("common.comma"));
  return (
    <ActDialog
      title={t("handovers.confirm.title", { from: giver.staff.name, to: names })}
      act={startWords(preview, t)}
      width={560}
      loading={start.isPending}
      trouble={start.error ? words(start.error) : undefined}
      onAct={() => start.mutate(wish, { onSuccess: (made) => onStarted(made.id) })}
      onClose={onClose}
    >
      <ul className="handover-confirm">
        {people > 0 && <li>{t("handovers.confirm.day", { count: people, n: count(people) })}</li>}
        {people > 0 && giver.mode === "on_job" && (
          <li>
            {wish.message
              ? t("handovers.confirm.message", { message: wish.message })
              : t("handovers.confirm.noMessage")}
          </li>
        )}
        {groups > 0 && (
          <li>
            {t("handovers.confirm.groups", {
              count: groups,
              n: count(groups),
              days: preview.groups.days,
            })}
          </li>
        )}
        {rest > 0 && <li>{t("handovers.confirm.rest", { count: rest, n: count(rest) })}</li>}
        <li>{t("handovers.confirm.stop")}</li>
        <li className="num">
          {t("handovers.preview.calls", {
            count: preview.calls,
            n: count(preview.calls),
            eta: span(preview.eta_seconds, t),
          })}
        </li>
      </ul>
    </ActDialog>
  );
}
