import { count } from "@yutang/ui";
import { useTranslation } from "react-i18next";
import { percent } from "../../../shared/percent.ts";
import type { ClassKey, Size } from "../api/rfm.ts";
import { sum } from "./words.ts";

interface Props {
  classes: readonly Size[];
  chosen: ClassKey | undefined;
  onChoose: (key: ClassKey | undefined) => void;
}

/** Eight tiles: how many, their share of people and of money. One pressed shows its people. */
export function Classes({ classes, chosen, onChoose }: Props) {
  const { t } = useTranslation();
  const people = classes.reduce((all, one) => all + one.people, 0);
  const fen = classes.reduce((all, one) => all + one.amount_fen, 0);
  return (
    <ul className="rfm-classes" aria-label={t("rfm.classes.title")}>
      {classes.map((one) => (
        <li key={one.key}>
          <button
            type="button"
            aria-pressed={one.key === chosen}
            title={t(`rfm.classes.means.${one.key}`)}
            onClick={() => onChoose(one.key === chosen ? undefined : one.key)}
          >
            <span className="rfm-class-name">{t(`rfm.classes.${one.key}`)}</span>
            <b className="num">{count(one.people)}</b>
            <span className="meta num">
              {t("rfm.classes.ofPeople", { share: percent(people ? one.people / people : 0) })}
            </span>
            <span className="rfm-share" aria-hidden="true">
              <i style={{ width: `${fen ? (100 * one.amount_fen) / fen : 0}%` }} />
            </span>
            <span className="meta num" title={sum(one.amount_fen)}>
              {t("rfm.classes.ofMoney", { share: percent(fen ? one.amount_fen / fen : 0) })}
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}
