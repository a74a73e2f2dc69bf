import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { dayOf, hourMinute } from "@yutang/ui";
import { t, whenSaid } from "../../../shared/words.ts";
import { closeTask, type TodayTask, tasksQuery } from "../api/adds.ts";

/** Follow-ups that are due today or late: what to do first. */
export function DueTasks({ zone }: { zone: string }) {
  const tasks = useQuery(tasksQuery);
  const items = tasks.data?.items ?? [];
  return (
    <section className="card due">
      <header>
        <h2>{t("adds.tasks.title")}</h2>
        <span className="meta">
          {items.length > 0 ? t("adds.tasks.count", { count: items.length }) : ""}
        </span>
      </header>
      {tasks.isPending ? <p className="empty">{t("shell.loading")}</p> : null}
      {tasks.isError ? (
        <p className="problem" role="alert">
          {t("adds.tasks.unread")}
        </p>
      ) : null}
      {tasks.data && items.length === 0 ? <p className="empty">{t("adds.tasks.empty")}</p> : null}
      <ul className="rows">
        {items.map((task) => (
          <Row key={task.id} task={task} zone={zone} />
        ))}
      </ul>
    </section>
  );
}

function Row({ task, zone }: { task: TodayTask; zone: string }) {
  const queries = useQueryClient();
  const close = useMutation({
    mutationFn: () => closeTask(task.id),
    onSettled: () => queries.invalidateQueries({ queryKey: ["tasks"] }),
  });
  const today = dayOf(task.due_at, zone) === dayOf(new Date(), zone);
  const time = today ? hourMinute(task.due_at, zone) : whenSaid(task.due_at, zone);
  return (
    <li>
      <div className="grow">
        <p className="cutline strong">{task.title}</p>
        <p className={task.overdue ? "meta late" : "meta"}>
          {task.customer_name ? `${task.customer_name} · ` : ""}
          {t(task.overdue ? "adds.tasks.overdue" : "adds.tasks.due", { time })}
        </p>
        {close.isError ? (
          <p className="problem" role="alert">
            {t("adds.tasks.failed")}
          </p>
        ) : null}
      </div>
      <button
        type="button"
        className="quiet"
        aria-label={t("adds.tasks.doneLabel", { title: task.title })}
        disabled={close.isPending}
        onClick={() => close.mutate()}
      >
        {t("adds.tasks.done")}
      </button>
    </li>
  );
}
