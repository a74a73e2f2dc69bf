import { count, shortMoment } from "@yutang/ui";
import { Alert, Button, Skeleton } from "antd";
import { useTranslation } from "react-i18next";
import { Failed } from "../../../shared/Failed.tsx";
import { Verdict } from "../../../shared/Verdict.tsx";
import { type DriftKind, isBusy, type Mode, type Sync, useStart, useSync } from "../api/sync.ts";
import { Drifts } from "./Drifts.tsx";
import { Past, Under } from "./Runs.tsx";
import "./sync.css";

interface Props {
  zone: string;
  mayRun: boolean;
  kind: DriftKind | undefined;
  onKind: (kind: DriftKind | undefined) => void;
}

/** The last whole reading that ended; a comparison reads ids alone. */
const lastReading = (sync: Sync) =>
  sync.runs
    .filter((run) => run.state === "ended" && run.mode !== "reconcile" && run.mode !== "groups")
    .sort((one, other) => other.id - one.id)[0];

/** The answer first: when all was read, and when it is compared next. */
function Answer({ sync, zone }: { sync: Sync; zone: string }) {
  const { t } = useTranslation();
  const stuck = sync.waiting && !sync.working;
  const unread = lastReading(sync)?.unlicensed_members ?? 0;
  const calm = sync.synced_at !== null && !stuck && (unread === 0 || isBusy(sync));
  const time = (moment: string | null) => (moment ? shortMoment(moment, zone) : "");
  const words = stuck
    ? t("sync.verdict.noWorker")
    : isBusy(sync)
      ? t("sync.verdict.busy")
      : sync.synced_at === null
        ? t("sync.verdict.never")
        : unread > 0
          ? t("sync.verdict.unread", {
              time: time(sync.synced_at),
              count: unread,
              shown: count(unread),
            })
          : t("sync.verdict.calm", { time: time(sync.synced_at) });
  return (
    <>
      <Verdict calm={calm} text={words} />
      <p className="meta">
        {sync.reconciled_at
          ? t("sync.verdict.compared", { time: time(sync.reconciled_at) })
          : t("sync.verdict.notCompared")}
        {sync.next_at && ` · ${t("sync.verdict.next", { time: time(sync.next_at) })}`}
      </p>
    </>
  );
}

function Start({ sync, mayRun }: { sync: Sync | undefined; mayRun: boolean }) {
  const { t } = useTranslation();
  const start = useStart();
  const busy = isBusy(sync);
  const why = mayRun ? (busy ? t("sync.busy") : undefined) : t("sync.locked");
  const button = (mode: Mode, primary: boolean) => (
    <Button
      type={primary ? "primary" : "default"}
      disabled={!mayRun || busy || sync === undefined}
      loading={start.isPending && start.variables === mode}
      title={why}
      onClick={() => start.mutate(mode)}
    >
      {t(`sync.start.${mode}`)}
    </Button>
  );
  return (
    <div className="sync-acts">
      {start.isError && <Alert type="error" showIcon title={t("sync.startFailed")} />}
      {button("reconcile", false)}
      {button("sync", true)}
    </div>
  );
}

export function SyncPage({ zone, mayRun, kind, onKind }: Props) {
  const { t } = useTranslation();
  const sync = useSync();
  const open = sync.data?.runs.filter((run) => run.state === "running" || run.state === "failed");
  return (
    <div className="sync">
      <header className="page-head">
        <div>
          <h1>{t("sync.title")}</h1>
          <p className="meta">{t("sync.about")}</p>
        </div>
        <Start sync={sync.data} mayRun={mayRun} />
      </header>
      {sync.isPending && <Skeleton active paragraph={{ rows: 8 }} />}
      {sync.isError && <Failed title={t("sync.failed")} onAgain={() => sync.refetch()} />}
      {sync.data && (
        <>
          <Answer sync={sync.data} zone={zone} />
          {open?.map((run) => (
            <Under key={run.id} run={run} sync={sync.data} zone={zone} />
          ))}
          <Drifts zone={zone} kind={kind} onKind={onKind} />
          <section className="sync-part">
            <h2>{t("sync.blind.title")}</h2>
            <ul className="sync-blind">
              {(["deleted", "returned", "details", "members"] as const).map((name) => (
                <li key={name}>{t(`sync.blind.${name}`)}</li>
              ))}
            </ul>
          </section>
          <Past runs={sync.data.runs.filter((run) => !open?.includes(run))} zone={zone} />
        </>
      )}
    </div>
  );
}
