import { Link } from "@tanstack/react-router";
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
        name={t("overview.tiles.adds")}
        value={today ? count(today.adds) : nothing}
        note={<Against now={today?.adds} before={overview?.adds_before} goodUp />}
        link={<Link to="/welcomes" className="tile-link" aria-label={t("overview.tiles.adds")} />}
      />
      <Tile
        name={t("overview.tiles.half")}
        value={today ? count(today.half) : nothing}
        note={t("overview.toList")}
        link={
          <Link
            to="/customers"
            search={{ state: "half" }}
            className="tile-link"
            aria-label={t("overview.tiles.half")}
          />
        }
      />
      <Tile
        name={t("overview.tiles.losses")}
        value={today ? count(today.losses) : nothing}
        note={<Against now={today?.losses} before={overview?.losses_before} goodUp={false} />}
        link={
          <Link
            to="/customers"
            search={day ? { ended_from: day, ended_to: day } : {}}
            className="tile-link"
            aria-label={t("overview.tiles.losses")}
          />
        }
      />
      <Tile
        name={t("overview.tiles.inTime")}
        value={share}
        note={
          today && ended > 0
            ? t("overview.ofAdds", { sent: count(today.sent), adds: count(ended) })
            : t("overview.noAdds")
        }
        link={
          <Link
            to="/welcomes"
            search={{ outcome: "sent", ...(day ? { on: day } : {}) }}
            className="tile-link"
            aria-label={t("overview.tiles.inTime")}
          />
        }
      />
      <Tile
        name={t("overview.tiles.waiting")}
        value={today ? count(today.callbacks_waiting) : nothing}
        note={t("overview.toList")}
        link={
          <Link
            to="/settings/callbacks"
            search={{ status: "waiting" }}
            className="tile-link"
            aria-label={t("overview.tiles.waiting")}
          />
        }
      />
      <Tile
        name={t("overview.tiles.dead")}
        value={today ? count(today.dead_letters) : nothing}
        bad={Boolean(today?.dead_letters)}
        note={
          today?.dead_letters
            ? t("overview.toDead", { n: count(today.dead_letters) })
            : t("overview.allHandled")
        }
        link={
          <Link
            to="/settings/callbacks"
            search={{ status: "dead" }}
            className="tile-link"
            aria-label={t("overview.tiles.dead")}
          />
        }
      />
    </ul>
  );
}

interface TileProps {
  name: string;
  value: string;
  note: ReactNode;
  link: ReactNode;
  bad?: boolean;
}

function Tile({ name, value, note, link, bad = false }: TileProps) {
  return (
    <li className="day-tile">
      {link}
      <span className="day-tile-name">{name}</span>
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
