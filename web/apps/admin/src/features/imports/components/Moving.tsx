import { count } from "@yutang/ui";
import { Button, Progress } from "antd";
import { useTranslation } from "react-i18next";
import { type Import, useAct } from "../api/imports.ts";
import { left, percent, rate } from "./words.ts";

/** A step under way: how far, how fast, how long yet; leaving the page changes nothing. */
export function Moving({ one }: { one: Import }) {
  const { t } = useTranslation();
  const act = useAct(one.id);
  const share = percent(one);
  const rows = one.step === "reading" ? one.staged : one.place;
  return (
    <section className="import-moving" aria-live="polite">
      <p>
        <b>{t(`imports.steps.${one.step ?? "waiting"}`)}</b>
        {one.ends_at && (
          <span className="meta">
            {t("imports.leftAbout", {
              left: left(Date.parse(one.ends_at) - Date.parse(one.as_of), t),
            })}
          </span>
        )}
      </p>
      {one.step !== null && (
        <>
          <Progress
            percent={share ?? 0}
            {...(share === null ? { status: "active" as const, showInfo: false } : {})}
            aria-label={t(`imports.steps.${one.step}`)}
          />
          <p className="num">
            {one.total === null
              ? t("imports.rowsRead", { shown: count(rows) })
              : t("imports.rowsOf", { shown: count(rows), total: count(one.staged) })}
            {" · "}
            {rate(one.rate, t)}
            {one.refused > 0 && ` · ${t("imports.refusedSoFar", { shown: count(one.refused) })}`}
          </p>
        </>
      )}
      <footer className="import-act">
        <Button loading={act.isPending || one.stopping} onClick={() => act.mutate("stop")}>
          {t("imports.stop")}
        </Button>
        <span className="meta">{t("imports.mayLeave")}</span>
      </footer>
    </section>
  );
}
