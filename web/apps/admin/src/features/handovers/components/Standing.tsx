import { clock, count, fullMoment, useWhen } from "@yutang/ui";
import { useTranslation } from "react-i18next";
import { Bar } from "../../../shared/Bar.tsx";
import type { Handover } from "../api/reading.ts";
import { PartsBar } from "./PartsBar.tsx";
import { partOf, peopleOf } from "./sums.ts";
import { span } from "./words.ts";

interface Props {
  one: Handover;
  zone: string;
  now: number;
}

/** How far it is, when WeCom is looked at next, and when all have an answer. */
export function Standing({ one, zone, now }: Props) {
  const { t } = useTranslation();
  const tell = useWhen(zone);
  const whole = peopleOf(one.customers);
  const groups = one.groups.planned + one.groups.done + one.groups.failed;
  const open = one.state === "running" || one.state === "waiting";
  const settled = whole - partOf(one.customers, "waiting") - one.customers.planned;
  return (
    <section className="handover-standing" aria-label={t("handovers.standing")}>
      {whole > 0 && (
        <div>
          <p className="num" aria-live="polite">
            <b>{t("handovers.settled", { count: whole, n: count(settled), all: count(whole) })}</b>
          </p>
          <PartsBar customers={one.customers} />
        </div>
      )}
      {groups > 0 && (
        <div>
          <p className="num" aria-live="polite">
            <b>
              {t("handovers.groupsDone", {
                count: groups,
                n: count(one.groups.done),
                all: count(groups),
              })}
            </b>
          </p>
          <Bar
            percent={Math.floor((one.groups.done / groups) * 100)}
            label={t("handovers.tabs.groups")}
          />
        </div>
      )}
      <p className="meta num">
        {open && one.next_check_at && (
          <span title={fullMoment(one.next_check_at, zone)}>
            {Date.parse(one.next_check_at) <= now
              ? t("handovers.lookingNow")
              : t("handovers.nextLook", {
                  time: tell(one.next_check_at),
                  left: span((Date.parse(one.next_check_at) - now) / 1000, t),
                })}
          </span>
        )}
        {open && one.eta && (
          <span title={fullMoment(one.eta, zone)}>
            {t("handovers.eta", { time: tell(one.eta) })}
          </span>
        )}
        {!open && one.ended_at && (
          <span title={fullMoment(one.ended_at, zone)}>
            {t("handovers.ended", { when: tell(one.ended_at) })}
          </span>
        )}
        {one.checked_at && (
          <span title={fullMoment(one.checked_at, zone)}>
            {t("handovers.checked", { time: clock(one.checked_at, zone) })}
          </span>
        )}
        <span>{t("handovers.callsMade", { count: one.calls, n: count(one.calls) })}</span>
      </p>
    </section>
  );
}
