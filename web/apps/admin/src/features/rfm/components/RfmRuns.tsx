import { Link } from "@tanstack/react-router";
import { count, fullMoment, State, type Tone, useWhen } from "@yutang/ui";
import { Skeleton } from "antd";
import { useTranslation } from "react-i18next";
import { Failed } from "../../../shared/Failed.tsx";
import { isOpen, type Run, useRuns } from "../api/rfm.ts";
import { RunProgress } from "./RunProgress.tsx";
import { useWords } from "./words.ts";
import "./rfm.css";

const tones: Record<Run["state"], Tone> = {
  waiting: "warn",
  reckoning: "info",
  moving: "info",
  done: "ok",
};

/** Reckonings of classes among all long work, the newest first. */
export function RfmRuns({ zone }: { zone: string }) {
  const { t } = useTranslation();
  const words = useWords();
  const tell = useWhen(zone);
  const runs = useRuns();
  if (runs.isPending) return <Skeleton active paragraph={{ rows: 2 }} />;
  if (runs.data === undefined) {
    return <Failed title={words(runs.error)} onAgain={() => runs.refetch()} />;
  }
  const { items } = runs.data;
  return (
    <>
      <h2>{t("rfm.runs.title")}</h2>
      {items.length === 0 && <p className="meta">{t("rfm.runs.none")}</p>}
      <ul className="rfm-runs">
        {items.map((run) =>
          isOpen(run) ? (
            <li key={run.id}>
              <RunProgress run={run} zone={zone} />
            </li>
          ) : (
            <li key={run.id} data-run={run.id} data-state={run.state}>
              <State tone={tones[run.state]} word={t(`rfm.runs.states.${run.state}`)} />{" "}
              <span className="num">
                {t("rfm.runs.result", { n: count(run.people), moves: count(run.moves) })}
              </span>{" "}
              <span className="meta num" title={fullMoment(run.at, zone)}>
                {tell(run.at)}
              </span>
            </li>
          ),
        )}
      </ul>
      <Link to="/rfm" search={{}}>
        {t("rfm.runs.open")}
      </Link>
    </>
  );
}
