import { change, count, nothing } from "@yutang/ui";
import { TrendingDown, TrendingUp } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { Filter, Summary, Totals, What } from "../api/losses.ts";

export const TILES = ["relations", "byCustomer", "persons", "returned"] as const;
export type Tile = (typeof TILES)[number];

/** What a tile asks the list for. */
export const asks: Record<Tile, { what: What; by: Filter["by"] }> = {
  relations: { what: "relations", by: undefined },
  byCustomer: { what: "relations", by: "customer" },
  persons: { what: "persons", by: undefined },
  returned: { what: "returned", by: undefined },
};

export function valueOf(tile: Tile, totals: Totals): number {
  if (tile === "relations") return totals.by_customer + totals.by_staff;
  return tile === "byCustomer" ? totals.by_customer : totals[tile];
}

interface Props {
  summary: Summary | undefined;
  days: number;
  chosen: Tile | undefined;
  onChoose: (tile: Tile) => void;
}

/** Four numbers; the chosen one is the chart's and the list's. */
export function Tiles({ summary, days, chosen, onChoose }: Props) {
  const { t } = useTranslation();
  return (
    <ul className="loss-tiles">
      {TILES.map((tile) => (
        <li key={tile}>
          <button type="button" aria-pressed={tile === chosen} onClick={() => onChoose(tile)}>
            <span className="loss-tile-name">{t(`losses.tiles.${tile}`)}</span>
            <b className="num">{summary ? count(valueOf(tile, summary.total)) : nothing}</b>
            <span className="meta num">
              {summary && <Against tile={tile} summary={summary} days={days} />}
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}

function Against({ tile, summary, days }: { tile: Tile; summary: Summary; days: number }) {
  const { t } = useTranslation();
  const now = valueOf(tile, summary.total);
  const before = valueOf(tile, summary.before);
  const share = change(now, before);
  const words = t("losses.before", { count: days, n: count(before) });
  if (share === null || share === 0) return words;
  const up = share > 0;
  const Arrow = up ? TrendingUp : TrendingDown;
  // Who comes back is good news, every other number here is not.
  const good = up === (tile === "returned");
  return (
    <>
      <span className={good ? "trend good" : "trend bad"}>
        <Arrow size={14} aria-label={t(up ? "losses.more" : "losses.less")} />
        {up ? "+" : "−"}
        {Math.abs(share)}%
      </span>{" "}
      {words}
    </>
  );
}
