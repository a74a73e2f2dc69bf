import { dateTime, nothing, State, type Tone } from "@yutang/ui";
import { useTranslation } from "react-i18next";
import type { Phase, PhaseRead } from "../api/groups.ts";
import { reasonsOf } from "./phase.ts";

const tones: Record<Phase, Tone> = {
  new: "info",
  active: "ok",
  falling: "warn",
  sinking: "bad",
  last_push: "bad",
};

/** How far a group's life has run, in a word; why, on touching it. */
export function PhaseWord({ phase }: { phase: PhaseRead }) {
  const { t } = useTranslation();
  if (phase.phase === null) {
    return <span title={t(`groups.noPhase.${phase.why_null}`)}>{nothing}</span>;
  }
  return (
    <span title={reasonsOf(t, phase.reasons)}>
      <State tone={tones[phase.phase]} word={t(`groups.phases.${phase.phase}`)} />
    </span>
  );
}

/** The phase with its reasons in words, and since when. */
export function PhaseLine({ phase, zone }: { phase: PhaseRead; zone: string }) {
  const { t } = useTranslation();
  return (
    <p className="group-phase">
      <b>{t("groups.columns.phase")}</b>
      <PhaseWord phase={phase} />
      <span className="num">
        {phase.phase === null ? t(`groups.noPhase.${phase.why_null}`) : reasonsOf(t, phase.reasons)}
      </span>
      {phase.since && (
        <span className="meta num">
          {t("groups.phaseSince", { time: dateTime(phase.since, zone) })}
        </span>
      )}
    </p>
  );
}
