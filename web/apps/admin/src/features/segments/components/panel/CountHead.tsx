import { clock, count, nothing, seconds, useWhen } from "@yutang/ui";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { percent } from "../../../../shared/percent.ts";
import type { Counted } from "../../api/types.ts";
import { NoCount } from "../Away.tsx";
import { useSaid } from "../context.ts";

interface Props {
  counted: Counted | undefined;
  /** The number is of the tree before. */
  dimmed: boolean;
  error: Error | null;
  /** What was found before, where nobody counts now. */
  known?: { size: number; at: string } | undefined;
  /** Nothing is asked yet. */
  empty: boolean;
  zone: string;
  onAgain: () => unknown;
}

const SAY_MS = 1_000;

/** At most once a second, so that a reader is not talked over. */
function useCalm(text: string): string {
  const [said, setSaid] = useState(text);
  useEffect(() => {
    if (text === said) return;
    const timer = setTimeout(() => setSaid(text), SAY_MS);
    return () => clearTimeout(timer);
  }, [text, said]);
  return said;
}

/** The one big number: how many, which share, as of when, and whom of them one can reach. */
export function CountHead({ counted, dimmed, error, known, empty, zone, onAgain }: Props) {
  const { t } = useTranslation();
  const tell = useWhen(zone);
  const told = useCalm(
    counted && !dimmed && !empty
      ? t("segments.count.said", { count: counted.count, n: count(counted.count) })
      : "",
  );
  return (
    <section className="seg-head-count">
      <div className="seg-line">
        <h2>{t("segments.count.title")}</h2>
        {counted && !empty && (
          <span className="meta num">
            {t("segments.count.fresh", {
              took: seconds(counted.took_ms),
              time: clock(counted.as_of, zone),
            })}
          </span>
        )}
      </div>
      <p className={dimmed ? "seg-big num dimmed" : "seg-big num"} data-count>
        {counted && !empty ? count(counted.count) : nothing}
        <span className="seg-share">
          {empty && t("segments.count.nothingYet")}
          {!(empty || counted || error) && t("segments.count.counting")}
          {!empty &&
            counted &&
            (counted.share === null
              ? t("segments.count.nobody")
              : t("segments.count.share", { share: percent(counted.share) }))}
        </span>
      </p>
      <span className="visually-hidden" aria-live="polite">
        {told}
      </span>
      {counted && !empty && <Reach counted={counted} dimmed={dimmed} />}
      {counted?.stale_since && (
        <p className="seg-stale">
          {t("segments.count.stale", { time: clock(counted.stale_since, zone) })}
        </p>
      )}
      {!(empty || counted) && known && (
        <p className="seg-stale">
          {t("segments.count.known", { n: count(known.size), time: tell(known.at) })}
        </p>
      )}
      {error && <NoCount error={error} onAgain={onAgain} />}
    </section>
  );
}

function Reach({ counted, dimmed }: { counted: Counted; dimmed: boolean }) {
  const { t } = useTranslation();
  const { say } = useSaid();
  const reach = counted.reachable;
  if (!reach) return null;
  const facts = [
    ["reachable", reach.reachable],
    ["refused", reach.refused],
    ["not_friends", reach.not_friends],
  ] as const;
  return (
    <dl className={dimmed ? "seg-reach num dimmed" : "seg-reach num"}>
      {facts.map(([key, n]) => (
        <div key={key}>
          <dt>{t(`segments.reach.${key}`)}</dt>
          <dd>{count(n)}</dd>
        </div>
      ))}
      {reach.unknown.map((one) => (
        <div key={one.key} title={say(one.reason)}>
          <dt>{t(`segments.reach.${one.key}`, one.key)}</dt>
          <dd>
            {nothing}
            <span className="visually-hidden">{say(one.reason)}</span>
          </dd>
        </div>
      ))}
    </dl>
  );
}
