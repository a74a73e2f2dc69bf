import { count } from "@yutang/ui";
import { useTranslation } from "react-i18next";
import type { Counts } from "../api/imports.ts";

const ORDER = ["created", "changed", "unchanged", "refused"] as const;

/** What becomes of the rows; the four add up to all of them. */
export function Numbers({ counts, done }: { counts: Counts; done: boolean }) {
  const { t } = useTranslation();
  return (
    <dl className="import-numbers">
      {ORDER.map((key) => (
        <div key={key} data-count={key}>
          <dt>{t(`imports.counts.${done ? "done" : "would"}.${key}`)}</dt>
          <dd className="num">{count(counts[key])}</dd>
        </div>
      ))}
    </dl>
  );
}
