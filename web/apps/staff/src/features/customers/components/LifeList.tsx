import { useInfiniteQuery } from "@tanstack/react-query";
import { ChevronDown } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { learn, t, whenSaid } from "../../../shared/words.ts";
import { type Customer, KINDS, type Kind, type Life, lifeQuery } from "../api/customers.ts";
import { Problem } from "./Problem.tsx";
import { isTold, sentence } from "./sentences.ts";

/** What happened between the two, newest first; more comes as one scrolls. */
export function LifeList({ customer, zone }: { customer: Customer; zone: string }) {
  const [kind, setKind] = useState<Kind | null>(null);
  const life = useInfiniteQuery(lifeQuery(customer.external_id, kind));
  const entries = life.data?.pages.flatMap((page) => page.items) ?? [];
  const [, setLearnt] = useState(false);
  const anyTold = entries.some(isTold);
  useEffect(() => {
    if (!anyTold) return;
    import("../../../shared/later-told.ts")
      .then((words) => learn(words.default))
      .catch(() => null)
      .then(() => setLearnt(true));
  }, [anyTold]);
  const end = useRef<HTMLDivElement>(null);
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = life;
  useEffect(() => {
    const node = end.current;
    if (!node || !hasNextPage || isFetchingNextPage) return;
    const seen = new IntersectionObserver(
      ([entry]) => {
        if (entry?.isIntersecting) void fetchNextPage();
      },
      { rootMargin: "300px" },
    );
    seen.observe(node);
    return () => seen.disconnect();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);
  return (
    <section className="card">
      <header>
        <h2>{t("customer.events.title")}</h2>
        <span className="stage">
          <select
            aria-label={t("customer.events.kind")}
            value={kind ?? ""}
            onChange={(event) => setKind((event.target.value || null) as Kind | null)}
          >
            <option value="">{t("customer.events.all")}</option>
            {KINDS.map((one) => (
              <option key={one} value={one}>
                {t(`customer.events.kinds.${one}`)}
              </option>
            ))}
          </select>
          <ChevronDown size={16} aria-hidden="true" />
        </span>
      </header>
      {life.isPending ? <p className="empty">{t("customer.events.loading")}</p> : null}
      {life.isSuccess && entries.length === 0 ? (
        <p className="empty">{t(kind ? "customer.events.none" : "customer.events.empty")}</p>
      ) : null}
      <ol className="rows line">
        {entries.map((entry) => (
          <Entry key={entry.id} entry={entry} zone={zone} stages={customer.stages} />
        ))}
      </ol>
      <Problem error={life.error} />
      {hasNextPage ? (
        <div ref={end}>
          <button
            type="button"
            className="more"
            disabled={isFetchingNextPage}
            onClick={() => void fetchNextPage()}
          >
            {t(isFetchingNextPage ? "customer.events.loading" : "customer.events.more")}
          </button>
        </div>
      ) : null}
    </section>
  );
}

interface EntryProps {
  entry: Life;
  zone: string;
  stages: Customer["stages"];
}

function Entry({ entry, zone, stages }: EntryProps) {
  return (
    <li>
      <div className="grow">
        <p>{sentence(entry, stages)}</p>
        {entry.note?.text ? <p className="meta prose short">{entry.note.text}</p> : null}
      </div>
      <time className="meta" dateTime={entry.at}>
        {whenSaid(entry.at, zone)}
      </time>
    </li>
  );
}
