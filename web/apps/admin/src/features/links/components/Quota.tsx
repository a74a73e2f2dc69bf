import { Sparkline } from "@yutang/charts";
import { clock, count, dateTime, nothing } from "@yutang/ui";
import { Button, InputNumber, Popover } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Bar } from "../../../shared/Bar.tsx";
import { Verdict } from "../../../shared/Verdict.tsx";
import { type Overview, useSetPrice } from "../api/links.ts";
import { money } from "./words.ts";

const CENTS = 100;
const MOST_YUAN = 10_000;
const SHOWN_PARTS = 3;

/** How much of the quota is left until when, and what its use costs. */
export function Quota({
  overview,
  zone,
  mayWrite,
}: {
  overview: Overview;
  zone: string;
  mayWrite: boolean;
}) {
  const { t, i18n } = useTranslation();
  const { room } = overview;
  const percent = room.share === null ? null : Math.round(room.share * CENTS);
  const short = room.left === 0 ? "out" : room.warned ? "short" : "calm";
  const known = room.left !== null;
  return (
    <section className="links-quota" aria-label={t("links.quota.title")}>
      {known && (
        <Verdict
          calm={short === "calm"}
          text={t(`links.quota.${short}`, {
            left: count(room.left ?? 0),
            percent: Math.round(overview.warn_share * CENTS),
          })}
        />
      )}
      <dl className="links-facts">
        <div>
          <dt>{t("links.quota.left")}</dt>
          <dd className="num">
            {known ? count(room.left ?? 0) : nothing}
            {percent !== null && (
              <Bar
                percent={Math.min(CENTS, percent)}
                label={t("links.quota.used", { percent })}
                tone={room.warned ? "full" : undefined}
              />
            )}
            <span className="meta">
              {known
                ? t("links.quota.of", {
                    used: count(room.used ?? 0),
                    limit: count(room.limit ?? 0),
                  })
                : t(room.reason ? "links.quota.refused" : "links.quota.unread", {
                    reason: room.reason,
                  })}
            </span>
          </dd>
        </div>
        <div>
          <dt>{t("links.quota.ends")}</dt>
          <dd>
            {overview.ends.length === 0 && <span title={t("links.quota.noEnds")}>{nothing}</span>}
            {overview.ends.slice(0, SHOWN_PARTS).map((part) => (
              <span key={part.ends_at} className="num line">
                {t("links.quota.part", {
                  n: count(part.left),
                  day: dateTime(part.ends_at, zone).slice(0, 10),
                })}
              </span>
            ))}
          </dd>
        </div>
        <div>
          <dt>{t("links.quota.today")}</dt>
          <dd className="num">
            {count(overview.adds_today)}
            <Sparkline
              values={overview.adds_by_day}
              sentence={t("links.quota.days", {
                n: count(overview.adds_by_day.reduce((sum, day) => sum + day, 0)),
              })}
            />
          </dd>
        </div>
        <div>
          <dt>{t("links.quota.cost")}</dt>
          <dd className="num">
            {overview.cost_cents_14_days === null ? (
              <span title={t("links.quota.noPrice")}>{nothing}</span>
            ) : (
              money(overview.cost_cents_14_days, i18n.language)
            )}
            <Price cents={overview.price_cents} mayWrite={mayWrite} />
          </dd>
        </div>
      </dl>
      {room.as_of && (
        <p className="meta num">{t("common.asOf", { time: clock(room.as_of, zone) })}</p>
      )}
    </section>
  );
}

function Price({ cents, mayWrite }: { cents: number | null; mayWrite: boolean }) {
  const { t, i18n } = useTranslation();
  const [open, setOpen] = useState(false);
  const [yuan, setYuan] = useState<number | null>(cents === null ? null : cents / CENTS);
  const save = useSetPrice();
  const shown =
    cents === null
      ? t("links.price.none")
      : t("links.price.each", { price: money(cents, i18n.language) });
  if (!mayWrite) return <span className="meta">{shown}</span>;
  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      trigger="click"
      title={t("links.price.title")}
      content={
        <div className="links-price">
          <InputNumber
            aria-label={t("links.price.title")}
            min={0}
            max={MOST_YUAN}
            precision={2}
            prefix="¥"
            value={yuan}
            onChange={setYuan}
          />
          <Button
            type="primary"
            loading={save.isPending}
            onClick={() =>
              save.mutate(yuan === null ? null : Math.round(yuan * CENTS), {
                onSuccess: () => setOpen(false),
              })
            }
          >
            {t("links.price.save")}
          </Button>
        </div>
      }
    >
      <button type="button" className="link">
        {shown}
      </button>
    </Popover>
  );
}
