import type { Schemas } from "@yutang/api";
import { count, nothing, seconds } from "@yutang/ui";
import { useTranslation } from "react-i18next";

export function Tiles({ summary }: { summary: Schemas["AddSummary"] | undefined }) {
  const { t } = useTranslation();
  const number = (value: number | undefined) => (value === undefined ? nothing : count(value));
  // Who sees a part of the company is told nothing of its inbox.
  const waiting = summary?.callbacks_waiting;
  const p99 = summary?.p99_ms;
  const tiles = [
    {
      key: "adds",
      value: number(summary?.adds),
      note: t("adds.tiles.half", { n: summary?.half ?? 0 }),
    },
    {
      key: "sent",
      value: number(summary?.sent),
      note: t("adds.tiles.due", { n: summary?.due ?? 0 }),
    },
    {
      key: "missed",
      value: summary ? count(summary.late + summary.impossible + summary.failed) : nothing,
      note: t("adds.tiles.missedNote", {
        late: summary?.late ?? 0,
        impossible: summary?.impossible ?? 0,
        failed: summary?.failed ?? 0,
      }),
    },
    {
      key: "speed",
      value: p99 == null ? nothing : t("adds.tiles.seconds", { n: seconds(p99) }),
      note: p99 == null ? t("adds.tiles.noneYet") : t("adds.tiles.speedNote"),
    },
    ...(waiting === null
      ? []
      : [
          {
            key: "waiting",
            value: number(waiting),
            note: t("adds.tiles.dead", { n: summary?.dead_letters ?? 0 }),
          },
        ]),
  ];
  return (
    <dl className="tiles">
      {tiles.map((tile) => (
        <div key={tile.key} className="tile">
          <dt>{t(`adds.tiles.${tile.key}`)}</dt>
          <dd className="num">{tile.value}</dd>
          <dd className="meta">{tile.note}</dd>
        </div>
      ))}
    </dl>
  );
}
