import { chartColor, count, nothing } from "@yutang/ui";
import { Segmented } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { percent } from "../../../shared/percent.ts";
import type { Cell, Chosen, Cuts, Dimension, Scale } from "../api/rfm.ts";
import { spanOf } from "./spans.ts";
import { sum } from "./words.ts";

const BY = ["people", "money"] as const;
type By = (typeof BY)[number];

interface Props {
  cells: readonly Cell[];
  scale: Scale;
  chosen: Chosen;
  onChoose: (chosen: Chosen) => void;
}

interface Square {
  people: number;
  fen: number;
}

/** Recency by frequency; the colour says how many, or what they pay on average. */
export function Heat({ cells, scale, chosen, onChoose }: Props) {
  const { t } = useTranslation();
  const [by, setBy] = useState<By>("people");
  const squares = new Map<string, Square>();
  for (const cell of cells) {
    const key = `${cell.r}.${cell.f}`;
    const known = squares.get(key) ?? { people: 0, fen: 0 };
    squares.set(key, { people: known.people + cell.people, fen: known.fen + cell.amount_fen });
  }
  const value = (one: Square) => (by === "people" ? one.people : one.fen / one.people);
  const most = Math.max(1, ...[...squares.values()].map(value));
  const total = cells.reduce((all, one) => all + one.people, 0);
  const scores = (bins: number) => Array.from({ length: bins }, (_, place) => place + 1);
  return (
    <section className="rfm-panel">
      <div className="part-head">
        <h2>{t("rfm.heat.title")}</h2>
        <Segmented<By>
          size="small"
          aria-label={t("rfm.heat.by")}
          value={by}
          onChange={setBy}
          options={BY.map((one) => ({ value: one, label: t(`rfm.heat.${one}`) }))}
        />
      </div>
      <div className="rfm-scroll">
        <table className="rfm-heat">
          <thead>
            <tr>
              <th scope="col" className="meta">
                {t("rfm.heat.corner")}
              </th>
              {scores(scale.f.bins).map((f) => (
                <th key={f} scope="col" className="meta num">
                  <b>F{f}</b>
                  <ScoreWords dimension="f" cuts={scale.f} score={f} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {scores(scale.r.bins)
              .reverse()
              .map((r) => (
                <tr key={r}>
                  <th scope="row" className="meta num">
                    <b>R{r}</b>
                    <ScoreWords dimension="r" cuts={scale.r} score={r} />
                  </th>
                  {scores(scale.f.bins).map((f) => (
                    <td key={f}>
                      <Spot
                        r={r}
                        f={f}
                        square={squares.get(`${r}.${f}`)}
                        by={by}
                        heat={(one) => value(one) / most}
                        total={total}
                        pressed={chosen.r === r && chosen.f === f}
                        onChoose={onChoose}
                      />
                    </td>
                  ))}
                </tr>
              ))}
          </tbody>
        </table>
      </div>
      <p className="meta">
        {t("rfm.heat.high", {
          r: scale.r.high,
          f: scale.f.high,
          m: scale.m.high,
        })}
      </p>
    </section>
  );
}

interface SpotProps {
  r: number;
  f: number;
  square: Square | undefined;
  by: By;
  heat: (one: Square) => number;
  total: number;
  pressed: boolean;
  onChoose: (chosen: Chosen) => void;
}

function Spot({ r, f, square, by, heat, total, pressed, onChoose }: SpotProps) {
  const { t } = useTranslation();
  if (!square) {
    return (
      <span className="rfm-spot none" title={t("rfm.heat.none")}>
        {nothing}
      </span>
    );
  }
  const shade = Math.min(
    chartColor.ramp.length - 1,
    Math.floor(heat(square) * chartColor.ramp.length),
  );
  const words = t("rfm.heat.spot", {
    r,
    f,
    count: square.people,
    n: count(square.people),
    share: percent(total ? square.people / total : 0),
    money: sum(square.fen / square.people),
  });
  return (
    <button
      type="button"
      className={shade > 2 ? "rfm-spot num dark" : "rfm-spot num"}
      style={{ background: chartColor.ramp[shade] }}
      aria-label={words}
      aria-pressed={pressed}
      title={words}
      onClick={() => onChoose(pressed ? {} : { r, f })}
    >
      {by === "people" ? count(square.people) : sum(square.fen / square.people)}
    </button>
  );
}

/** What a score stands for; nothing where equals leave it empty. */
function ScoreWords({
  dimension,
  cuts,
  score,
}: {
  dimension: Dimension;
  cuts: Cuts;
  score: number;
}) {
  const { t } = useTranslation();
  const span = spanOf(dimension, cuts, score);
  if (!span) return <span title={t("rfm.heat.empty")}>{nothing}</span>;
  const unit = dimension === "r" ? "days" : "times";
  if (span.from !== null && span.from === span.to) {
    return <span>{t(`rfm.heat.${unit}`, { span: count(span.from), count: span.from })}</span>;
  }
  const [from, to] = [span.from ?? 0, span.to];
  const told =
    to === null
      ? `≥ ${count(from)}`
      : from === 0
        ? `≤ ${count(to)}`
        : `${count(from)}–${count(to)}`;
  return <span>{t(`rfm.heat.${unit}`, { span: told, count: to ?? from })}</span>;
}
