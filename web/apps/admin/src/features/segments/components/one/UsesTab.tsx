import { Link } from "@tanstack/react-router";
import { Skeleton } from "antd";
import { useTranslation } from "react-i18next";
import { Failed } from "../../../../shared/Failed.tsx";
import { useUses } from "../../api/segments.ts";

/** What asks for it: other segments, rules, exports. */
export function UsesTab({ id }: { id: number }) {
  const { t } = useTranslation();
  const uses = useUses(id);
  if (uses.isPending) return <Skeleton active paragraph={{ rows: 3 }} title={false} />;
  if (uses.isError) {
    return <Failed title={t("segments.uses.failed")} onAgain={() => uses.refetch()} />;
  }
  const { items } = uses.data;
  if (items.length === 0) return <p className="meta">{t("segments.uses.none")}</p>;
  return (
    <ul className="seg-uses">
      {items.map((one) => (
        <li key={`${one.kind}-${one.id}`}>
          <span className="meta">{t(`segments.uses.kinds.${one.kind}`, one.kind)}</span>
          {one.kind === "segment" ? (
            <Link to="/segments/$id" params={{ id: String(one.id) }}>
              {one.name}
            </Link>
          ) : (
            <span>{one.name}</span>
          )}
        </li>
      ))}
    </ul>
  );
}
