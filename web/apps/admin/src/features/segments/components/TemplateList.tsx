import { Link } from "@tanstack/react-router";
import { Skeleton } from "antd";
import { useTranslation } from "react-i18next";
import { Failed } from "../../../shared/Failed.tsx";
import { said, useTemplates } from "../api/segments.ts";

/** Segments ready made; each opens in the editor with its count. */
export function TemplateList({ mayWrite }: { mayWrite: boolean }) {
  const { t, i18n } = useTranslation();
  const templates = useTemplates();
  if (templates.isPending) return <Skeleton active paragraph={{ rows: 4 }} title={false} />;
  if (templates.isError) {
    return <Failed title={t("segments.templates.failed")} onAgain={() => templates.refetch()} />;
  }
  return (
    <ul className="seg-cards">
      {templates.data.map((one) => (
        <li key={one.key}>
          {mayWrite ? (
            <Link to="/segments/new" search={{ template: one.key }}>
              {said(one.name, i18n.language)}
            </Link>
          ) : (
            <b>{said(one.name, i18n.language)}</b>
          )}
          <span className="meta">{said(one.description, i18n.language)}</span>
          {one.needs.length > 0 && (
            <span className="meta">
              {t("segments.templates.needs", {
                what: one.needs
                  .map((need) => t(`segments.needs.${need}`, need))
                  .join(t("common.comma")),
              })}
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}
