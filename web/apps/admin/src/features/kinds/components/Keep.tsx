import { Link } from "@tanstack/react-router";
import { count } from "@yutang/ui";
import { useTranslation } from "react-i18next";
import type { Kind } from "../api/kinds.ts";

/** For how long events of a kind stay in the log, and whose word that is. */
export function Keep({ kind }: { kind: Kind }) {
  const { t } = useTranslation();
  const months = kind.kept_months;
  return (
    <>
      {months === null ? (
        t("kinds.keep.always")
      ) : (
        <span title={t("kinds.keep.note")}>
          {t("kinds.keep.months", { count: months, shown: count(months) })}
        </span>
      )}
      {kind.kept_by !== "kind" && (
        <div className="meta">
          {t(`kinds.keep.${kind.kept_by}`, { family: `${kind.family}.*` })}
        </div>
      )}
    </>
  );
}

/** To where it is set: the log is one place for all kinds. */
export function KeepLink() {
  const { t } = useTranslation();
  return <Link to="/data/log">{t("kinds.keep.where")}</Link>;
}
