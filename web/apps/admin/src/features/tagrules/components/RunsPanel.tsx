import { count, State, useWhen } from "@yutang/ui";
import { Button, Skeleton } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Failed } from "../../../shared/Failed.tsx";
import { isOpen, isUndoing, type Run, useRuns } from "../api/rules.ts";
import { RunDrawer } from "./RunDrawer.tsx";
import { tones } from "./words.ts";

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

type T = ReturnType<typeof useTranslation>["t"];

export function wordOf(t: T, run: Run): string {
  const cause = t(`tagrules.causes.${run.cause}`);
  if (run.cause === "event") return cause;
  const state = t(`tagrules.states.${run.state}`);
  const share = isOpen(run) && run.asked > 0 ? ` ${count(run.done)} / ${count(run.asked)}` : "";
  return `${cause} · ${state}${share}`;
}

export function undoneWords(t: T, run: Run): string {
  if (!run.undo) return "";
  return t(isUndoing(run) ? "tagrules.runs.undoing" : "tagrules.runs.undone", {
    back: count(run.undo.taken_back),
    stay: count(run.undo.changed_since),
    who: run.undo.asked_by || t("tagrules.runs.somebody"),
  });
}
