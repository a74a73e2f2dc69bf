import { count, fullMoment, nothing, useWhen } from "@yutang/ui";
import { useTranslation } from "react-i18next";
import { Bar } from "../../../../shared/Bar.tsx";
import type { Detail } from "../../api/types.ts";
import { whyNot } from "../words.ts";

interface Props {
  segment: Detail;
  zone: string;
  /** The number is the answer of the page: of a list there is no other. */
  big?: boolean;
}

/** What the last refresh found, who came and went, and how far its events are told. */
export function Latest({ segment, zone, big = false }: Props) {
  const { t } = useTranslation();
  const tell = useWhen(zone);
  const { latest, size, size_hidden: hidden, as_of: asOf } = segment;
  if (hidden) {
    return (
      <section>
        <p className="meta">{t("segments.hidden")}</p>
      </section>
    );
  }
  const moves = latest ? latest.entered + latest.left : 0;
  return (
    <section className="seg-latest">
      {big ? (
        <p className="seg-big num" data-count>
          {size === null ? nothing : count(size)}
          <span className="seg-share">{t("segments.inList")}</span>
        </p>
      ) : (
        <h2>{t("segments.latest.title")}</h2>
      )}
      {!big && size === null && !segment.trouble && (
        <p className="meta">{t("segments.neverCounted")}</p>
      )}
      {size !== null && asOf && (
        <p className="num" title={fullMoment(asOf, zone)}>
          {t("segments.latest.found", { count: size, n: count(size), time: tell(asOf) })}
        </p>
      )}
      {latest && moves > 0 && (
        <p className="meta num">
          {t("segments.latest.moves", { in: count(latest.entered), out: count(latest.left) })}
        </p>
      )}
      {latest?.state === "telling" && moves > 0 && (
        <>
          <Bar
            percent={Math.floor((latest.told / moves) * 100)}
            label={t("segments.latest.telling")}
          />
          <p className="meta num" aria-live="polite">
            {t("segments.latest.told", { n: count(latest.told), of: count(moves) })}
          </p>
        </>
      )}
      {segment.kind === "kept" && segment.due_at && (
        <p className="meta num">{t("segments.latest.next", { time: tell(segment.due_at) })}</p>
      )}
      {segment.trouble && (
        <p className="seg-stale">
          {t("segments.latest.trouble", { why: whyNot(t, segment.trouble) })}
        </p>
      )}
    </section>
  );
}
