import { count, fullMoment, State, shortMoment, type Tone } from "@yutang/ui";
import { useTranslation } from "react-i18next";
import { Bar } from "../../../shared/Bar.tsx";
import type { Run, Sync } from "../api/sync.ts";
import { percentOf, span } from "./span.ts";

const tones: Record<Run["state"], Tone> = {
  running: "info",
  failed: "bad",
  ended: "ok",
  dropped: "off",
};

/** What a run found, only what is not nothing. */
function Found({ run }: { run: Run }) {
  const { t } = useTranslation();
  const parts = (["new_customers", "changed_customers", "missing", "gone"] as const)
    .filter((name) => run[name] > 0)
    .map((name) => t(`sync.found.${name}`, { count: run[name], shown: count(run[name]) }));
  const nothing = run.state === "ended" && parts.length === 0;
  if (run.mode === "groups") {
    return <p className="num">{`${t("sync.groups")} ${count(run.done)}`}</p>;
  }
  return (
    <p className="num">
      {t("sync.found.relations", { count: run.relations, shown: count(run.relations) })}
      {parts.map((part) => ` · ${part}`)}
      {nothing && ` · ${t("sync.found.nothing")}`}
    </p>
  );
}

/** Whose customers WeCom shows to nobody without a licence: how many, and some by name. */
function Unlicensed({ run }: { run: Run }) {
  const { t } = useTranslation();
  const { unlicensed, unlicensed_members: all } = run;
  if (all === 0) return null;
  const rest = all - unlicensed.length;
  return (
    <details className="sync-unlicensed">
      <summary className="num">
        {t("sync.unlicensed.told", { count: all, shown: count(all) })}
      </summary>
      <ul>
        {unlicensed.map((name) => (
          <li key={name}>{name}</li>
        ))}
        {rest > 0 && <li>{t("sync.unlicensed.more", { count: rest, shown: count(rest) })}</li>}
      </ul>
      <p className="meta">{t("sync.unlicensed.do")}</p>
    </details>
  );
}

/** The one under way: how far, how fast, when through, what of the quota is used. */
export function Under({ run, sync, zone }: { run: Run; sync: Sync; zone: string }) {
  const { t } = useTranslation();
  const percent = percentOf(run);
  const title = t(`sync.modes.${run.mode}`);
  return (
    <section className="sync-under" data-run={run.id} data-state={run.state}>
      <div className="sync-head">
        <b>{title}</b>
        <State tone={tones[run.state]} word={t(`sync.states.${run.state}`)} />
      </div>
      {(percent !== null || run.state === "running") && (
        <Bar
          percent={percent}
          label={t("sync.progress", { title })}
          tone={run.state === "running" ? undefined : "still"}
        />
      )}
      <dl className="sync-figures num">
        <div>
          <dt>{t(run.mode === "groups" ? "sync.groups" : "sync.members")}</dt>
          <dd>
            {run.total === null ? count(run.done) : `${count(run.done)} / ${count(run.total)}`}
            {percent !== null && ` · ${percent} %`}
          </dd>
        </div>
        <div>
          <dt>{t("sync.rate")}</dt>
          <dd>
            {run.per_second === null
              ? t("sync.rateLater")
              : t("sync.perSecond", { shown: count(Math.round(run.per_second)) })}
          </dd>
        </div>
        <div>
          <dt>{t("sync.ends")}</dt>
          <dd>
            {run.ends_at
              ? t("sync.endsAt", {
                  left: span(Date.parse(run.ends_at) - Date.parse(run.updated_at), t),
                  time: shortMoment(run.ends_at, zone),
                })
              : t("sync.endsLater")}
          </dd>
        </div>
        <div>
          <dt>{t("sync.quota")}</dt>
          <dd>
            {t("sync.quotaOf", { used: count(sync.quota.used), limit: count(sync.quota.limit) })}
          </dd>
        </div>
      </dl>
      <Found run={run} />
      <Unlicensed run={run} />
      {run.reason && <p className="sync-reason">{t("sync.why", { reason: run.reason })}</p>}
    </section>
  );
}

/** Those that are over. */
export function Past({ runs, zone }: { runs: readonly Run[]; zone: string }) {
  const { t } = useTranslation();
  return (
    <section className="sync-part">
      <h2>{t("sync.past")}</h2>
      {runs.length === 0 && <p className="sync-none">{t("sync.pastNone")}</p>}
      <ul>
        {runs.map((run) => (
          <li key={run.id} data-run={run.id} data-state={run.state}>
            <div className="sync-head">
              <b>{t(`sync.modes.${run.mode}`)}</b>
              <State tone={tones[run.state]} word={t(`sync.states.${run.state}`)} />
              <span className="meta" title={fullMoment(run.started_at, zone)}>
                {shortMoment(run.started_at, zone)}
                {run.ended_at &&
                  ` · ${t("sync.took", {
                    span: span(Date.parse(run.ended_at) - Date.parse(run.started_at), t),
                  })}`}
              </span>
            </div>
            <Found run={run} />
            <Unlicensed run={run} />
            {run.unseen_members > 0 && (
              <p className="meta">
                {t("sync.unseen", { count: run.unseen_members, shown: count(run.unseen_members) })}
              </p>
            )}
            {run.reason && <p className="sync-reason">{t("sync.why", { reason: run.reason })}</p>}
          </li>
        ))}
      </ul>
    </section>
  );
}
