import { count } from "@yutang/ui";
import { useTranslation } from "react-i18next";
import { type Handover, PERSON_STATES, type PersonState } from "../api/reading.ts";
import { partOf } from "./sums.ts";

interface Props {
  one: Handover;
  chosen: PersonState | undefined;
  onChoose: (state: PersonState | undefined) => void;
}

/** Customers by state; a number opens its people, once more all of them. */
export function Tiles({ one, chosen, onChoose }: Props) {
  const { t } = useTranslation();
  return (
    <ul className="handover-states">
      {PERSON_STATES.map((state) => {
        const n = state === "excluded" ? one.customers.excluded : partOf(one.customers, state);
        return (
          <li key={state} data-state={state}>
            <button
              type="button"
              aria-pressed={state === chosen}
              onClick={() => onChoose(state === chosen ? undefined : state)}
            >
              <span className="handover-tile-name">{t(`handovers.parts.${state}`)}</span>
              <b className={n === 0 ? "num zero" : "num"}>{count(n)}</b>
            </button>
          </li>
        );
      })}
    </ul>
  );
}
