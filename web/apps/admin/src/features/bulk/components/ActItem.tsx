import { count, fullMoment, State, type Tone, useWhen } from "@yutang/ui";
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { Bar } from "../../../shared/Bar.tsx";
import {
  type Act,
  fileOf,
  type Button as Name,
  useConfirm,
  usePress,
  working,
} from "../api/bulk.ts";
import { lineOf, percentOf, reasonOf, titleOf } from "./words.ts";

const tones: Record<Act["state"], Tone> = {
  planning: "info",
  planned: "warn",
  running: "info",
  paused: "warn",
  ended: "ok",
  cancelled: "off",
  failed: "bad",
};

const buttons: Record<Act["state"], readonly Name[]> = {
  planning: ["pause", "cancel"],
  planned: ["cancel"],
  running: ["pause", "cancel"],
  paused: ["resume", "cancel"],
  ended: [],
  cancelled: [],
  failed: ["resume", "cancel"],
};

/** One act in the list of long work: what, how far, what came of it, what can be done. */
export function ActItem({ act, zone, now }: { act: Act; zone: string; now: number }) {
  const { t, i18n } = useTranslation();
  const tell = useWhen(zone);
  const press = usePress();
  const confirm = useConfirm();
  const title = titleOf(act, t);
  const reasons = act.results.filter((one) => one.outcome !== "changed");
  return (
    <li className="bulk-act" data-act={act.id} data-state={act.state}>
      <div className="bulk-act-head">
        <b>{title}</b>
        <State tone={tones[act.state]} word={t(`bulk.states.${act.state}`)} />
      </div>
      {working(act) && <Bar percent={percentOf(act)} label={t("bulk.progress", { title })} />}
      <p className="num">{lineOf(act, now, t)}</p>
      {act.reason && <p className="bulk-bad">{t("bulk.why", { reason: act.reason })}</p>}
      {reasons.length > 0 && (
        <p className="meta num">
          {reasons
            .map((one) => `${reasonOf(one.outcome, act.kind, t)} ${count(one.count)}`)
            .join(" · ")}
        </p>
      )}
      <p className="meta">
        {act.asked_by_name}
        {" · "}
        <span title={fullMoment(act.asked_at, zone)}>{tell(act.asked_at)}</span>
      </p>
      <div className="bulk-act-buttons">
        {(act.done > 0 || act.state === "ended") && (
          <a href={fileOf(act.id, i18n.language)} download>
            {t("bulk.file")}
          </a>
        )}
        {act.state === "planned" && act.changes > 0 && (
          <Button
            size="small"
            type="primary"
            loading={confirm.isPending}
            onClick={() => confirm.mutate({ id: act.id, changes: act.changes })}
          >
            {t([`bulk.go.${act.kind}`, "bulk.go.other"], {
              count: act.changes,
              n: count(act.changes),
            })}
          </Button>
        )}
        {buttons[act.state].map((name) => (
          <Button
            key={name}
            size="small"
            loading={press.isPending && press.variables.button === name}
            onClick={() => press.mutate({ id: act.id, button: name })}
          >
            {t(`bulk.buttons.${name}`)}
          </Button>
        ))}
        {act.undo_until && (
          <Button
            size="small"
            title={t("bulk.undoUntil", { time: fullMoment(act.undo_until, zone) })}
            loading={press.isPending && press.variables.button === "undo"}
            onClick={() => press.mutate({ id: act.id, button: "undo" })}
          >
            {t("bulk.buttons.undo")}
          </Button>
        )}
      </div>
    </li>
  );
}
