import { count } from "@yutang/ui";
import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import { isTold, kindName } from "../../../shared/eventKinds.ts";
import { useStageNames } from "../../../shared/stages.ts";
import { type Act, isOpen, isUndoing, type Outcome, type Rule, type Run } from "../api/rules.ts";

/** A rule in words: when it looks, and what it does then. */
export function useRuleWords() {
  const { t } = useTranslation();
  const stages = useStageNames();
  const eventName = (kind: string): string =>
    isTold(kind) ? kindName(t, kind) : t(`tagrules.events.${kind}`, kindName(t, kind));
  const when = (rule: Pick<Rule, "trigger" | "segment">): string => {
    const { trigger } = rule;
    if (trigger.on === "segment") {
      return t(`tagrules.when.${trigger.moved}`, {
        name: rule.segment ?? t("tagrules.goneSegment"),
      });
    }
    if (trigger.on === "event") {
      return t("tagrules.when.event", { name: eventName(trigger.kind) });
    }
    const hour = `${String(trigger.hour).padStart(2, "0")}:00`;
    return trigger.every === "day"
      ? t("tagrules.when.day", { hour })
      : t("tagrules.when.week", { hour, day: t(`tagrules.weekdays.${trigger.weekday ?? 0}`) });
  };
  const then = (act: Act, tags: Rule["tags"]): string => {
    if (act.do === "stage") {
      return act.stage
        ? t("tagrules.then.stage", { stage: stages.named(act.stage) })
        : t("tagrules.then.noStage");
    }
    const tag = tags.find((one) => one.id === act.tag_id);
    return t(`tagrules.then.${act.do}`, { tag: tag?.name ?? t("tagrules.goneTag") });
  };
  return { when, then };
}

/** Why an act came to nothing, in words. */
export function useReasons() {
  const { t } = useTranslation();
  return (reason: string): string =>
    t([`tagrules.reasons.${reason.replaceAll(".", "_")}`, "tagrules.reasons.other"], { reason });
}

/** How many of all acts ended so. */
export function totals(outcomes: readonly Outcome[]): [string, number][] {
  const found = new Map<string, number>();
  for (const one of outcomes) {
    if (one.outcome !== "changed") {
      found.set(one.outcome, (found.get(one.outcome) ?? 0) + one.count);
    }
  }
  return [...found].sort((a, b) => b[1] - a[1]);
}

export const tones: Record<Run["state"], "ok" | "info" | "warn" | "bad" | "off"> = {
  waiting: "info",
  running: "info",
  ended: "ok",
  stopped: "warn",
  failed: "bad",
};

/** How a run came to be, and how far it is. */
export function wordOf(t: TFunction, run: Run): string {
  const cause = t(`tagrules.causes.${run.cause}`);
  if (run.cause === "event") return cause;
  const state = t(`tagrules.states.${run.state}`);
  const share = isOpen(run) && run.asked > 0 ? ` ${count(run.done)} / ${count(run.asked)}` : "";
  return `${cause} · ${state}${share}`;
}

/** Who took a run back, and how much of it. */
export function undoneWords(t: TFunction, run: Run): string {
  if (!run.undo) return "";
  return t(isUndoing(run) ? "tagrules.runs.undoing" : "tagrules.runs.undone", {
    back: count(run.undo.taken_back),
    stay: count(run.undo.changed_since),
    who: run.undo.asked_by || t("tagrules.runs.somebody"),
  });
}
