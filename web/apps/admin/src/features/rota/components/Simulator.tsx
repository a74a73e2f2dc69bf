import { count } from "@yutang/ui";
import { Alert, Button, DatePicker, InputNumber, Segmented } from "antd";
import dayjs from "dayjs";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type Simulation, useSimulation } from "../api/rota.ts";
import { clockOf } from "./draft.ts";
import { useWords } from "./words.ts";

const MOST = 100_000;
const USUAL = 10_000;
const PERCENT = 100;
const SHOWN = 20;
const OPEN = 10;
const CLOSED = 22;
const EVENING = 18;

type Shape = "even" | "shop" | "evening";
const WEIGHTS: Record<Shape, (hour: number) => number> = {
  even: () => 1,
  shop: (hour) => (hour >= OPEN && hour < CLOSED ? 1 : 0),
  evening: (hour) => (hour >= EVENING && hour < CLOSED ? 6 : 1),
};
const SHAPES = Object.keys(WEIGHTS) as Shape[];
const HOURS = Array.from({ length: 24 }, (_, hour) => hour);

/** A day of made-up scans played through the saved rules. */
export function Simulator({ id, zone }: { id: number; zone: string }) {
  const { t } = useTranslation();
  const words = useWords();
  const play = useSimulation(id);
  const [scans, setScans] = useState<number | null>(USUAL);
  const [shape, setShape] = useState<Shape>("shop");
  const [day, setDay] = useState(() =>
    new Intl.DateTimeFormat("sv-SE", { timeZone: zone, dateStyle: "short" }).format(new Date()),
  );
  return (
    <section aria-labelledby="rota-play">
      <h2 id="rota-play">{t("rota.play.title")}</h2>
      <p className="meta">{t("rota.play.about")}</p>
      <div className="rota-play">
        <label>
          {t("rota.play.scans")}
          <InputNumber min={1} max={MOST} precision={0} value={scans} onChange={setScans} />
        </label>
        <label>
          {t("rota.play.day")}
          <DatePicker
            allowClear={false}
            value={dayjs(day)}
            onChange={(next) => next && setDay(next.format("YYYY-MM-DD"))}
          />
        </label>
        <Segmented<Shape>
          aria-label={t("rota.play.shape")}
          value={shape}
          onChange={setShape}
          options={SHAPES.map((value) => ({ value, label: t(`rota.play.shapes.${value}`) }))}
        />
        <Button
          disabled={scans === null}
          loading={play.isPending}
          onClick={() =>
            scans !== null &&
            play.mutate({
              scans,
              day,
              hours: HOURS.map(WEIGHTS[shape]),
              seed: 1,
              update_seconds: 2,
            })
          }
        >
          {t("rota.play.run")}
        </Button>
      </div>
      {play.isError && <Alert type="error" showIcon title={words(play.error)} />}
      {play.data && <Outcome played={play.data} />}
    </section>
  );
}

function Outcome({ played }: { played: Simulation }) {
  const { t } = useTranslation();
  const most = Math.max(1, ...played.members.map((one) => one.adds));
  return (
    <>
      <p className="num" aria-live="polite">
        {t("rota.play.told", {
          n: count(played.scans),
          over: count(played.over),
          updates: count(played.updates),
        })}
        {played.lost > 0 &&
          ` ${t("rota.play.lost", { count: played.lost, n: count(played.lost) })}`}
      </p>
      <ul className="rota-bars">
        {played.members.slice(0, SHOWN).map((one) => (
          <li key={`${one.stand_in}${one.id}`}>
            <span className="rota-name">
              {one.name}
              {one.stand_in && <span className="meta"> · {t("rota.now.standIn")}</span>}
            </span>
            <span className="rota-bar" aria-hidden="true">
              <i style={{ width: `${(one.adds / most) * PERCENT}%` }} />
            </span>
            <span className="num">
              {count(one.adds)}
              {one.over > 0 && (
                <span className="meta"> · {t("rota.play.over", { n: count(one.over) })}</span>
              )}
            </span>
          </li>
        ))}
      </ul>
      {played.members.length > SHOWN && (
        <p className="meta num">
          {t("rota.play.more", { n: count(played.members.length - SHOWN) })}
        </p>
      )}
      {played.gaps.length > 0 && (
        <>
          <h3>{t("rota.play.gaps")}</h3>
          <ul className="rota-gaps">
            {played.gaps.slice(0, SHOWN).map((gap) => (
              <li key={gap.start} className="num">
                {t(`rota.play.gap.${gap.fallback}`, {
                  from: clockOf(gap.start),
                  to: gap.stop === 1440 ? "24:00" : clockOf(gap.stop),
                  count: gap.scans,
                  n: count(gap.scans),
                })}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
