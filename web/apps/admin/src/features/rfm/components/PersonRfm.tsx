import { Link } from "@tanstack/react-router";
import { count, fullMoment, nothing, useWhen } from "@yutang/ui";
import { Skeleton } from "antd";
import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import { Failed } from "../../../shared/Failed.tsx";
import { type Person, usePerson } from "../api/rfm.ts";
import { money, useWords } from "./words.ts";
import "./rfm.css";

/** A customer's class with what it stands on, or why he is in none. */
export function PersonRfm({ id, zone, mayOpen }: { id: number; zone: string; mayOpen: boolean }) {
  const { t } = useTranslation();
  const words = useWords();
  const tell = useWhen(zone);
  const person = usePerson(id);
  const read = person.data;
  return (
    <section className="rfm-card" aria-label={t("rfm.title")}>
      <h2>{t("rfm.title")}</h2>
      {person.isPending && <Skeleton active paragraph={{ rows: 2 }} />}
      {person.isError && <Failed title={words(person.error)} onAgain={() => person.refetch()} />}
      {read?.scored && (
        <>
          <p>
            <b>{t(`rfm.classes.${read.scored.key}`)}</b>{" "}
            <span className="meta num">
              R{read.scored.r} · F{read.scored.f} · M{read.scored.m}
            </span>
          </p>
          <p className="num">{reason(t, read, read.scored)}</p>
        </>
      )}
      {read && !read.scored && (
        <p>
          {nothing} <span className="meta num">{whyNone(t, read)}</span>
        </p>
      )}
      {read?.at && (
        <p className="meta num" title={fullMoment(read.at, zone)}>
          {t("rfm.person.asOf", { days: count(read.window_days), time: tell(read.at) })}{" "}
          {mayOpen && (
            <Link to="/rfm" search={read.scored ? { key: read.scored.key } : {}}>
              {t("rfm.person.open")}
            </Link>
          )}
        </p>
      )}
    </section>
  );
}

function reason(t: TFunction, read: Person, scored: NonNullable<Person["scored"]>): string {
  return t(read.counts_events ? "rfm.person.reasonEvents" : "rfm.person.reason", {
    ago: t("rfm.people.ago", { count: scored.days, n: count(scored.days) }),
    count: scored.orders,
    n: count(scored.orders),
    money: money(scored.amount_fen),
  });
}

function whyNone(t: TFunction, read: Person): string {
  const days = read.last_days ?? 0;
  return t(`rfm.person.none.${read.why ?? "never_bought"}`, {
    days: count(read.window_days),
    count: days,
    last: count(days),
  });
}
