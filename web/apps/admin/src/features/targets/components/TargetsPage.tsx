import { clock, count } from "@yutang/ui";
import { Button, Segmented, Skeleton } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Failed } from "../../../shared/Failed.tsx";
import { KINDS, type Kind, useBoard } from "../api/targets.ts";
import { DailyWord } from "./DailyWord.tsx";
import { ImportDialog } from "./ImportDialog.tsx";
import { Ranking } from "./Ranking.tsx";
import { TargetDrawer } from "./TargetDrawer.tsx";
import "./words.ts";
import "./targets.css";

interface Props {
  zone: string;
  kind: Kind;
  mayWrite: boolean;
  mayRule: boolean;
  onKind: (kind: Kind) => void;
}

/** How far everybody has come today. */
export function TargetsPage({ zone, kind, mayWrite, mayRule, onKind }: Props) {
  const { t } = useTranslation();
  const [setting, setSetting] = useState(false);
  const [importing, setImporting] = useState(false);
  const board = useBoard();
  const items = board.data?.items.filter((one) => one.holder.kind === kind) ?? [];
  const make = (
    <Button
      type="primary"
      disabled={!mayWrite}
      title={mayWrite ? undefined : t("targets.form.denied")}
      onClick={() => setSetting(true)}
    >
      {t("targets.new")}
    </Button>
  );
  return (
    <>
      <header className="page-head">
        <div>
          <h1>{t("targets.title")}</h1>
          <p className="meta">{t("targets.about")}</p>
        </div>
        <div className="acts">
          <Button
            disabled={!mayWrite}
            title={mayWrite ? undefined : t("targets.form.denied")}
            onClick={() => setImporting(true)}
          >
            {t("targets.import.open")}
          </Button>
          {make}
        </div>
      </header>
      {board.isPending && <Skeleton active paragraph={{ rows: 8 }} />}
      {board.isError && <Failed title={t("targets.failed")} onAgain={() => board.refetch()} />}
      {board.data && (
        <>
          <div className="filters">
            <Segmented<Kind>
              aria-label={t("targets.kindTitle")}
              value={kind}
              onChange={onKind}
              options={KINDS.map((value) => ({ value, label: t(`targets.kinds.${value}`) }))}
            />
            <span className="meta num" aria-live="polite">
              {t("common.asOf", { time: clock(board.data.as_of, zone) })}
            </span>
          </div>
          {items.length > 0 ? (
            <>
              <p className="num">
                {t("targets.total", {
                  reached: count(items.filter((one) => one.left === 0).length),
                  n: count(items.length),
                })}
              </p>
              <Ranking items={items} mayWrite={mayWrite} />
            </>
          ) : (
            <p className="empty">
              {board.data.items.length === 0
                ? t("targets.empty")
                : t("targets.emptyFiltered", { kind: t(`targets.kinds.${kind}`) })}
            </p>
          )}
          {board.data.hidden > 0 && (
            <p className="meta">{t("targets.hidden", { count: board.data.hidden })}</p>
          )}
          <DailyWord
            key={`${board.data.rules.digest}-${board.data.rules.hour}`}
            rules={board.data.rules}
            may={mayRule}
          />
        </>
      )}
      {importing && <ImportDialog kind={kind} zone={zone} onClose={() => setImporting(false)} />}
      {setting && <TargetDrawer kind={kind} zone={zone} onClose={() => setSetting(false)} />}
    </>
  );
}
