import { count } from "@yutang/ui";
import { Skeleton } from "antd";
import { useTranslation } from "react-i18next";
import { percent } from "../../../../shared/percent.ts";
import { useOverlap } from "../../api/live.ts";
import type { Node } from "../../api/tree.ts";
import { NoCount } from "../Away.tsx";

const SHOWN = 30;
const NOTABLE = 1.2;

/** With which tags they overlap, the most first; how much more often than everybody. */
export function OverlapTab({ tree }: { tree: Node | null }) {
  const { t } = useTranslation();
  const overlap = useOverlap(tree);
  if (tree === null) return <p className="meta">{t("segments.panel.first")}</p>;
  if (overlap.isPending) return <Skeleton active paragraph={{ rows: 6 }} title={false} />;
  if (overlap.isError) return <NoCount error={overlap.error} onAgain={() => overlap.refetch()} />;
  const { items } = overlap.data;
  if (items.length === 0) return <p className="meta">{t("segments.overlap.none")}</p>;
  return (
    <div className={overlap.isPlaceholderData ? "dimmed" : ""}>
      <p className="meta">{t("segments.overlap.about")}</p>
      <ul className="seg-overlap">
        {items.slice(0, SHOWN).map((one) => (
          <li key={one.tag_id}>
            <span className="cut" title={`${one.group} · ${one.name}`}>
              {one.name}
            </span>
            <i aria-hidden="true">
              <b style={{ width: `${one.share * 100}%` }} />
            </i>
            <span className="num">
              {count(one.both)} <span className="meta">{percent(one.share)}</span>
            </span>
            <span className="meta num seg-lift">
              {one.lift !== null && one.lift >= NOTABLE
                ? t("segments.overlap.lift", { n: Math.round(one.lift * 10) / 10 })
                : ""}
            </span>
          </li>
        ))}
      </ul>
      {items.length > SHOWN && (
        <p className="meta">
          {t("segments.overlap.more", { count: items.length - SHOWN, n: items.length - SHOWN })}
        </p>
      )}
    </div>
  );
}
