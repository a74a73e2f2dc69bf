import { count } from "@yutang/ui";
import { Alert } from "antd";
import { useTranslation } from "react-i18next";
import { Bar } from "../../../shared/Bar.tsx";
import { type Act, fileOf, skipped } from "../api/bulk.ts";
import { percentOf, reasonOf, span } from "./words.ts";

/** What would happen, to how many, who not and why; while it is counted, how far. */
export function DryRun({ act }: { act: Act | undefined }) {
  const { t, i18n } = useTranslation();
  if (act === undefined || act.state === "planning") {
    const percent = act ? percentOf(act) : null;
    return (
      <div className="bulk-planning" aria-live="polite">
        <p>{t("bulk.plan.counting", { count: act?.found ?? 0, n: count(act?.found ?? 0) })}</p>
        <Bar percent={percent} label={t("bulk.plan.progress")} />
      </div>
    );
  }
  if (act.state === "failed") {
    return <Alert type="error" showIcon title={t("bulk.plan.failed", { reason: act.reason })} />;
  }
  const rest = skipped(act);
  const left = rest.reduce((sum, one) => sum + one.count, 0);
  return (
    <div className="bulk-plan" data-state={act.state}>
      {act.shown && (
        <Alert
          type="warning"
          showIcon
          title={t("bulk.plan.moved", {
            was: count(act.shown.changes),
            now: count(act.changes),
          })}
        />
      )}
      <dl className="bulk-tiles num">
        <div>
          <dt>{t(`bulk.plan.will.${act.kind}`)}</dt>
          <dd>{count(act.changes)}</dd>
        </div>
        <div>
          <dt>{t("bulk.plan.skipped")}</dt>
          <dd>{count(left)}</dd>
        </div>
        <div>
          <dt>{t("bulk.plan.found")}</dt>
          <dd>{count(act.found)}</dd>
        </div>
      </dl>
      {act.changes === 0 && <p>{t("bulk.plan.nobody")}</p>}
      {rest.length > 0 && (
        <>
          <h3 className="bulk-why">{t("bulk.plan.why")}</h3>
          <ul className="bulk-reasons">
            {rest.map((one) => (
              <li key={one.outcome}>
                <span>
                  {reasonOf(one.outcome, act.kind, t)}
                  {one.sample.length > 0 && (
                    <span className="meta cut">
                      {one.sample.map((who) => who.name || who.id).join(t("common.comma"))}
                      {one.count > one.sample.length && " …"}
                    </span>
                  )}
                </span>
                <span className="num">
                  {t("bulk.people", { count: one.count, n: count(one.count) })}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
      {act.wecom && (
        <p className="bulk-price num">
          {t("bulk.mirror.price", {
            count: act.wecom.calls,
            n: count(act.wecom.calls),
            share: shareOf(act.wecom.calls, act.wecom.hour_limit),
            left: span(Date.parse(act.wecom.ends_at) - Date.now(), t),
          })}
        </p>
      )}
      {act.found > 0 && (
        <p>
          <a href={fileOf(act.id, i18n.language)} download>
            {t("bulk.plan.file")}
          </a>
        </p>
      )}
    </div>
  );
}

function shareOf(calls: number, limit: number): string {
  const percent = (calls / limit) * 100;
  if (percent < 0.1) return "<0.1%";
  return `${Math.round(percent * 10) / 10}%`;
}
