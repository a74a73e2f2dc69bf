import { count } from "@yutang/ui";
import { useTranslation } from "react-i18next";
import { ActDialog } from "../../../shared/ActDialog.tsx";
import { useStop } from "../api/handovers.ts";
import type { Handover } from "../api/reading.ts";
import { partOf } from "./sums.ts";
import { useWords } from "./words.ts";

/** What stays done, what WeCom goes on with, and who is not asked any more. */
export function StopDialog({ one, onClose }: { one: Handover; onClose: () => void }) {
  const { t } = useTranslation();
  const words = useWords();
  const stop = useStop(one.id);
  const lines = [
    ["accepted", one.customers.accepted],
    ["waiting", partOf(one.customers, "waiting")],
    ["planned", one.customers.planned],
    ["groupsDone", one.groups.done],
    ["groupsPlanned", one.groups.planned],
  ] as const;
  return (
    <ActDialog
      title={t("handovers.stop.title", { name: one.name })}
      act={t("handovers.stop.act")}
      danger
      focusCancel
      loading={stop.isPending}
      trouble={stop.error ? words(stop.error) : undefined}
      onAct={() => stop.mutate(undefined, { onSuccess: onClose })}
      onClose={onClose}
    >
      <ul className="handover-confirm num">
        {lines
          .filter(([, n]) => n > 0)
          .map(([key, n]) => (
            <li key={key}>{t(`handovers.stop.${key}`, { count: n, n: count(n) })}</li>
          ))}
      </ul>
    </ActDialog>
  );
}
