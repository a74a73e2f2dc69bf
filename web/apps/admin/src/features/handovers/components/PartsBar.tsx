import { count } from "@yutang/ui";
import { useTranslation } from "react-i18next";
import type { Handover } from "../api/reading.ts";
import { PARTS, partOf, peopleOf, shareOf } from "./sums.ts";

/** How the customers of a handover stand: a bar of parts, and the same in words below it. */
export function PartsBar({ customers }: Pick<Handover, "customers">) {
  const { t } = useTranslation();
  const whole = peopleOf(customers);
  const parts = PARTS.map((part) => ({ part, n: partOf(customers, part) })).filter(
    ({ n }) => n > 0,
  );
  const words = parts.map(({ part, n }) => `${t(`handovers.parts.${part}`)} ${count(n)}`);
  return (
    <>
      <span
        className="handover-bar"
        role="img"
        aria-label={t("handovers.bar", { words: words.join(t("common.comma")), n: count(whole) })}
      >
        {parts.map(({ part, n }) => (
          <i key={part} data-part={part} style={{ width: `${shareOf(n, whole)}%` }} />
        ))}
      </span>
      <span className="meta num handover-words">{words.join(" · ")}</span>
    </>
  );
}
