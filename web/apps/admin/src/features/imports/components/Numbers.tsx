import { count } from "@yutang/ui";
import { useTranslation } from "react-i18next";
import type { Counts, Subject } from "../api/imports.ts";

const ORDER = ["created", "changed", "unchanged", "refused"] as const;
/** An event that happened never changes. */
const OF_EVENTS = ["created", "unchanged", "refused"] as const;

interface Props {
  counts: Counts;
  done: boolean;
  subject: Subject;
}

/** What becomes of the rows; of customers the four add up to all of them. */
export function Numbers({ counts, done, subject }: Props) {
  const { t } = useTranslation();
  return (
    <dl className="import-numbers">
      {(subject === "events" ? OF_EVENTS : ORDER).map((key) => (
        <div key={key} data-count={key}>
          <dt>
            {t(
              subject !== "members" && key !== "refused"
                ? `imports.counts.${done ? `${subject}Done` : subject}.${key}`
                : `imports.counts.${done ? "done" : "would"}.${key}`,
            )}
          </dt>
          <dd className="num">{count(counts[key])}</dd>
        </div>
      ))}
    </dl>
  );
}
