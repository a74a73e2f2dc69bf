import { Circle } from "lucide-react";
import { inWords, t, whenSaid } from "../../../shared/words.ts";
import { acts, type Customer, type Task } from "../api/customers.ts";
import { dueSaid } from "./due.ts";
import { Problem } from "./Problem.tsx";
import { useAct } from "./useAct.ts";

interface Props {
  customer: Customer;
  zone: string;
  onWrite: () => void;
}

/**
 * What to do next for this customer, with its date; then what else is open. What stood on the day
 * of a member who left is taken over by following up.
 */
export function NextStep({ customer, zone, onWrite }: Props) {
  const [next, ...rest] = customer.tasks;
  return (
    <>
      <section className="card next">
        <h2>{next ? titleOf(next) : t("customer.tasks.none")}</h2>
        <p className={next?.overdue ? "late" : undefined}>
          {next ? dueSaid(next, zone) : t("customer.tasks.noneWhy")}
        </p>
        {next && isOrphan(next, customer) ? (
          <p className="meta">
            {t(next.pooled ? "customer.tasks.pooled" : "customer.tasks.orphaned", {
              name: next.staff_name,
            })}
          </p>
        ) : null}
        <div className="pair">
          <button type="button" className="primary" onClick={onWrite}>
            {t("customer.follow.write")}
          </button>
          {next && !isOrphan(next, customer) ? <Done customer={customer} task={next} /> : null}
        </div>
      </section>
      {rest.length > 0 ? (
        <section className="card">
          <header>
            <h2>{t("customer.tasks.more")}</h2>
            <span className="meta">{t("customer.tasks.count", { count: rest.length })}</span>
          </header>
          <ul className="rows">
            {rest.map((task) => (
              <li key={task.id}>
                <Circle size={18} aria-hidden="true" />
                <div className="grow">
                  <p className="cutline">{titleOf(task)}</p>
                  <p className={task.overdue ? "meta late" : "meta"}>{dueSaid(task, zone)}</p>
                  {isOrphan(task, customer) ? (
                    <p className="meta">
                      {`${task.staff_name} · ${t(task.pooled ? "adds.tasks.pooled" : "customer.owners.left")}`}
                    </p>
                  ) : null}
                </div>
                {isOrphan(task, customer) ? null : <Done customer={customer} task={task} />}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {customer.silent_since ? (
        <p className="hint">
          {t("customer.silent", { since: whenSaid(customer.silent_since, zone) })}
        </p>
      ) : null}
    </>
  );
}

const titleOf = (task: Task): string => inWords(task.words) ?? task.title;

/** On nobody's day: its member left, or it waits in a leader's pool who is not the reader. */
function isOrphan(task: Task, customer: Customer): boolean {
  const me = customer.owners.find((owner) => owner.me)?.staff_id;
  return task.staff_left || (task.pooled && task.staff_id !== me);
}

function Done({ customer, task }: { customer: Customer; task: Task }) {
  const act = useAct(customer.external_id, () => acts.close(task.id));
  return (
    <>
      <button
        type="button"
        className="quiet"
        aria-label={t("customer.tasks.doneLabel", { title: titleOf(task) })}
        disabled={act.isPending}
        onClick={() => act.mutate(undefined)}
      >
        {t("customer.tasks.done")}
      </button>
      <Problem error={act.error} />
    </>
  );
}
