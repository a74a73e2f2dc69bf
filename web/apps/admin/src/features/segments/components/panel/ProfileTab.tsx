import { count } from "@yutang/ui";
import { Skeleton } from "antd";
import { useTranslation } from "react-i18next";
import { percent } from "../../../../shared/percent.ts";
import { useProfile } from "../../api/live.ts";
import type { Node } from "../../api/tree.ts";
import type { Chart } from "../../api/types.ts";
import { NoCount } from "../Away.tsx";
import { partName } from "../words.ts";

const SHOWN = 5;

/** Who they are: by gender, stage, channel, member and the like, as bars. */
export function ProfileTab({ tree }: { tree: Node | null }) {
  const { t } = useTranslation();
  const profile = useProfile(tree);
  if (tree === null) return <p className="meta">{t("segments.panel.first")}</p>;
  if (profile.isPending) return <Skeleton active paragraph={{ rows: 6 }} title={false} />;
  if (profile.isError) {
    return <NoCount error={profile.error} onAgain={() => profile.refetch()} />;
  }
  const { charts, total } = profile.data;
  const told = charts.filter((chart) => chart.items.length > 0);
  if (total === 0 || told.length === 0) {
    return <p className="meta">{t("segments.panel.nobody")}</p>;
  }
  return (
    <div className={profile.isPlaceholderData ? "dimmed" : ""}>
      {told.map((chart) => (
        <Bars key={chart.by} chart={chart} total={total} />
      ))}
    </div>
  );
}

function Bars({ chart, total }: { chart: Chart; total: number }) {
  const { t } = useTranslation();
  const first = chart.items.slice(0, SHOWN);
  const others = chart.items.slice(SHOWN).reduce((sum, one) => sum + one.count, chart.rest);
  const rows = [
    ...first.map((one) => ({
      key: one.key,
      name: partName(t, chart.by, one.key, one.name),
      n: one.count,
    })),
    ...(others > 0 ? [{ key: "\u0000", name: t("segments.panel.others"), n: others }] : []),
  ];
  const most = Math.max(...rows.map((row) => row.n), 1);
  return (
    <section className="seg-bars">
      <h3>{t(`segments.charts.${chart.by}`, chart.by)}</h3>
      <ul>
        {rows.map((row) => (
          <li key={row.key}>
            <span className="cut" title={row.name}>
              {row.name}
            </span>
            <i aria-hidden="true">
              <b style={{ width: `${(row.n / most) * 100}%` }} />
            </i>
            <span className="num">
              {count(row.n)} <span className="meta">{percent(row.n / total)}</span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
