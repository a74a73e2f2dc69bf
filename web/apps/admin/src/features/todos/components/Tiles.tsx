import { count, nothing } from "@yutang/ui";
import { useTranslation } from "react-i18next";
import type { Counts, Filter } from "../api/todos.ts";
import { asked, TILES, type Tile, tileOf } from "./search.ts";

interface Props {
  counts: Counts | undefined;
  filter: Filter;
  zone: string;
  onFilter: (filter: Filter) => void;
}

const FIELD: Record<Tile, "open" | "overdue" | "due_today" | "escalated" | "pooled" | "done"> = {
  open: "open",
  overdue: "overdue",
  today: "due_today",
  escalated: "escalated",
  pooled: "pooled",
  done: "done",
};

/** How the tasks stand; each number opens its list. */
export function Tiles({ counts, filter, zone, onFilter }: Props) {
  const { t } = useTranslation();
  const chosen = tileOf(filter, zone);
  return (
    <ul className="todo-tiles">
      {TILES.map((tile) => {
        const value = counts?.[FIELD[tile]];
        return (
          <li key={tile}>
            <button
              type="button"
              aria-pressed={tile === chosen}
              onClick={() => onFilter(asked(tile, filter, zone))}
            >
              <span className="todo-tile-name">{t(`todos.tiles.${tile}`)}</span>
              <b className={tile === "overdue" && value ? "num late" : "num"}>
                {value === undefined ? nothing : count(value)}
              </b>
            </button>
          </li>
        );
      })}
    </ul>
  );
}
