import { count } from "@yutang/ui";
import { useTranslation } from "react-i18next";
import type { Preview } from "../api/tiers.ts";

const SHOWN = 8;

interface Props {
  preview: Preview | undefined;
  dimmed: boolean;
  /** Nobody said yet whom. */
  waiting: boolean;
}

/** Who would be invited, why not the others, through whom; before anything happens. */
export function DryRun({ preview, dimmed, waiting }: Props) {
  const { t } = useTranslation();
  if (waiting) return <p className="meta">{t("grouptiers.dry.waiting")}</p>;
  if (!preview) return null;
  const more = preview.exact ? "" : "+";
  return (
    <section
      className={dimmed ? "tier-dry dimmed" : "tier-dry"}
      aria-label={t("grouptiers.dry.title")}
      aria-live="polite"
    >
      <p>
        <b className="num">
          {count(preview.invited)}
          {more}
        </b>{" "}
        {t("grouptiers.dry.invited", { found: count(preview.found), count: preview.invited })}
      </p>
      {preview.left_out.length > 0 && (
        <ul>
          {preview.left_out.map((one) => (
            <li key={one.reason}>
              {t(`grouptiers.reasons.${one.reason}`)} <b className="num">{count(one.count)}</b>
            </li>
          ))}
        </ul>
      )}
      {preview.members.length > 0 && (
        <p className="meta num">
          {t("grouptiers.dry.through", {
            n: count(preview.member_count),
            count: preview.member_count,
            names: preview.members
              .slice(0, SHOWN)
              .map((one) => `${one.staff.name} ${count(one.count)}`)
              .join(t("common.comma")),
          })}
        </p>
      )}
      <p className={preview.room < preview.invited ? "tier-short num" : "meta num"}>
        {t("grouptiers.dry.room", { n: count(preview.room), count: preview.room })}
      </p>
      {!preview.exact && (
        <p className="meta num">
          {t("grouptiers.dry.partly", { n: count(preview.looked_at), count: preview.looked_at })}
        </p>
      )}
    </section>
  );
}
