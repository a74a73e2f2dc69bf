import { count } from "@yutang/ui";
import { useTranslation } from "react-i18next";
import type { Report } from "../../api/types.ts";

const SHOWN = 5;

/** What became of the lines: how many are customers, and which are nobody's. */
export function ReportPanel({ id, report }: { id: number; report: Report }) {
  const { t } = useTranslation();
  const facts = (["lines", "people", "duplicates", "empty", "unknown"] as const).filter(
    (key) => key === "lines" || report[key] > 0,
  );
  return (
    <section className="seg-report">
      <h2>{t("segments.report.title")}</h2>
      <dl className="num">
        {facts.map((key) => (
          <div key={key}>
            <dt>{t(`segments.report.${key}`)}</dt>
            <dd>{count(report[key])}</dd>
          </div>
        ))}
      </dl>
      {report.unknown > 0 && (
        <>
          <p className="meta">{t(`segments.report.why.${report.what}`)}</p>
          <ul className="num">
            {report.unknown_lines.slice(0, SHOWN).map((one) => (
              <li key={one.line}>
                <span className="meta">{t("segments.report.line", { n: count(one.line) })}</span>{" "}
                {one.value}
              </li>
            ))}
          </ul>
          <a href={`/api/segments/${id}/unknown.csv`} download>
            {t("segments.report.all", { count: report.unknown, n: count(report.unknown) })}
          </a>
        </>
      )}
    </section>
  );
}
