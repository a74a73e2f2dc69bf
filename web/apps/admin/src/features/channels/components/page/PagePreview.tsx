import { useTranslation } from "react-i18next";
import type { PageDraft } from "./rule.ts";
import "./words.ts";
import "./page.css";

interface Props {
  page: PageDraft;
  staffName: string | undefined;
  company: string;
}

/** What somebody sees who opened the page. */
export function PagePreview({ page, staffName, company }: Props) {
  const { t } = useTranslation();
  const name = staffName ?? t("channels.preview.staff");
  const named = page.show_name ? "" : "Nameless";
  return (
    <aside className="phone" aria-label={t("pagecodes.preview.title")}>
      <div className="phone-bar">{t("pagecodes.preview.bar")}</div>
      <div className="page-card">
        <span className="meta">{company}</span>
        <b className="page-title">{page.title || t(`pagecodes.preview.add${named}`, { name })}</b>
        <p>{t(`pagecodes.preview.why${named}`, { name, company })}</p>
        <div className="page-qr" role="img" aria-label={t("pagecodes.preview.qr")} />
        <p className="page-hint">{page.hint || t("pagecodes.preview.press")}</p>
        {page.by_city && <p className="page-other">{t("pagecodes.preview.otherCity")}</p>}
      </div>
      <p className="page-kept">{t("pagecodes.preview.kept")}</p>
    </aside>
  );
}
