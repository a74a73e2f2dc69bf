import { color, fullMoment, shortMoment } from "@yutang/ui";
import { Button, Skeleton } from "antd";
import { CircleCheck, CircleMinus, CircleX } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { Check } from "../api/connection.ts";
import { byApp, numberOf, wordsOf } from "./words.ts";

const icons = {
  ok: { Icon: CircleCheck, tint: color.ok },
  failed: { Icon: CircleX, tint: color.bad },
  unknown: { Icon: CircleMinus, tint: color.meta },
} as const;

interface RowProps {
  check: Check;
  zone: string;
  busy: boolean;
  onAgain: () => void;
}

function Row({ check, zone, busy, onAgain }: RowProps) {
  const { t } = useTranslation();
  const { Icon, tint } = icons[check.status];
  const { what, where } = wordsOf(check, t);
  const number = numberOf(check);
  const title = t(`connection.keys.${check.key}`);
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
        <p className="check-what">
          {what}
          {number !== undefined && <span className="meta num"> {number}</span>}
        </p>
        {where && <p className="check-where">{where}</p>}
      </div>
      <div className="check-side">
        <span className="meta num" title={fullMoment(check.seen_at, zone)}>
          {shortMoment(check.seen_at, zone)}
        </span>
        {check.status !== "ok" && (
          <Button
            size="small"
            loading={busy}
            onClick={onAgain}
            aria-label={t("connection.againOne", { title })}
          >
            {t("connection.again")}
          </Button>
        )}
      </div>
    </li>
  );
}

interface Props {
  checks: readonly Check[] | undefined;
  zone: string;
  busy: boolean;
  onAgain: () => void;
}

/** One row a check: a sign, the cause, where to click. */
export function Checks({ checks, zone, busy, onAgain }: Props) {
  const { t } = useTranslation();
  if (checks === undefined) return <Skeleton active paragraph={{ rows: 8 }} />;
  const failed = checks.filter((check) => check.status === "failed").length;
  const groups = byApp(checks);
  return (
    <>
      <p className="checks-verdict" aria-live="polite">
        {failed === 0
          ? t("connection.allWell", { count: checks.length })
          : t("connection.toMend", { count: failed })}
      </p>
      {groups.map(([app, rows]) => (
        <section key={app ?? "corp"} className="checks-group">
          <h2 className="meta">
            {app === null ? t("connection.wholeCorp") : t("connection.app", { app })}
          </h2>
          <ul className="checks">
            {rows.map((check) => (
              <Row key={check.key} check={check} zone={zone} busy={busy} onAgain={onAgain} />
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}
