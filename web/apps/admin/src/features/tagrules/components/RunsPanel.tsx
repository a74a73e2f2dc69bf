import { count, State, useWhen } from "@yutang/ui";
import { Button, Skeleton } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Failed } from "../../../shared/Failed.tsx";
import { useRuns } from "../api/rules.ts";
import { RunDrawer } from "./RunDrawer.tsx";
import { tones, undoneWords, wordOf } from "./words.ts";

interface Props {
  rule: number;
  zone: string;
  mayWrite: boolean;
  onCustomer: (id: number) => void;
}

/** What the rule did, newest first. */
export function RunsPanel({ rule, zone, mayWrite, onCustomer }: Props) {
  const { t } = useTranslation();
  const when = useWhen(zone);
  const runs = useRuns(rule);
  const [opened, setOpened] = useState<number | undefined>();
  return (
    <section className="rules-runs" aria-labelledby="rules-runs">
      <h2 id="rules-runs">{t("tagrules.runs.title")}</h2>
      {runs.isPending && <Skeleton active paragraph={{ rows: 3 }} />}
      {runs.isError && <Failed title={t("tagrules.loadFailed")} onAgain={() => runs.refetch()} />}
      {runs.data?.items.length === 0 && <p className="meta">{t("tagrules.neverRan")}</p>}
      <ul>
        {runs.data?.items.map((run) => (
          <li key={run.id} data-run={run.id}>
            <div>
              <State tone={tones[run.state]} word={wordOf(t, run)} />
              <span className="meta num">{when(run.began_at)}</span>
            </div>
            <span className="num">
              {t("tagrules.runs.line", {
                changed: count(run.changed),
                asked: count(run.asked),
                refused: count(run.refused),
              })}
            </span>
            {run.undo && <span className="meta num">{undoneWords(t, run)}</span>}
            {run.error && <span className="rules-bad">{run.error}</span>}
            <Button size="small" onClick={() => setOpened(run.id)}>
              {t("tagrules.runs.open")}
            </Button>
          </li>
        ))}
      </ul>
      {opened !== undefined && (
        <RunDrawer
          id={opened}
          zone={zone}
          mayWrite={mayWrite}
          onCustomer={onCustomer}
          onClose={() => setOpened(undefined)}
        />
      )}
    </section>
  );
}
