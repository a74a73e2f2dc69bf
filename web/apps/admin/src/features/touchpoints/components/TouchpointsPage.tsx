import { clock, count } from "@yutang/ui";
import { Button, Segmented, Skeleton } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Failed } from "../../../shared/Failed.tsx";
import { FilterSelect } from "../../../shared/FilterSelect.tsx";
import { SearchBox } from "../../../shared/SearchBox.tsx";
import { type Filter, GAPS, KINDS, useTouchpoints } from "../api/touchpoints.ts";
import { ImportDialog } from "./ImportDialog.tsx";
import { TouchpointDrawer } from "./TouchpointDrawer.tsx";
import { TouchpointTable } from "./TouchpointTable.tsx";
import "./words.ts";
import "./touchpoints.css";

interface Props {
  zone: string;
  filter: Filter;
  peek: number | "new" | undefined;
  mayWrite: boolean;
  onFilter: (filter: Filter) => void;
  onPeek: (peek: number | "new" | undefined) => void;
  onGift: (id: number) => void;
}

/** Where strangers meet us: what is missing first, then what came of each. */
export function TouchpointsPage(props: Props) {
  const { filter, peek, mayWrite, onFilter, onPeek } = props;
  const { t } = useTranslation();
  const [importing, setImporting] = useState(false);
  const found = useTouchpoints(filter);
  const page = found.data;
  const rows = page?.items ?? [];
  const narrowed = Boolean(filter.q || filter.kind || filter.gap);
  const gaps = (page?.gaps ?? []).filter((one) => one.touchpoints > 0);
  const shown = typeof peek === "number" ? rows.find((one) => one.id === peek) : undefined;
  return (
    <>
      <header className="page-head">
        <div>
          <h1>{t("touchpoints.title")}</h1>
          <p className="meta num" aria-live="polite">
            {page &&
              `${t("touchpoints.total", { n: count(page.total) })} · ${t("common.asOf", { time: clock(page.as_of, props.zone) })}`}
          </p>
        </div>
        {mayWrite ? (
          <div className="acts">
            <Button onClick={() => setImporting(true)}>{t("touchpoints.import.open")}</Button>
            <Button type="primary" onClick={() => onPeek("new")}>
              {t("touchpoints.new")}
            </Button>
          </div>
        ) : (
          <p className="meta">{t("touchpoints.locked")}</p>
        )}
      </header>
      {gaps.length > 0 && filter.standing !== "archived" && (
        <p className="touch-gaps">
          {gaps.map((one) => (
            <button
              key={one.gap}
              type="button"
              className="link"
              aria-pressed={filter.gap === one.gap}
              onClick={() =>
                onFilter({ ...filter, gap: filter.gap === one.gap ? undefined : one.gap })
              }
            >
              {t(`touchpoints.gapsOf.${one.gap}`, {
                n: count(one.touchpoints),
                days: page?.silent_days ?? 0,
              })}
            </button>
          ))}
        </p>
      )}
      <div className="filters">
        <SearchBox
          label={t("touchpoints.search")}
          maxLength={60}
          text={filter.q ?? ""}
          onSearch={(q) => onFilter({ ...filter, q: q || undefined })}
        />
        <FilterSelect
          label={t("touchpoints.fields.kind")}
          value={filter.kind}
          onChange={(kind) => onFilter({ ...filter, kind })}
          options={KINDS.map((value) => ({ value, label: t(`touchpoints.kinds.${value}`) }))}
        />
        <FilterSelect
          label={t("touchpoints.columns.gaps")}
          value={filter.gap}
          onChange={(gap) => onFilter({ ...filter, gap })}
          options={GAPS.map((value) => ({ value, label: t(`touchpoints.gaps.${value}`) }))}
        />
        <Segmented<"now" | "archived">
          aria-label={t("touchpoints.standing")}
          value={filter.standing ?? "now"}
          onChange={(standing) =>
            onFilter({ ...filter, standing: standing === "now" ? undefined : standing })
          }
          options={(["now", "archived"] as const).map((value) => ({
            value,
            label: t(`touchpoints.standings.${value}`),
          }))}
        />
      </div>
      {found.isPending && <Skeleton active paragraph={{ rows: 6 }} />}
      {found.isError && (
        <Failed title={t("touchpoints.loadFailed")} onAgain={() => found.refetch()} />
      )}
      {page && rows.length === 0 && (
        <div className="empty">
          <p>{t(narrowed ? "touchpoints.noneMatch" : "touchpoints.empty")}</p>
          {narrowed && (
            <Button onClick={() => onFilter({ standing: filter.standing })}>
              {t("common.clearFilters")}
            </Button>
          )}
          {!narrowed && mayWrite && (
            <Button onClick={() => onPeek("new")}>{t("touchpoints.new")}</Button>
          )}
        </div>
      )}
      {rows.length > 0 && <TouchpointTable rows={rows} onPeek={onPeek} onGift={props.onGift} />}
      {importing && <ImportDialog onClose={() => setImporting(false)} />}
      {(peek === "new" || shown) && (
        <TouchpointDrawer
          key={shown ? `${shown.id}.${shown.version}` : "new"}
          row={shown ?? null}
          mayWrite={mayWrite}
          onClose={() => onPeek(undefined)}
        />
      )}
    </>
  );
}
