import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { RepliesTab } from "./RepliesTab.tsx";
import { TABS, type Tab } from "./search.ts";
import { WelcomesTab } from "./WelcomesTab.tsx";
import "./groupcare.css";

interface Props {
  zone: string;
  tab: Tab;
  mayWrite: boolean;
  /** The tabs of rules and breaches. */
  children: ReactNode;
}

/** What groups say by themselves, by which rules they live, and who broke them. */
export function RulesPage({ zone, tab, mayWrite, children }: Props) {
  const { t } = useTranslation();
  return (
    <>
      <header className="page-head">
        <div>
          <h1>{t("groupcare.title")}</h1>
          <p className="meta">{t("groupcare.lead")}</p>
        </div>
      </header>
      <nav className="group-tabs care-tabs" aria-label={t("groupcare.title")}>
        {TABS.map((key) => (
          <Link
            key={key}
            to="/groups/rules"
            search={key === "welcomes" ? {} : { tab: key }}
            className={key === tab ? "on" : ""}
            aria-current={key === tab ? "page" : undefined}
          >
            {t(`groupcare.tabs.${key}`)}
          </Link>
        ))}
      </nav>
      {tab === "welcomes" && <WelcomesTab zone={zone} mayWrite={mayWrite} />}
      {tab === "replies" && <RepliesTab zone={zone} mayWrite={mayWrite} />}
      {children}
    </>
  );
}
