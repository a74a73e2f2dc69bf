import { count, nothing, shortMoment } from "@yutang/ui";
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { type Link, useCountLink } from "../api/links.ts";

interface Props {
  link: Link;
  zone: string;
  mayWrite: boolean;
}

/** Who opened the link as WeCom counts it, beside our own adds of the same days. */
export function Counts({ link, zone, mayWrite }: Props) {
  const { t } = useTranslation();
  const ask = useCountLink(link.id);
  const { opened, won, adds, first, last, as_of, refused } = link.counts;
  const isTold = opened !== null && won !== null && first !== null && last !== null;
  return (
    <div className="links-counts">
      {isTold ? (
        <>
          <p className="num">
            {t("links.counts.told", { opened: count(opened), won: count(won) })}
          </p>
          <p className="meta num">
            {t("links.counts.days", { first, last })}
            {adds !== null && ` · ${t("links.counts.own", { n: count(adds) })}`}
            {as_of && ` · ${t("links.counts.asOf", { time: shortMoment(as_of, zone) })}`}
          </p>
        </>
      ) : (
        <p>
          {nothing} <span className="meta">{!refused && t("links.counts.never")}</span>
        </p>
      )}
      {refused && <p className="meta">{t("links.counts.refused", { reason: refused })}</p>}
      <p>
        <Button
          size="small"
          disabled={!mayWrite || link.config_id === null}
          title={mayWrite ? undefined : t("links.counts.locked")}
          loading={ask.isPending}
          onClick={() => ask.mutate(undefined)}
        >
          {t("links.counts.ask")}
        </Button>{" "}
        <span className="meta" aria-live="polite">
          {ask.isSuccess && t("links.counts.asked")}
        </span>
      </p>
    </div>
  );
}
