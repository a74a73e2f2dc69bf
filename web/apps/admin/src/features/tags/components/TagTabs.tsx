import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

interface Props {
  tab: "library" | "rules";
  children: ReactNode;
}

/** The library, and the rules that put its tags on by themselves. */
export function TagTabs({ tab, children }: Props) {
  const { t } = useTranslation();
  return (
    <>
      <nav className="group-tabs welcome-tabs" aria-label={t("menu.tags")}>
        {(["library", "rules"] as const).map((key) => (
          <Link
            key={key}
            to={key === "library" ? "/tags" : "/tags/rules"}
            className={key === tab ? "on" : ""}
            aria-current={key === tab ? "page" : undefined}
          >
            {t(`tags.tabs.${key}`)}
          </Link>
        ))}
      </nav>
      {children}
    </>
  );
}
