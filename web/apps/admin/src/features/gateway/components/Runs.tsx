import { Link } from "@tanstack/react-router";
import { count, fullMoment, State, shortMoment, type Tone } from "@yutang/ui";
import { useTranslation } from "react-i18next";
import { Bar } from "../../../shared/Bar.tsx";
import type { Run } from "../api/quota.ts";
import { nameOf, progress, span, titleOf } from "./words.ts";

const tones: Record<Run["state"], Tone> = {
  running: "info",
  failed: "bad",
  ended: "ok",
  dropped: "off",
};

interface Props {
  title?: string;
  runs: readonly Run[];
  zone: string;
  now: string;
}

function One({ run, zone, now }: { run: Run; zone: string; now: string }) {
  const { t } = useTranslation();
  const percent = progress(run);
  const title = titleOf(run.kind, t);
  const reads = run.kind.startsWith("sync.");
  const done =
    run.total === null
      ? t("quota.runs.done", { done: count(run.done) })
      : t(reads ? "quota.runs.ofMembers" : "quota.runs.of", {
          done: count(run.done),
          total: count(run.total),
        });
  return (
    <li data-run={run.id} data-state={run.state}>
      <div className="quota-run-head">
        <b>{reads ? <Link to="/settings/sync">{title}</Link> : title}</b>
        <State tone={tones[run.state]} word={t(`quota.runs.states.${run.state}`)} />
      </div>
      {(percent !== null || run.state === "running") && run.state !== "ended" && (
        <Bar
          percent={percent}
          label={t("quota.runs.progress", { title })}
          tone={run.state === "running" ? undefined : "still"}
        />
      )}
      <p className="num">
        {done}
        {percent !== null && run.state !== "ended" && ` · ${percent} %`}
        {" · "}
        {t("quota.runs.calls", { count: run.calls, shown: count(run.calls) })}
      </p>
      {run.state === "running" && (
        <p>
          {run.ends_at
            ? t("quota.runs.ends", {
                left: span(Date.parse(run.ends_at) - Date.parse(now), t),
                time: shortMoment(run.ends_at, zone),
              })
            : t("quota.runs.endsLater")}
        </p>
      )}
      {run.reason && <p className="quota-reason">{t("quota.runs.why", { reason: run.reason })}</p>}
      <p className="meta">
        <span title={fullMoment(run.started_at, zone)}>
          {t("quota.runs.began", { time: shortMoment(run.started_at, zone) })}
        </span>
        {run.ended_at && (
          <span title={fullMoment(run.ended_at, zone)}>
            {" · "}
            {t("quota.runs.ended", { time: shortMoment(run.ended_at, zone) })}
          </span>
        )}
        {" · "}
        {nameOf(run.path, t)}
      </p>
    </li>
  );
}

/** Long work over the whole company: how far, when through, why not. */
export function Runs({ title, runs, zone, now }: Props) {
  const { t } = useTranslation();
  return (
    <section className="quota-part">
      <h2>{title ?? t("quota.runs.title")}</h2>
      {runs.length === 0 ? (
        <p className="quota-none">{t("quota.runs.none")}</p>
      ) : (
        <ul className="quota-runs">
          {runs.map((run) => (
            <One key={run.id} run={run} zone={zone} now={now} />
          ))}
        </ul>
      )}
    </section>
  );
}
