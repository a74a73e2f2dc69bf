import { clock, color, fullMoment } from "@yutang/ui";
import { Button, Skeleton } from "antd";
import { CircleCheck, CircleMinus, CircleX } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { Check } from "../api/connection.ts";
import { byApp, numberOf } from "./words.ts";

const icons = {
  ok: { Icon: CircleCheck, tint: color.ok },
  failed: { Icon: CircleX, tint: color.bad },
  unknown: { Icon: CircleMinus, tint: color.meta },
} as const;

interface RowProps {
  check: Check;
  busy: boolean;
  onAgain: () => void;
}

function Row({ check, busy, onAgain }: RowProps) {
  const { t } = useTranslation();
  const { Icon, tint } = icons[check.status];
  const { title, what, means, where, link } = check;
  const number = numberOf(check);
  const failed = check.status === "failed";
  return (
    <li className="check" data-key={check.key} data-code={check.code} data-app={check.app}>
      <Icon
        size={18}
        strokeWidth={1.75}
        color={tint}
        role="img"
        aria-label={t(`connection.statuses.${check.status}`)}
      />
      <div>
        <h3>{title}</h3>
        <p className={failed ? "check-what broken" : "check-what"}>
          {what}
          {number !== undefined && <span className="check-number num">{number}</span>}
        </p>
        {means && (
          <p className="check-means">{failed ? t("connection.means", { means }) : means}</p>
        )}
        {where && <p className={failed ? "check-where broken" : "check-where"}>{where}</p>}
        {failed && link && (
          <a
            className="check-link"
            href={link}
            target="_blank"
            rel="noreferrer"
            aria-label={t("connection.linkOne", { title })}
          >
            {t("connection.link")}
          </a>
        )}
      </div>
      {failed && (
        <Button
          size="small"
          loading={busy}
          onClick={onAgain}
          aria-label={t("connection.againOne", { title })}
        >
          {t("connection.again")}
        </Button>
      )}
    </li>
  );
}

interface Props {
  checks: readonly Check[] | undefined;
  zone: string;
  busy: boolean;
  onAgain: () => void;
}

/** One row a check: a sign, the cause, what it means, where to click. */
export function Checks({ checks, zone, busy, onAgain }: Props) {
  const { t } = useTranslation();
  if (checks === undefined) {
    return (
      <>
        <p className="meta">{t("connection.asking")}</p>
        <Skeleton active paragraph={{ rows: 8 }} />
      </>
    );
  }
  const failed = checks.filter((check) => check.status === "failed").length;
  const unknown = checks.filter((check) => check.status === "unknown").length;
  const seen = checks.at(-1)?.seen_at;
  return (
    <>
      <div className="checks-verdict" aria-live="polite">
        <p>
          {failed > 0
            ? t("connection.toMend", { count: failed })
            : unknown > 0
              ? t("connection.notKnown", { count: unknown })
              : t("connection.allWell", { count: checks.length })}
        </p>
        {seen && (
          <span className="meta num" title={fullMoment(seen, zone)}>
            {t("connection.asked", { time: clock(seen, zone) })}
          </span>
        )}
      </div>
      {byApp(checks).map(([app, rows]) => (
        <section key={app ?? "corp"} className="checks-group">
          <h2 className="meta">
            {app === null ? t("connection.wholeCorp") : t("connection.app", { app })}
          </h2>
          <ul className="checks">
            {rows.map((check) => (
              <Row key={check.key} check={check} busy={busy} onAgain={onAgain} />
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}
