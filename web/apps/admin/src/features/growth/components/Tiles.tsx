import { change, count, nothing } from "@yutang/ui";
import { TrendingDown, TrendingUp } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { Numbers, Report } from "../api/growth.ts";
import { TILES, type Tile } from "./search.ts";
import { percent, yuan } from "./words.ts";

export function valueOf(tile: Tile, numbers: Numbers): number {
  return tile === "lost" ? numbers.lost_by_customer + numbers.lost_by_staff : numbers[tile];
}

interface Props {
  report: Report | undefined;
  days: number;
  chosen: Tile;
  onChoose: (tile: Tile) => void;
}

/** Four numbers; the chosen one is the chart's. */
export function Tiles({ report, days, chosen, onChoose }: Props) {
  const { t } = useTranslation();
  return (
    <ul className="growth-tiles">
      {TILES.map((tile) => (
        <li key={tile}>
          <button type="button" aria-pressed={tile === chosen} onClick={() => onChoose(tile)}>
            <span className="growth-tile-name">{t(`growth.tiles.${tile}`)}</span>
            <b className="num">{report ? count(valueOf(tile, report.total)) : nothing}</b>
            <span className="meta num">
              {report && <Against tile={tile} report={report} days={days} />}
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}

function Against({ tile, report, days }: { tile: Tile; report: Report; days: number }) {
  const { t } = useTranslation();
  if (tile === "stayed") {
    return t("growth.stayedOf", { share: percent(report.total.stayed, report.total.adds) });
  }
  const now = valueOf(tile, report.total);
  const before = valueOf(tile, report.before);
  const share = change(now, before);
  const words = t("growth.before", { count: days, n: count(before) });
  if (share === null || share === 0) return words;
  const up = share > 0;
  const Arrow = up ? TrendingUp : TrendingDown;
  const good = up === (tile !== "lost");
  return (
    <>
      <span className={good ? "trend good" : "trend bad"}>
        <Arrow size={14} aria-label={t(up ? "growth.more" : "growth.less")} />
        {up ? "+" : "−"}
        {Math.abs(share)}%
      </span>{" "}
      {words}
    </>
  );
}

/** Kept, welcomed, replied, cost: each with the reason where nobody can know it. */
export function Facts({ report }: { report: Report }) {
  const { t } = useTranslation();
  const { total, untold } = report;
  const why = (key: string) => (untold[key] ? t(`growth.untold.${untold[key]}`) : "");
  const facts: [string, string, string][] = [
    ...total.kept.map((one): [string, string, string] => [
      t("growth.kept", { count: one.days }),
      one.kept === null ? nothing : percent(one.kept, one.of),
      one.kept === null
        ? why(`kept${one.days}`)
        : t("growth.of", { count: one.of, n: count(one.of) }),
    ]),
    [
      t("growth.welcomed"),
      count(total.welcomed),
      t("growth.unwelcomed", {
        late: count(total.late),
        failed: count(total.failed + total.impossible),
      }),
    ],
    [t("growth.halves"), count(total.halves), t("growth.halvesAbout")],
    [t("growth.replied"), nothing, why("replied")],
    total.orders === null
      ? [t("growth.orders"), nothing, why("orders")]
      : [t("growth.orders"), count(total.orders), yuan(total.orders_fen ?? 0)],
    [
      t("growth.perKept"),
      total.cost_per_kept_fen === null ? nothing : yuan(total.cost_per_kept_fen),
      total.cost_fen === null
        ? why("cost_fen")
        : t("growth.costOf", { cost: yuan(total.cost_fen) }),
    ],
  ];
  return (
    <dl className="growth-facts">
      {facts.map(([name, value, about]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd className="num">{value}</dd>
          <dd className="meta">{about}</dd>
        </div>
      ))}
    </dl>
  );
}
