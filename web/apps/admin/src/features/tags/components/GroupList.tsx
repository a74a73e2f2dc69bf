import { count } from "@yutang/ui";
import { Button } from "antd";
import { Lock } from "lucide-react";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { Library, Row } from "../api/tags.ts";

interface Props {
  page: Library;
  after: string | undefined;
  chosen: number | undefined;
  onGroup: (id: number) => void;
  onPage: (after: string | undefined) => void;
}

/** Groups of a page, WeCom's before ours. */
export function GroupList({ page, after, chosen, onGroup, onPage }: Props) {
  const { t } = useTranslation();
  const kinds = (["wecom", "own"] as const)
    .map((kind) => ({ kind, rows: page.items.filter((row) => row.kind === kind) }))
    .filter(({ rows }) => rows.length > 0);
  return (
    <nav className="tags-groups" aria-label={t("tags.groups")}>
      {kinds.map(({ kind, rows }) => (
        <section key={kind}>
          <h2>{t(`tags.kinds.${kind}`)}</h2>
          <ul>
            {rows.map((row) => (
              <li key={row.id}>
                <Entry row={row} isChosen={row.id === chosen} onGroup={onGroup} />
              </li>
            ))}
          </ul>
        </section>
      ))}
      {(page.next !== null || after !== undefined) && (
        <div className="tags-pages">
          <Button disabled={after === undefined} onClick={() => onPage(undefined)}>
            {t("tags.firstPage")}
          </Button>
          <Button disabled={page.next === null} onClick={() => onPage(page.next ?? undefined)}>
            {t("common.next")}
          </Button>
        </div>
      )}
    </nav>
  );
}

function Entry({
  row,
  isChosen,
  onGroup,
}: {
  row: Row;
  isChosen: boolean;
  onGroup: (id: number) => void;
}) {
  const { t } = useTranslation();
  const entry = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    // One that was just made may stand below the fold.
    if (isChosen) entry.current?.scrollIntoView({ block: "nearest" });
  }, [isChosen]);
  const marks = [
    ...(row.archived ? [t("tags.archivedMark")] : []),
    ...(row.exclusive ? [t("tags.exclusiveMark")] : []),
    ...(row.ordered ? [t("tags.orderedMark")] : []),
    ...(row.sensitive ? [t("tags.sensitiveMark")] : []),
  ];
  return (
    <button
      ref={entry}
      type="button"
      className="tags-entry"
      aria-current={isChosen ? "true" : undefined}
      data-group={row.id}
      onClick={() => onGroup(row.id)}
    >
      <span className="tags-entry-head">
        <b title={row.name}>{row.name}</b>
        {row.lock === "other" && (
          <Lock size={13} strokeWidth={1.75} role="img" aria-label={t("tags.locked")} />
        )}
        <span className="num meta">{count(row.tags)}</span>
      </span>
      <span className="meta tags-sample">
        {row.sample.length > 0 ? row.sample.join(t("common.comma")) : t("tags.noTagsYet")}
      </span>
      {marks.length > 0 && <span className="tags-marks">{marks.join(" · ")}</span>}
    </button>
  );
}
