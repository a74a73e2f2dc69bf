import { count, useWhen } from "@yutang/ui";
import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import { Bar } from "../../../shared/Bar.tsx";
import type { Run } from "../api/rfm.ts";

const HUNDRED = 100;

/** A reckoning under way: what it does now, how far it is, or what it waits for. */
export function RunProgress({ run, zone }: { run: Run; zone: string }) {
  const { t } = useTranslation();
  const tell = useWhen(zone);
  return (
    <div className="rfm-run" data-run={run.id} data-state={run.state} aria-live="polite">
      <p>
        <b>{t(`rfm.runs.states.${run.state}`)}</b>{" "}
        <span className="meta num">
          {run.state === "moving"
            ? t("rfm.runs.moved", { done: count(run.moved), total: count(run.moves) })
            : t("rfm.runs.since", { time: tell(run.started_at) })}
        </span>
      </p>
      <Bar
        percent={run.state === "moving" ? Math.round(run.progress * HUNDRED) : null}
        label={t("rfm.runs.title")}
      />
      {run.reason && <p className="meta">{t("rfm.runs.why", { why: whyOf(t, run.reason) })}</p>}
    </div>
  );
}

function whyOf(t: TFunction, reason: string): string {
  return t([`rfm.problems.${reason.replaceAll(".", "_")}`, "rfm.runs.broke"], { detail: reason });
}
