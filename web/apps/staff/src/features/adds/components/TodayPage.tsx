import { useInfiniteQuery } from "@tanstack/react-query";
import { clock, dayOf, hourMinute, State } from "@yutang/ui";
import { ChevronLeft, ChevronRight } from "lucide-react";
import { type ReactNode, useEffect, useState } from "react";
import { Avatar } from "../../../shared/Avatar.tsx";
import { Failure } from "../../../shared/Failure.tsx";
import { Loading } from "../../../shared/Loading.tsx";
import { pageAddress, readPlace, signInAddress } from "../../../shared/place.ts";
import { dayTitle, t } from "../../../shared/words.ts";
import { type Add, addsQuery } from "../api/adds.ts";
import { DueTasks } from "./DueTasks.tsx";
import { shift } from "./day.ts";
import { tones, why } from "./reasons.ts";
import "../../../shared/day.css";

interface Session {
  member: { name: string };
  corp: { timezone: string; name: string };
}

/** Whom I added on a day and whether the welcome reached them. */
export function TodayPage({ session, duty }: { session: Session; duty: ReactNode }) {
  const zone = session.corp.timezone;
  const [on, setOn] = useState<string | null>(null);
  const query = useInfiniteQuery(addsQuery(on));
  const latest = query.data?.pages[(query.data?.pages.length ?? 0) - 1];
  const today = dayOf(new Date(), zone);
  const day = on ?? today;
  const isToday = day === today;
  useEffect(() => {
    document.title = t("shell.today");
  }, []);
  const again = signInAddress(readPlace(), pageAddress("/m/today"));
  const rows = query.data?.pages.flatMap((page) => page.items) ?? [];
  const go = (days: number) => {
    const wanted = shift(day, days);
    setOn(wanted === today ? null : wanted);
  };
  return (
    <>
      <header className="top">
        <div className="grow" aria-live="polite">
          <h1>
            {latest
              ? t(isToday ? "adds.titleToday" : "adds.titleDay", { count: latest.adds })
              : t("adds.title")}
          </h1>
          <p className="meta">
            {dayTitle(day)} · {session.member.name} · <a href="/m/targets">{t("adds.targets")}</a>
          </p>
        </div>
        {latest && latest.adds > 0 ? (
          <p className="score">
            <b className="num">{latest.sent}</b>
            <span className="num"> / {latest.adds}</span>
            <span className="meta">{t("adds.welcomed")}</span>
          </p>
        ) : null}
      </header>
      {isToday ? duty : null}
      {isToday ? <DueTasks zone={zone} /> : null}
      <div className="days">
        <button type="button" onClick={() => go(-1)}>
          <ChevronLeft size={18} aria-hidden="true" />
          {t("adds.dayBefore")}
        </button>
        {isToday ? null : (
          <button type="button" onClick={() => go(1)}>
            {t("adds.dayAfter")}
            <ChevronRight size={18} aria-hidden="true" />
          </button>
        )}
      </div>
      {query.isPending ? <Loading /> : null}
      {query.isError && !latest ? (
        <Failure error={query.error} retry={() => void query.refetch()} />
      ) : null}
      {latest && rows.length === 0 ? (
        <section className="card">
          <p className="empty">{t(isToday ? "adds.emptyToday" : "adds.emptyDay")}</p>
        </section>
      ) : null}
      {rows.length > 0 ? (
        <section className="card">
          <ul className="rows">
            {rows.map((add) => (
              <Row key={add.id} add={add} zone={zone} />
            ))}
          </ul>
        </section>
      ) : null}
      {query.hasNextPage ? (
        <button
          type="button"
          className="more"
          disabled={query.isFetchingNextPage}
          onClick={() => void query.fetchNextPage()}
        >
          {t(query.isFetchingNextPage ? "adds.loadingMore" : "adds.more")}
        </button>
      ) : null}
      {latest ? (
        <p className="fresh">
          {t(query.isError ? "shell.stale" : "shell.asOf", { time: clock(latest.as_of, zone) })}
        </p>
      ) : null}
      {again ? (
        <p className="fresh">
          {t("adds.signedInAs", { name: session.member.name })}{" "}
          <a href={again}>{t("adds.notYou")}</a>
        </p>
      ) : null}
    </>
  );
}

function Row({ add, zone }: { add: Add; zone: string }) {
  const name = add.customer ? add.customer.name || t("shell.nameless") : t("adds.storing");
  const reason = why(add);
  return (
    <li>
      <Avatar name={name} />
      <div className="grow">
        <p className="cutline strong" title={name}>
          {name}
        </p>
        <p className="meta">
          {add.channel ? t("adds.through", { channel: add.channel.name }) : t("adds.noChannel")}
          {add.half ? ` · ${t("adds.half")}` : ""}
        </p>
        {reason ? <p className="meta">{reason}</p> : null}
      </div>
      <div className="end">
        <State tone={tones[add.outcome]} word={t(`adds.outcomes.${add.outcome}`)} />
        <time className="meta num" dateTime={add.at}>
          {hourMinute(add.at, zone)}
        </time>
      </div>
    </li>
  );
}
