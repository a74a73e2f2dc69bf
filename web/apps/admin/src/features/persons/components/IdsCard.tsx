import { Link } from "@tanstack/react-router";
import { fullMoment, useWhen } from "@yutang/ui";
import { App, Button, Skeleton } from "antd";
import { Merge as MergeIcon } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Failed } from "../../../shared/Failed.tsx";
import { type Merge, useIds } from "../api/persons.ts";
import { IdList } from "./IdList.tsx";
import { MergeDialog } from "./MergeDialog.tsx";
import { useWords } from "./words.ts";
import "./persons.css";

interface Props {
  id: number;
  name: string;
  zone: string;
  mayWrite: boolean;
}

/** What a person is recognised by, who was merged into him, and the way back. */
export function IdsCard({ id, name, zone, mayWrite }: Props) {
  const { t } = useTranslation();
  const ids = useIds(id);
  useWords();
  App.useApp();
  const [merging, setMerging] = useState<Merge | "new" | undefined>();
  return (
    <section className="ids-card" aria-label={t("persons.card.title")}>
      <div className="part-head">
        <h2>{t("persons.card.title")}</h2>
        {mayWrite && (
          <Button
            type="link"
            size="small"
            icon={<MergeIcon size={14} aria-hidden="true" />}
            onClick={() => setMerging("new")}
          >
            {t("persons.card.merge")}
          </Button>
        )}
      </div>
      {ids.isPending && <Skeleton active paragraph={{ rows: 3 }} />}
      {ids.isError && <Failed title={t("persons.card.failed")} onAgain={() => ids.refetch()} />}
      {ids.data && (
        <>
          {ids.data.ids.length === 0 && <p className="meta">{t("persons.card.none")}</p>}
          <IdList ids={ids.data.ids} zone={zone} />
          {ids.data.more > 0 && (
            <p className="meta">{t("persons.card.more", { count: ids.data.more })}</p>
          )}
          {ids.data.conflicts > 0 && (
            <p>
              <Link to="/people/conflicts" search={{}}>
                {t("persons.card.conflicts", { count: ids.data.conflicts })}
              </Link>
            </p>
          )}
          {ids.data.merges.length > 0 && (
            <History
              merges={ids.data.merges}
              zone={zone}
              onUndo={mayWrite ? setMerging : undefined}
            />
          )}
        </>
      )}
      {merging && (
        <MergeDialog
          id={id}
          name={name}
          merge={merging === "new" ? undefined : merging}
          onClose={() => setMerging(undefined)}
        />
      )}
    </section>
  );
}

interface HistoryProps {
  merges: readonly Merge[];
  zone: string;
  onUndo: ((merge: Merge) => void) | undefined;
}

function History({ merges, zone, onUndo }: HistoryProps) {
  const { t } = useTranslation();
  const tell = useWhen(zone);
  return (
    <>
      <h3>{t("persons.card.history")}</h3>
      <ul className="merges">
        {merges.map((one) => (
          <li key={one.id}>
            <span>
              {t("persons.card.merged", { id: one.from_id })}
              <span className="meta num" title={fullMoment(one.at, zone)}>
                {t([`persons.card.whys.${one.why}`, "persons.card.whys.other"], { why: one.why })} ·{" "}
                {one.undone_at
                  ? t("persons.card.undone", { time: tell(one.undone_at) })
                  : tell(one.at)}
              </span>
            </span>
            {onUndo && !one.undone_at && (
              <Button
                type="link"
                size="small"
                aria-label={t("persons.card.undoThis", { id: one.from_id })}
                onClick={() => onUndo(one)}
              >
                {t("persons.card.undo")}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
