import { useMutation, useQueryClient } from "@tanstack/react-query";
import { dayOf, hourMinute } from "@yutang/ui";
import { lazy, Suspense, useState } from "react";
import { pageAddress } from "../../../shared/place.ts";
import { spoken, t, whenSaid } from "../../../shared/words.ts";
import type { TodayTask } from "../api/adds.ts";
import { finishTask, takeTask } from "../api/tasks.ts";
import { troubleOf } from "./trouble.ts";

// Opened seldom, so fetched when it is.
const TaskEnd = lazy(async () => ({ default: (await import("./later.ts")).TaskEnd }));

/** One task: what, for whom, until when, and the one thing to press. */
export function DueTask({ task, zone }: { task: TodayTask; zone: string }) {
  const queries = useQueryClient();
  const [open, setOpen] = useState(false);
  const takes = !task.mine || task.pooled;
  const act = useMutation({
    mutationFn: () => (takes ? takeTask(task.id) : finishTask(task.id, "")),
    onSettled: () => queries.invalidateQueries({ queryKey: ["tasks"] }),
  });
  const today = dayOf(task.due_at, zone) === dayOf(new Date(), zone);
  const time = today ? hourMinute(task.due_at, zone) : whenSaid(task.due_at, zone);
  const kind = spoken() === "en" ? task.kind_name.en : task.kind_name.zh;
  const about = [task.mine ? null : task.staff_name, task.customer_name, kind].filter(Boolean);
  return (
    <li className="due-task">
      <div className="due-row">
        <div className="grow">
          <p className="strong">
            {task.priority > 0 ? (
              <span className={task.priority === 2 ? "mark urgent" : "mark"}>
                {t(`adds.tasks.priority.${task.priority}`)}
              </span>
            ) : null}
            {task.title}
          </p>
          <p className="meta">{about.join(" · ")}</p>
          <p className={task.overdue ? "meta late" : "meta"}>
            {t(task.overdue ? "adds.tasks.overdue" : "adds.tasks.due", { time })}
            {task.pooled ? ` · ${t("adds.tasks.pooled")}` : ""}
          </p>
          {task.link ? <TaskLink link={task.link} /> : null}
          {act.isError ? (
            <p className="problem" role="alert">
              {troubleOf(act.error)}
            </p>
          ) : null}
        </div>
        <div className="due-acts">
          {open ? null : (
            <button
              type="button"
              className="quiet"
              aria-label={t(takes ? "adds.tasks.takeLabel" : "adds.tasks.doneLabel", {
                title: task.title,
              })}
              disabled={act.isPending}
              onClick={() => (takes || task.proof === "none" ? act.mutate() : setOpen(true))}
            >
              {t(takes ? "adds.tasks.take" : "adds.tasks.done")}
            </button>
          )}
          {takes ? null : (
            <button
              type="button"
              className="plain"
              aria-label={open ? undefined : t("adds.tasks.laterLabel", { title: task.title })}
              aria-expanded={open}
              onClick={() => setOpen((was) => !was)}
            >
              {t(open ? "adds.tasks.less" : "adds.tasks.more")}
            </button>
          )}
        </div>
      </div>
      {open && !takes ? (
        <Suspense fallback={<p className="meta">{t("shell.loading")}</p>}>
          <TaskEnd task={task} zone={zone} />
        </Suspense>
      ) : null}
    </li>
  );
}

/** A page of ours opens here, another site beside. */
function TaskLink({ link }: { link: string }) {
  const own = link.startsWith("/");
  return (
    <a
      className="due-link"
      href={link.startsWith("/m/") ? pageAddress(link) : link}
      {...(own ? {} : { target: "_blank", rel: "noreferrer noopener" })}
    >
      {own ? t("adds.tasks.open") : new URL(link).hostname}
    </a>
  );
}
