import { Link, type LinkProps, linkOptions } from "@tanstack/react-router";
import { change, count, nothing } from "@yutang/ui";
import { TrendingDown, TrendingUp } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Overview, Today } from "../api/overview.ts";

interface Props {
  today: Today | undefined;
  overview: Overview | undefined;
}

/** Each number leads to its list. */
export function TodayTiles({ today, overview }: Props) {
  const { t } = useTranslation();
  const ended = today ? today.sent + today.late + today.failed + today.impossible : 0;
  const share = today && ended > 0 ? `${percent(today.sent / ended)}%` : nothing;
  const day = today?.date;
  return (
    <ul className="day-tiles">
      <Tile
        name="adds"
        value={today ? count(today.adds) : nothing}
        note={<Against now={today?.adds} before={overview?.adds_before} goodUp />}
        to={linkOptions({ to: "/welcomes", search: { tab: "adds" } })}
      />
      <Tile
        name="half"
        value={today ? count(today.half) : nothing}
        note={t("overview.toList")}
        to={linkOptions({ to: "/customers", search: { state: "half" } })}
      />
      <Tile
        name="losses"
        value={today ? count(today.losses) : nothing}
        note={<Against now={today?.losses} before={overview?.losses_before} goodUp={false} />}
        to={linkOptions({
          to: "/losses",
          search: day ? { from: day, to: day } : {},
        })}
      />
      <Tile
        name="inTime"
        value={share}
        note={
          today && ended > 0
            ? t("overview.ofAdds", { sent: count(today.sent), adds: count(ended) })
            : t("overview.noAdds")
        }
        to={linkOptions({ to: "/welcomes", search: { outcome: "sent" } })}
      />
      {today?.callbacks_waiting === null ? null : <InboxTiles today={today} />}
    </ul>
  );
}

/** How the whole company's inbox stands; who sees a part of the company is told nothing of it. */
function InboxTiles({ today }: { today: Today | undefined }) {
  const { t } = useTranslation();
  return (
    <>
      <Tile
        name="waiting"
        value={today ? count(today.callbacks_waiting ?? 0) : nothing}
        note={t("overview.toList")}
        to={linkOptions({ to: "/settings/callbacks", search: { status: "waiting" } })}
      />
      <Tile
        name="dead"
        value={today ? count(today.dead_letters ?? 0) : nothing}
        bad={Boolean(today?.dead_letters)}
        note={
          today?.dead_letters
            ? t("overview.toDead", { n: count(today.dead_letters) })
            : t("overview.allHandled")
        }
        to={linkOptions({ to: "/settings/callbacks", search: { status: "dead" } })}
      />
    </>
  );
}

interface TileProps {
  name: string;
  value: string;
  note: ReactNode;
  to: LinkProps;
  bad?: boolean;
}

function Tile({ name, value, note, to, bad = false }: TileProps) {
  const { t } = useTranslation();
  const words = t(`overview.tiles.${name}`);
  return (
    <li className="day-tile">
      <Link {...to} className="tile-link" aria-label={words} />
      <span className="day-tile-name">{words}</span>
      <b className={bad ? "num bad" : "num"}>{value}</b>
      <span className="meta num">{note}</span>
    </li>
  );
}

interface AgainstProps {
  now: number | undefined;
  before: number | undefined;
  /** Growth is coloured by good and bad, not by up and down. */
  goodUp: boolean;
}

function Against({ now, before, goodUp }: AgainstProps) {
  const { t } = useTranslation();
  if (now === undefined || before === undefined) return nothing;
  const share = change(now, before);
  const words = t("overview.sameTime", { n: count(before) });
  if (share === null || share === 0) return words;
  const up = share > 0;
  const Arrow = up ? TrendingUp : TrendingDown;
  return (
    <>
      <span className={up === goodUp ? "trend good" : "trend bad"}>
        <Arrow size={14} aria-label={up ? t("overview.better") : t("overview.worse")} />
        {up ? "+" : "−"}
        {Math.abs(share)}%
      </span>{" "}
      {words}
    </>
  );
}

/** One decimal without a trailing zero; all and nothing only where it is all or nothing. */
export function percent(share: number): string {
  if (share > 0.999 && share < 1) return ">99.9";
  if (share > 0 && share < 0.001) return "<0.1";
  return String(Math.round(share * 1000) / 10);
}
