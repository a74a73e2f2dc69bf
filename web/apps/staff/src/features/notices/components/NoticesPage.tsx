import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { Failure } from "../../../shared/Failure.tsx";
import { Loading } from "../../../shared/Loading.tsx";
import { pageAddress } from "../../../shared/place.ts";
import { spoken, t, whenSaid } from "../../../shared/words.ts";
import { markRead, type Notice, noticesQuery } from "../api/notices.ts";
import "../../../shared/day.css";

interface Session {
  member: { name: string };
  corp: { timezone: string };
}

/** What I was told in the last month. */
export function NoticesPage({ session }: { session: Session }) {
  const queries = useQueryClient();
  const [after, setAfter] = useState<number | null>(null);
  const found = useQuery(noticesQuery(after));
  const [marking, setMarking] = useState<"no" | "yes" | "failed">("no");
  const mark = async (until: number) => {
    setMarking("yes");
    try {
      await markRead(until);
      setMarking("no");
      await queries.invalidateQueries({ queryKey: ["notices"] });
    } catch {
      setMarking("failed");
    }
  };
  useEffect(() => {
    document.title = t("notices.title");
  }, []);
  const first = found.data;
  const rows = first?.items ?? [];
  const newest = rows[0];
  return (
    <>
      <header className="top">
        <div className="grow" aria-live="polite">
          <h1>
            {first && first.unread > 0
              ? t("notices.unread", { count: first.unread })
              : t("notices.title")}
          </h1>
          <p className="meta">{session.member.name}</p>
        </div>
        {newest && after === null && first && first.unread > 0 ? (
          <button
            type="button"
            className="quiet"
            disabled={marking === "yes"}
            onClick={() => void mark(newest.id)}
          >
            {t("notices.markAll")}
          </button>
        ) : null}
      </header>
      {marking === "failed" ? (
        <p className="problem" role="alert">
          {t("notices.markFailed")}
        </p>
      ) : null}
      {found.isPending ? <Loading /> : null}
      {found.isError && !first ? (
        <Failure error={found.error} retry={() => void found.refetch()} />
      ) : null}
      {first && rows.length === 0 ? (
        <section className="card">
          <p className="empty">{t("notices.none")}</p>
        </section>
      ) : null}
      {rows.length > 0 ? (
        <section className="card">
          <ul className="rows">
            {rows.map((notice) => (
              <Row key={notice.id} notice={notice} zone={session.corp.timezone} />
            ))}
          </ul>
        </section>
      ) : null}
      {after !== null ? (
        <button type="button" className="more" onClick={() => setAfter(null)}>
          {t("notices.newest")}
        </button>
      ) : null}
      {first?.next ? (
        <button type="button" className="more" onClick={() => setAfter(first.next)}>
          {t("notices.older")}
        </button>
      ) : null}
    </>
  );
}

function Row({ notice, zone }: { notice: Notice; zone: string }) {
  const words = spoken() === "en" ? "en" : "zh";
  const title = notice.title[words];
  return (
    <li>
      <div className="grow">
        <p className={notice.read_at ? "" : "strong"}>
          {notice.read_at ? null : <span className="fresh-mark">{t("notices.new")} </span>}
          {notice.staff_link ? <a href={pageAddress(notice.staff_link)}>{title}</a> : title}
        </p>
        {notice.body[words] ? <p className="meta">{notice.body[words]}</p> : null}
        {notice.answer ? (
          <p className="meta">
            {t("notices.answered", {
              answer: notice.answer.text[words],
              by: notice.answer.by ?? "",
            })}
          </p>
        ) : null}
        <time className="meta num" dateTime={notice.created_at}>
          {whenSaid(notice.created_at, zone)}
        </time>
      </div>
    </li>
  );
}
