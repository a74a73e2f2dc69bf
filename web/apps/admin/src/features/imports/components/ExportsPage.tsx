import { count, fullMoment, nothing, State, shortMoment, useWhen } from "@yutang/ui";
import { Button, Progress } from "antd";
import { useTranslation } from "react-i18next";
import { type Export, fileHref, isMoving, useExports, useStopExport } from "../api/exports.ts";
import { Head } from "./Head.tsx";
import { History } from "./History.tsx";
import "./imports.css";
import { exportTones } from "./tones.ts";
import { left, rate, size } from "./words.ts";

interface Props {
  zone: string;
  mayPhones: boolean;
  before: number | undefined;
  onPage: (before: number | undefined) => void;
  onBack: () => void;
  onCustomers: () => void;
}

/** The register: who took whom out of here, when, and how many; files for 7 days. */
export function ExportsPage({ zone, mayPhones, before, onPage, onBack, onCustomers }: Props) {
  const { t } = useTranslation();
  const when = useWhen(zone);
  const exports = useExports(before);
  const stop = useStopExport();

  const whom = (one: Export) => {
    if (one.selected !== null) return t("exports.selected", { count: one.selected });
    if (!one.question) return t("exports.everybody");
    return (
      <a href={`/customers?${one.question}`} className="cut" title={one.question}>
        {t("exports.filtered")}
      </a>
    );
  };
  const file = (one: Export) => {
    if (isMoving(one)) {
      const share = one.total ? Math.floor((one.done / one.total) * 100) : null;
      return (
        <div className="export-moving">
          {share !== null && (
            <Progress percent={share} size="small" aria-label={t("exports.progress")} />
          )}
          <span className="meta num">
            {one.state === "queued"
              ? t("exports.waiting")
              : `${t("exports.done", { shown: count(one.done) })} · ${rate(one.rate, t)}`}
            {one.ends_at &&
              ` · ${t("imports.leftAbout", { left: left(Date.parse(one.ends_at) - Date.parse(one.as_of), t) })}`}
          </span>
          <Button size="small" loading={one.stopping} onClick={() => stop.mutate(one.id)}>
            {t("imports.stop")}
          </Button>
        </div>
      );
    }
    if (one.has_file && (mayPhones || !one.phones))
      return (
        <>
          <a href={fileHref(one.id)} download>
            {t("exports.fetch", { size: size(one.bytes ?? 0) })}
          </a>
          <div className="meta">
            {t("exports.until", { at: shortMoment(one.expires_at, zone) })}
          </div>
        </>
      );
    if (one.has_file) return <span className="meta">{t("exports.phonesForbidden")}</span>;
    return <span className="meta">{one.reason ?? t(`exports.noFile.${one.state}`)}</span>;
  };

  return (
    <>
      <Head
        back={t("customers.page.back")}
        onBack={onCustomers}
        title={t("exports.register")}
        about={t("exports.about")}
      />
      <History<Export>
        label={t("exports.register")}
        found={exports}
        failed={t("exports.loadFailed")}
        empty={
          <>
            <p>{t("exports.empty")}</p>
            <Button onClick={onCustomers}>{t("imports.toCustomers")}</Button>
          </>
        }
        before={before}
        onPage={onPage}
        onBack={onBack}
        width={900}
        columns={[
          {
            title: t("exports.heads.who"),
            width: 140,
            render: (_, one) => (
              <>
                <div>{one.created_by_name}</div>
                <div className="meta num" title={fullMoment(one.created_at, zone)}>
                  {when(one.created_at)}
                </div>
              </>
            ),
          },
          {
            title: t("exports.heads.whom"),
            render: (_, one) => (
              <>
                <div>{whom(one)}</div>
                <div className="meta">
                  {t(`imports.formats.${one.format}`)} ·{" "}
                  {t("exports.columnCount", { count: one.columns.length })} ·{" "}
                  {one.columns.includes("phone")
                    ? t(one.phones ? "exports.phonesWhole" : "exports.phonesMasked")
                    : t("exports.phonesNone")}
                </div>
              </>
            ),
          },
          {
            title: t("exports.heads.count"),
            width: 110,
            align: "right",
            className: "num",
            render: (_, one) =>
              one.state === "done" ? count(one.done) : one.total ? count(one.total) : nothing,
          },
          {
            title: t("exports.heads.state"),
            width: 120,
            render: (_, one) => (
              <State tone={exportTones[one.state]} word={t(`exports.states.${one.state}`)} />
            ),
          },
          { title: t("exports.heads.file"), width: 260, render: (_, one) => file(one) },
          {
            title: t("exports.heads.fetched"),
            width: 90,
            align: "right",
            className: "num",
            render: (_, one) => count(one.downloads),
          },
        ]}
      />
    </>
  );
}
