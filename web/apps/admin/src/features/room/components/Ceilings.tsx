import { count, dateTime, fullMoment, nothing, shortMoment } from "@yutang/ui";
import { useTranslation } from "react-i18next";
import type { Overview, Room } from "../api/room.ts";
import { Bar, percent } from "./Bar.tsx";

interface Props {
  overview: Overview;
  zone: string;
}

/** Each of WeCom's ceilings: what is used, what is left, how old the number is. */
export function Ceilings({ overview, zone }: Props) {
  const { t } = useTranslation();
  return (
    <section className="room-part">
      <h2>{t("room.ceilings.title")}</h2>
      <ul className="room-ceilings">
        {overview.rooms.map((room) => (
          <li key={room.kind} data-kind={room.kind}>
            <div>
              <b>{t(`room.kinds.${room.kind}`)}</b>
              <span className="meta">{t(`room.about.${room.kind}`)}</span>
            </div>
            <div>
              <Bar
                share={room.share}
                warned={room.warned}
                label={t("room.share", { name: t(`room.kinds.${room.kind}`) })}
              />
              <p className="num">
                <Figures room={room} />
              </p>
              <Age room={room} zone={zone} />
              {room.kind === "links" && <Parts overview={overview} zone={zone} />}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Figures({ room }: { room: Room }) {
  const { t } = useTranslation();
  if (room.used === null || room.limit === null) {
    return <>{t(room.reason ? "room.unread" : "room.uncounted", { nothing })}</>;
  }
  if (room.limit === 0) return <>{t("room.noQuota")}</>;
  return (
    <>
      {t("room.figures", {
        used: count(room.used),
        limit: count(room.limit),
        left: count(room.left ?? 0),
      })}
      {room.share !== null && (
        <span className={room.warned ? "room-share warned" : "room-share"}>
          {percent(room.share)}
          {room.warned && ` · ${t(room.left ? "room.nearly" : "room.full")}`}
        </span>
      )}
    </>
  );
}

function Age({ room, zone }: { room: Room; zone: string }) {
  const { t } = useTranslation();
  return (
    <p className="meta num">
      {room.as_of && (
        <span title={fullMoment(room.as_of, zone)}>
          {t("common.asOf", { time: shortMoment(room.as_of, zone) })}
        </span>
      )}
      {room.reason && (
        <span className="room-reason">
          {room.as_of && " · "}
          {t("room.refused", { reason: room.reason })}
        </span>
      )}
    </p>
  );
}

function Parts({ overview, zone }: Props) {
  const { t } = useTranslation();
  const next = overview.link_quota[0];
  return (
    <p className="meta num">
      {overview.link_customers !== null &&
        t("room.won", { count: overview.link_customers, n: count(overview.link_customers) })}
      {next &&
        ` · ${t("room.ends", {
          n: count(next.left),
          day: dateTime(next.ends_at, zone).slice(0, 10),
        })}`}
    </p>
  );
}
