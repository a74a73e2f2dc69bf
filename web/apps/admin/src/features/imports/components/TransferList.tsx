import { Link } from "@tanstack/react-router";
import { count, fullMoment, State, type Tone, useWhen } from "@yutang/ui";
import { Skeleton } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Bar } from "../../../shared/Bar.tsx";
import { Failed } from "../../../shared/Failed.tsx";
import { type Export, isMoving as isWriting, useExports } from "../api/exports.ts";
import { type Import, isMoving, useImports } from "../api/imports.ts";
import "./imports.css";
import { exportTones, importTones } from "./tones.ts";
import { left, percent, rate, resultOf, size } from "./words.ts";

interface Props {
  zone: string;
  may: { imports: boolean; exports: boolean };
}

const SHOWN = 10;

interface Entry {
  key: string;
  at: string;
  moving: boolean;
  line: ReactNode;
}

/** Files that come in and go out, as their own pages tell them: what moves first, then the newest. */
export function TransferList({ zone, may }: Props) {
  const { t } = useTranslation();
  const imports = useImports(undefined, may.imports);
  const exports = useExports(undefined, may.exports);
  const asked = [...(may.imports ? [imports] : []), ...(may.exports ? [exports] : [])];
  if (asked.some((one) => one.isPending)) return <Skeleton active paragraph={{ rows: 4 }} />;
  const entries: Entry[] = [
    ...(imports.data?.items ?? []).map((one) => ({
      key: `import-${one.id}`,
      at: one.created_at,
      moving: isMoving(one),
      line: <ImportLine one={one} zone={zone} />,
    })),
    ...(exports.data?.items ?? []).map((one) => ({
      key: `export-${one.id}`,
      at: one.created_at,
      moving: isWriting(one),
      line: <ExportLine one={one} zone={zone} />,
    })),
  ].sort((a, b) => Number(b.moving) - Number(a.moving) || b.at.localeCompare(a.at));
  const shown = entries.filter((one, place) => one.moving || place < SHOWN);
  return (
    <>
      {asked.some((one) => one.isError && !one.data) && (
        <Failed
          title={t("imports.tasks.failed")}
          onAgain={() => Promise.all(asked.map((one) => one.refetch()))}
        />
      )}
      {entries.length === 0 && asked.every((one) => one.isSuccess) && (
        <p className="transfer-none">{t("imports.tasks.none")}</p>
      )}
      <ul className="transfers">
        {shown.map((one) => (
          <li key={one.key} data-transfer={one.key}>
            {one.line}
          </li>
        ))}
      </ul>
      <p className="transfer-all">
        {may.imports && <Link to="/customers/import">{t("imports.tasks.allImports")}</Link>}
        {may.exports && <Link to="/customers/exports">{t("imports.tasks.allExports")}</Link>}
      </p>
    </>
  );
}

/** How many of them move now; for the sign in the top bar. */
export function useTransfersUnderWay({ imports, exports }: Props["may"]): number {
  const coming = useImports(undefined, imports).data?.items ?? [];
  const going = useExports(undefined, exports).data?.items ?? [];
  return coming.filter(isMoving).length + going.filter(isWriting).length;
}

interface LineProps {
  head: ReactNode;
  tone: Tone;
  word: string;
  /** The progress bar; null: on its way, nobody knows how far; undefined: it does not move. */
  percent: number | null | undefined;
  parts: readonly (string | false)[];
  reason: string | null;
  when: ReactNode;
}

function Line({ head, tone, word, percent: share, parts, reason, when }: LineProps) {
  const { t } = useTranslation();
  const told = parts.filter(Boolean).join(" · ");
  return (
    <>
      <div className="transfer-head">
        {head}
        <State tone={tone} word={word} />
      </div>
      {share !== undefined && <Bar percent={share} label={t("imports.tasks.progress")} />}
      {told && <p className="num">{told}</p>}
      {reason && <p className="transfer-bad">{t("imports.tasks.why", { reason })}</p>}
      <p className="meta">{when}</p>
    </>
  );
}

function ImportLine({ one, zone }: { one: Import; zone: string }) {
  const { t } = useTranslation();
  const tell = useWhen(zone);
  const moving = isMoving(one);
  return (
    <Line
      head={
        <Link to="/customers/import/$id" params={{ id: String(one.id) }} className="transfer-link">
          {t("imports.tasks.import", { name: one.name })}
        </Link>
      }
      tone={importTones[one.state]}
      word={t(`imports.states.${one.state}`)}
      percent={moving && one.step ? percent(one) : undefined}
      parts={
        moving
          ? [
              t(`imports.steps.${one.step ?? "waiting"}`),
              one.step !== null &&
                (one.step === "reading"
                  ? t("imports.rowsRead", { shown: count(one.staged) })
                  : t("imports.rowsOf", { shown: count(one.place), total: count(one.staged) })),
              one.rate !== null && rate(one.rate, t),
              remaining(one, t),
            ]
          : [one.state !== "uploaded" && resultOf(one, t)]
      }
      reason={one.state === "failed" ? one.reason : null}
      when={<span title={fullMoment(one.created_at, zone)}>{tell(one.created_at)}</span>}
    />
  );
}

function ExportLine({ one, zone }: { one: Export; zone: string }) {
  const { t } = useTranslation();
  const tell = useWhen(zone);
  const moving = isWriting(one);
  const share = one.total ? Math.floor((one.done / one.total) * 100) : null;
  return (
    <Line
      head={
        <Link to="/customers/exports" className="transfer-link">
          {one.selected !== null
            ? t("imports.tasks.exportSelected", { count: one.selected, n: count(one.selected) })
            : t(one.question ? "imports.tasks.exportFiltered" : "imports.tasks.exportAll")}
        </Link>
      }
      tone={exportTones[one.state]}
      word={t(`exports.states.${one.state}`)}
      percent={one.state === "running" ? share : undefined}
      parts={[
        one.state !== "queued" && t("exports.done", { shown: count(one.done) }),
        t(`imports.formats.${one.format}`),
        !moving && one.bytes !== null && size(one.bytes),
        one.rate !== null && rate(one.rate, t),
        remaining(one, t),
      ]}
      reason={one.state === "failed" ? one.reason : null}
      when={
        <>
          {one.created_by_name}
          {" · "}
          <span title={fullMoment(one.created_at, zone)}>{tell(one.created_at)}</span>
        </>
      }
    />
  );
}

function remaining(
  { ends_at, as_of }: Pick<Import, "ends_at" | "as_of">,
  t: ReturnType<typeof useTranslation>["t"],
): string | false {
  return (
    ends_at !== null &&
    t("imports.leftAbout", { left: left(Date.parse(ends_at) - Date.parse(as_of), t) })
  );
}
