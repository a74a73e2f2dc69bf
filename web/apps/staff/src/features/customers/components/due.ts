import { dayOf, hourMinute } from "@yutang/ui";
import { dayTitle, t } from "../../../shared/words.ts";
import type { Task } from "../api/customers.ts";

/** When a task is due, in plain words. */
export function dueSaid(task: Pick<Task, "due_at" | "overdue">, zone: string, now = new Date()) {
  const day = dayOf(task.due_at, zone);
  const time = hourMinute(task.due_at, zone);
  const said =
    day === dayOf(now, zone) ? t("common.when.today", { time }) : `${dayTitle(day)} ${time}`;
  return t(task.overdue ? "customer.tasks.overdue" : "customer.tasks.due", { when: said });
}
