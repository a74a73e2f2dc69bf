import { useQuery } from "@tanstack/react-query";
import { t } from "../../../shared/words.ts";
import { tasksQuery } from "../api/adds.ts";
import { DueTask } from "./DueTask.tsx";
import "./due.css";

/** What is due today or late, first; then what those whom the member leads are late with. */
export function DueTasks({ zone }: { zone: string }) {
  const tasks = useQuery(tasksQuery);
  const items = tasks.data?.items ?? [];
  const own = items.filter((task) => task.mine);
  const others = items.filter((task) => !task.mine);
  return (
    <>
      <section className="card due">
        <header>
          <h2>{t("adds.tasks.title")}</h2>
          <span className="meta">
            {own.length > 0 ? t("adds.tasks.count", { count: own.length }) : ""}
          </span>
        </header>
        {tasks.isPending ? <p className="empty">{t("shell.loading")}</p> : null}
        {tasks.isError ? (
          <p className="problem" role="alert">
            {t("adds.tasks.unread")}
          </p>
        ) : null}
        {tasks.data && own.length === 0 ? <p className="empty">{t("adds.tasks.empty")}</p> : null}
        <ul className="rows">
          {own.map((task) => (
            <DueTask key={task.id} task={task} zone={zone} />
          ))}
        </ul>
      </section>
      {others.length > 0 ? (
        <section className="card due">
          <header>
            <h2>{t("adds.tasks.escalated")}</h2>
            <span className="meta">{t("adds.tasks.count", { count: others.length })}</span>
          </header>
          <ul className="rows">
            {others.map((task) => (
              <DueTask key={task.id} task={task} zone={zone} />
            ))}
          </ul>
        </section>
      ) : null}
    </>
  );
}
