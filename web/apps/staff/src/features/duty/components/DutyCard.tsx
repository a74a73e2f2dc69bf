import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import en from "../../../locales/en/later-duty.json";
import zh from "../../../locales/zh-CN/later-duty.json";
import { learn, t, whenSaid } from "../../../shared/words.ts";
import { dutyQuery, setDuty } from "../api/duty.ts";
import "./duty.css";

learn({ "zh-CN": zh, en });

const HOUR_MS = 3_600_000;
const SPANS = [
  { key: "two", hours: 2 },
  { key: "ten", hours: 10 },
  { key: "back", hours: undefined },
] as const;

/** Whether new customers come to me, and the switch for it. */
export function DutyCard({ zone }: { zone: string }) {
  const queries = useQueryClient();
  const { data } = useQuery(dutyQuery);
  const [asking, setAsking] = useState(false);
  const [state, setState] = useState<"still" | "sending" | "failed">("still");
  // Who is in no code has nothing to switch.
  if (!data || (data.codes === 0 && !data.off)) return null;
  const set = async (off: boolean, hours?: number) => {
    setState("sending");
    try {
      const until = hours && new Date(Date.now() + hours * HOUR_MS).toISOString();
      queries.setQueryData(dutyQuery.queryKey, await setDuty(off, until || undefined));
      setState("still");
      setAsking(false);
    } catch {
      setState("failed");
    }
  };
  return (
    <section className="card duty" aria-label={t("duty.title")}>
      <div className="duty-row">
        <div className="grow" aria-live="polite">
          <p className="strong">{t(data.off ? "duty.off" : "duty.on")}</p>
          <p className="meta">
            {data.off
              ? data.off_until
                ? t("duty.until", { time: whenSaid(data.off_until, zone) })
                : t("duty.untilBack")
              : t("duty.codes", { count: data.codes })}
          </p>
        </div>
        <button
          type="button"
          className="duty-act"
          disabled={state === "sending"}
          aria-expanded={data.off ? undefined : asking}
          onClick={() => (data.off ? void set(false) : setAsking(!asking))}
        >
          {t(data.off ? "duty.comeBack" : "duty.pause")}
        </button>
      </div>
      {asking && !data.off ? (
        <fieldset className="duty-spans">
          <legend className="meta">{t("duty.howLong")}</legend>
          {SPANS.map((span) => (
            <button
              key={span.key}
              type="button"
              className="duty-act"
              disabled={state === "sending"}
              onClick={() => void set(true, span.hours)}
            >
              {t(`duty.spans.${span.key}`)}
            </button>
          ))}
        </fieldset>
      ) : null}
      {state === "failed" ? (
        <p className="problem" role="alert">
          {t("duty.failed")}
        </p>
      ) : null}
    </section>
  );
}
