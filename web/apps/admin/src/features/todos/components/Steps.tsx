import { fullMoment, useWhen } from "@yutang/ui";
import { useTranslation } from "react-i18next";
import { useStaffName } from "../../../shared/choices.ts";
import type { Step } from "../api/todos.ts";

/** What became of a task, the newest first. */
export function Steps({ steps, zone }: { steps: readonly Step[]; zone: string }) {
  const { t } = useTranslation();
  const tell = useWhen(zone);
  if (steps.length === 0) return <p className="meta">{t("todos.steps.none")}</p>;
  return (
    <ol className="todo-steps">
      {steps.map((step) => (
        <li key={`${step.at} ${step.action}`}>
          <span>
            <b>{step.actor_name ?? t("todos.steps.system")}</b> <What step={step} zone={zone} />
          </span>
          <span className="meta num" title={fullMoment(step.at, zone)}>
            {tell(step.at)}
          </span>
        </li>
      ))}
    </ol>
  );
}

const idOf = (value: unknown) => (typeof value === "number" ? value : undefined);

function What({ step, zone }: { step: Step; zone: string }) {
  const { t } = useTranslation();
  const tell = useWhen(zone);
  const { action, after } = step;
  const name = useStaffName(idOf(after.staff_id) ?? idOf(after.escalated_to));
  const who = name ?? t("todos.steps.someone");
  switch (action) {
    case "given":
      return t("todos.steps.given", { name: who });
    case "reassigned":
    case "pooled":
      return t(after.pooled ? "todos.steps.pooled" : "todos.steps.reassigned", { name: who });
    case "escalated":
      return t(after.escalated_to === null ? "todos.steps.noLeader" : "todos.steps.escalated", {
        name: who,
      });
    case "closed":
      return t(`todos.steps.${after.state === "done" ? "done" : "dropped"}`);
    case "snoozed":
      return t("todos.steps.putOff", { when: tell(String(after.due_at)) });
    case "changed":
      return typeof after.due_at === "string"
        ? t("todos.steps.putOff", { when: tell(after.due_at) })
        : t("todos.steps.changed");
    case "proof_shown":
      return t("todos.steps.proofShown");
    default:
      return action;
  }
}
