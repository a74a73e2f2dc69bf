import { count } from "@yutang/ui";
import { Alert, Button, Progress } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { usePageCode } from "../../api/pagecodes.ts";
import "./words.ts";
import "./page.css";

/** The page's address, how far its members' ways are, and the rule in one sentence. */
export function PageLink({ id }: { id: number }) {
  const { t } = useTranslation();
  const [copied, setCopied] = useState(false);
  const page = usePageCode(id).data;
  if (!page) return null;
  const { rule } = page;
  const fallback = page.members.find((one) => one.staff.id === rule.fallback_staff_id);
  return (
    <section aria-label={t("pagecodes.link.title")}>
      <div className="page-link">
        <a href={page.url} target="_blank" rel="noreferrer">
          {page.url}
        </a>
        <Button
          size="small"
          onClick={() => navigator.clipboard.writeText(page.url).then(() => setCopied(true))}
        >
          {t(copied ? "pagecodes.link.copied" : "pagecodes.link.copy")}
        </Button>
      </div>
      {page.made < page.wanted && (
        <>
          <Progress
            aria-label={t("pagecodes.link.making")}
            percent={Math.round((page.made / page.wanted) * 100)}
            size="small"
          />
          <p className="meta num" aria-live="polite">
            {t("pagecodes.link.made", { made: count(page.made), wanted: count(page.wanted) })}
          </p>
        </>
      )}
      {page.failed > 0 && (
        <Alert
          type="warning"
          showIcon
          title={t("pagecodes.link.failed", { count: page.failed, n: page.failed })}
        />
      )}
      <p>
        {t("pagecodes.link.rule", {
          by: t(`pagecodes.rule.bys.${rule.by ?? "round_robin"}`),
          fallback: fallback?.staff.name ?? "",
          days: rule.sticky_days,
        })}
        {rule.by_city && t("pagecodes.link.city")}
      </p>
    </section>
  );
}
