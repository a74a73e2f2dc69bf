import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

interface Props {
  tab: "rules" | "adds";
  children: ReactNode;
}

/** What friends hear, and what each of them heard. */
export function WelcomeTabs({ tab, children }: Props) {
  const { t } = useTranslation();
  return (
    <>
      <nav className="group-tabs welcome-tabs" aria-label={t("menu.welcomes")}>
        {(["rules", "adds"] as const).map((key) => (
          <Link
            key={key}
            to="/welcomes"
            search={{ tab: key === "adds" ? key : undefined }}
            className={key === tab ? "on" : ""}
            aria-current={key === tab ? "page" : undefined}
          >
            {t(`adds.tabs.${key}`)}
          </Link>
        ))}
      </nav>
      {children}
    </>
  );
}
