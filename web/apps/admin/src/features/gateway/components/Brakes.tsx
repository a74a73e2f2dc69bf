import { clock, fullMoment } from "@yutang/ui";
import { Hand, Snail } from "lucide-react";
import { useTranslation } from "react-i18next";
import { type Braked, nameOf, pathOf, span } from "./words.ts";

interface Props {
  braked: readonly Braked[];
  zone: string;
  now: string;
}

/** What WeCom refused for too many calls: why, until when, and what to do about it. */
export function Brakes({ braked, zone, now }: Props) {
  const { t } = useTranslation();
  if (braked.length === 0) return null;
  return (
    <section className="quota-part">
      <h2>{t("quota.brakes.title")}</h2>
      <ul className="quota-brakes">
        {braked.map(({ path, brake }) => {
          const Icon = brake.kind === "stop" ? Hand : Snail;
          const left = Date.parse(brake.until) - Date.parse(now);
          return (
            <li key={`${path} ${brake.kind}`} data-path={path} data-kind={brake.kind}>
              <Icon size={18} strokeWidth={1.75} aria-hidden="true" />
              <div>
                <b>{nameOf(path, t)}</b> <span className="meta">{pathOf(path)}</span>
                <p>
                  {t(`quota.brakes.${brake.kind}`, {
                    code: brake.errcode,
                    count: brake.at_once ?? 0,
                  })}
                </p>
                {brake.kind === "stop" && (
                  <p className="meta">
                    {t(brake.strikes > 1 ? "quota.brakes.again" : "quota.brakes.first")}
                  </p>
                )}
              </div>
              <span className="num" title={fullMoment(brake.until, zone)}>
                {t("quota.brakes.until", {
                  time: clock(brake.until, zone),
                  left: span(left, t),
                })}
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
