import { Link } from "@tanstack/react-router";
import { count } from "@yutang/ui";
import { Check } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Overview } from "../api/overview.ts";

/** The way to the first welcome; each step is looked at, none is ticked by hand. */
export function FirstSteps({ steps }: { steps: NonNullable<Overview["first_steps"]> }) {
  const { t } = useTranslation();
  const rows: { key: string; done: boolean; note: ReactNode }[] = [
    {
      key: "connect",
      done: steps.synced_at !== null,
      note: <Link to="/settings/wecom">{t("overview.steps.connectAct")}</Link>,
    },
    {
      key: "synced",
      done: steps.synced_at !== null,
      note: steps.synced_at
        ? t("overview.steps.syncedDone", { count: steps.customers, n: count(steps.customers) })
        : t("overview.steps.syncedWait"),
    },
    {
      key: "code",
      done: steps.code_made,
      note: <Link to="/codes/new">{t("overview.steps.codeAct")}</Link>,
    },
    { key: "scan", done: steps.scanned, note: t("overview.steps.scanHint") },
    { key: "welcome", done: steps.welcomed, note: t("overview.steps.welcomeHint") },
  ];
  const next = rows.find((row) => !row.done)?.key;
  return (
    <section className="panel">
      <h2>{t("overview.steps.title")}</h2>
      <ol className="steps">
        {rows.map((row) => (
          <li key={row.key} className={row.done ? "done" : row.key === next ? "next" : ""}>
            <i aria-hidden="true">{row.done && <Check size={12} strokeWidth={3} />}</i>
            <span>
              {t(`overview.steps.${row.key}`)}
              <span className="meta">{row.note}</span>
            </span>
          </li>
        ))}
      </ol>
      <Link to="/help/$" params={{ _splat: "tutorials/first-ten-minutes" }}>
        {t("overview.steps.help")}
      </Link>
    </section>
  );
}
