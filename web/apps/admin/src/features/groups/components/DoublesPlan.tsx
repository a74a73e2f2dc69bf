import { count, dateTime, State, type Tone } from "@yutang/ui";
import { Alert, Button, Collapse, Skeleton } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Bar } from "../../../shared/Bar.tsx";
import { Failed } from "../../../shared/Failed.tsx";
import { type Plan, usePlanOwners, usePlans, useStopPlan } from "../api/watch.ts";
import { DoublesDialog } from "./DoublesDialog.tsx";
import { useWatchWords } from "./words.ts";
import "./watch.css";

const tones: Record<Plan["state"], Tone> = { running: "info", done: "ok", stopped: "off" };
const WHOLE = 100;

/** The plan by which owners take persons out: begun here, and how far it is. */
export function DoublesPlan({ zone }: { zone: string }) {
  const { t } = useTranslation();
  const plans = usePlans();
  const [asking, setAsking] = useState(false);
  const last = plans.data?.items[0];
  const running = last?.state === "running";
  return (
    <section className="watch-plan" aria-label={t("groupwatch.doubles.plan")}>
      <div className="group-part">
        <h2>{t("groupwatch.doubles.plan")}</h2>
        <Button
          type="primary"
          disabled={running || !plans.data}
          title={running ? t("groupwatch.problems.groupwatch_plan_running") : undefined}
          onClick={() => setAsking(true)}
        >
          {t("groupwatch.doubles.start")}
        </Button>
      </div>
      {plans.isPending && <Skeleton active paragraph={{ rows: 1 }} title={false} />}
      {plans.isError && <Failed title={t("groupwatch.failed")} onAgain={() => plans.refetch()} />}
      {plans.data && !last && <p className="meta">{t("groupwatch.doubles.none")}</p>}
      {last && <Standing plan={last} zone={zone} />}
      {asking && <DoublesDialog onClose={() => setAsking(false)} />}
    </section>
  );
}

function Standing({ plan, zone }: { plan: Plan; zone: string }) {
  const { t } = useTranslation();
  const words = useWatchWords();
  const stop = useStopPlan();
  const [open, setOpen] = useState(false);
  return (
    <>
      <p className="watch-line num">
        <State tone={tones[plan.state]} word={t(`groupwatch.doubles.states.${plan.state}`)} />
        <span>
          {t("groupwatch.doubles.said", {
            rule: t(`groupwatch.doubles.rules.${plan.rule}`),
            least: plan.least,
            keep: t(`groupwatch.doubles.keeps.${plan.keep}`),
          })}
        </span>
        <span className="meta">{dateTime(plan.created_at, zone)}</span>
        {plan.state === "running" && (
          <Button size="small" loading={stop.isPending} onClick={() => stop.mutate(plan.id)}>
            {t("groupwatch.doubles.stop")}
          </Button>
        )}
      </p>
      <Bar
        percent={plan.removals ? Math.round((plan.gone / plan.removals) * WHOLE) : 0}
        label={t("groupwatch.doubles.progress")}
      />
      <p className="meta num">
        {t("groupwatch.doubles.counts", {
          gone: count(plan.gone),
          waiting: count(plan.waiting),
          done: count(plan.owners_done),
          owners: count(plan.owners),
        })}
        {plan.void > 0 &&
          ` ${t("groupwatch.doubles.void", { count: plan.void, n: count(plan.void) })}`}
      </p>
      {stop.error && <Alert type="error" showIcon title={words(stop.error)} />}
      <Collapse
        ghost
        size="small"
        className="watch-fold"
        onChange={(keys) => setOpen(keys.length > 0)}
        items={[
          {
            key: "owners",
            label: t("groupwatch.doubles.owners", { count: plan.owners, n: count(plan.owners) }),
            children: open && <Owners id={plan.id} />,
          },
        ]}
      />
    </>
  );
}

function Owners({ id }: { id: number }) {
  const { t } = useTranslation();
  const found = usePlanOwners(id);
  if (found.isPending) return <Skeleton active paragraph={{ rows: 2 }} title={false} />;
  if (found.isError) {
    return <Failed title={t("groupwatch.failed")} onAgain={() => found.refetch()} />;
  }
  return (
    <ul className="watch-people">
      {found.data.items.map((one) => (
        <li key={one.owner.id}>
          <span className="cut">{one.owner.name}</span>
          <span className="meta num">
            {t("groupwatch.renewal.of", { n: count(one.gone), of: count(one.removals) })}
          </span>
          <span className="meta">
            {t(one.waiting > 0 ? "groupwatch.doubles.waits" : "groupwatch.doubles.through")}
          </span>
        </li>
      ))}
    </ul>
  );
}
