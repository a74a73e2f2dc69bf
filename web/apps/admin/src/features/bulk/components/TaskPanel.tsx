import { count } from "@yutang/ui";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Bar } from "../../../shared/Bar.tsx";
import { usePressed } from "../../../shared/usePressed.ts";
import { type Act, fileOf, useActs, useConfirm, usePress, working } from "../api/bulk.ts";
import { CloseButton } from "./CloseButton.tsx";
import { lineOf, percentOf, titleOf } from "./words.ts";
import "./bulk.css";

interface Props {
  /** Only this person's acts are told of: `user:<id>`. */
  me: string;
  onOpen: () => void;
}

const KEPT = "yutang.tasks.closed";
const NEWS_MS = 10 * 60_000;

function readClosed(): number[] {
  const kept: unknown = JSON.parse(localStorage.getItem(KEPT) ?? "[]");
  return Array.isArray(kept) ? kept.filter((one) => typeof one === "number") : [];
}

/**
 * What this person has under way, on every page and after a reload; what is over is news once.
 *
 * What works comes first, of what is over only the last; Tasks has them all. It stands in the page's flow: over the page it would lie on the page's own buttons.
 */
export function TaskPanel({ me, onOpen }: Props) {
  const acts = useActs();
  const pressed = usePressed();
  const [closed, setClosed] = useState(readClosed);
  const now = acts.dataUpdatedAt;
  const told = (acts.data?.items ?? []).filter(
    (act) =>
      act.asked_by === me &&
      (act.confirmed || act.shown !== null) &&
      !closed.includes(act.id) &&
      (working(act) ||
        act.state === "failed" ||
        act.state === "planned" ||
        (act.state === "ended" && now - Date.parse(act.updated_at) < NEWS_MS)),
  );
  // It moves the page below it: never between the press of a button there and its release.
  const still = useRef(told);
  if (!pressed) still.current = told;
  const shown = still.current;
  if (shown.length === 0) return null;
  const open = shown.filter((act) => act.state !== "ended");
  const close = (act: Act) => {
    const kept = [...closed, act.id].slice(-50);
    localStorage.setItem(KEPT, JSON.stringify(kept));
    setClosed(kept);
  };
  return (
    <div className="bulk-panel" role="status">
      {(open.length > 0 ? open.slice(0, 2) : shown.slice(0, 1)).map((act) => (
        <Card key={act.id} act={act} now={now} onOpen={onOpen} onClose={() => close(act)} />
      ))}
    </div>
  );
}

interface CardProps {
  act: Act;
  now: number;
  onOpen: () => void;
  onClose: () => void;
}

function Card({ act, now, onOpen, onClose }: CardProps) {
  const { t, i18n } = useTranslation();
  const press = usePress();
  const confirm = useConfirm();
  const title = titleOf(act, t);
  return (
    <section className="bulk-card" data-act={act.id} data-state={act.state} aria-label={title}>
      <b>{title}</b>
      {working(act) && <Bar percent={percentOf(act)} label={t("bulk.progress", { title })} />}
      <p className="num">{act.state === "failed" ? act.reason : lineOf(act, now, t)}</p>
      <p className="bulk-act-buttons">
        {act.state === "ended" && (
          <a href={fileOf(act.id, i18n.language)} download>
            {t("bulk.file")}
          </a>
        )}
        {act.state === "planned" && act.changes > 0 && (
          <button
            type="button"
            className="link"
            onClick={() => confirm.mutate({ id: act.id, changes: act.changes })}
          >
            {t([`bulk.go.${act.kind}`, "bulk.go.other"], {
              count: act.changes,
              n: count(act.changes),
            })}
          </button>
        )}
        {act.undo_until && (
          <button
            type="button"
            className="link"
            onClick={() => press.mutate({ id: act.id, button: "undo" })}
          >
            {t("bulk.buttons.undo")}
          </button>
        )}
        <button type="button" className="link" onClick={onOpen}>
          {t("bulk.panel.open")}
        </button>
      </p>
      <CloseButton className="bulk-close" label={t("bulk.panel.close")} onClick={onClose} />
    </section>
  );
}

/** How many acts of anybody work now; for the sign in the top bar. */
export function useWorking(enabled: boolean): number {
  return (useActs(undefined, enabled).data?.items ?? []).filter(working).length;
}
