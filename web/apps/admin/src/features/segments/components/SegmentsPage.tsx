import { Link } from "@tanstack/react-router";
import { count } from "@yutang/ui";
import { Button, Segmented, Skeleton } from "antd";
import { ListPlus, Plus } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Failed } from "../../../shared/Failed.tsx";
import { Pages } from "../../../shared/Pages.tsx";
import { SearchBox } from "../../../shared/SearchBox.tsx";
import { KINDS } from "../api/kinds.ts";
import { type Filter, useSegments } from "../api/segments.ts";
import type { Kind } from "../api/types.ts";
import { ListDialog } from "./ListDialog.tsx";
import { SegmentTable } from "./SegmentTable.tsx";
import { TemplateList } from "./TemplateList.tsx";
import { isForbidden } from "./trouble.ts";
import "./segments.css";

interface Props {
  zone: string;
  filter: Filter;
  after: string | undefined;
  mayWrite: boolean;
  onFilter: (filter: Filter) => void;
  onPage: (after: string | undefined) => void;
  onBack: () => void;
  onOpen: (id: number) => void;
  onNew: (template?: string) => void;
}

/** Whom we mean, and how many they are. */
export function SegmentsPage(props: Props) {
  const { zone, filter, after, mayWrite, onFilter } = props;
  const { t } = useTranslation();
  const found = useSegments(filter, after);
  const [listing, setListing] = useState(false);
  const page = found.data;
  const narrowed = Boolean(filter.q || filter.kind);
  const bare = page !== undefined && page.items.length === 0 && !narrowed && !after;
  return (
    <>
      <header className="page-head">
        <div>
          <h1>{t("segments.title")}</h1>
          <p className="meta num" aria-live="polite">
            {page && !bare
              ? t("segments.total", { count: page.total, n: count(page.total) })
              : t("segments.about")}
          </p>
        </div>
        <div className="head-acts">
          <Button
            icon={<ListPlus size={14} aria-hidden="true" />}
            disabled={!mayWrite}
            title={mayWrite ? "" : t("segments.lockedWho")}
            onClick={() => setListing(true)}
          >
            {t("segments.lists.new")}
          </Button>
          <Button
            type="primary"
            icon={<Plus size={14} aria-hidden="true" />}
            disabled={!mayWrite}
            title={mayWrite ? "" : t("segments.lockedWho")}
            onClick={() => props.onNew()}
          >
            {t("segments.new")}
          </Button>
        </div>
      </header>
      {!bare && (
        <div className="filters">
          <SearchBox
            label={t("segments.search")}
            maxLength={60}
            text={filter.q ?? ""}
            onSearch={(q) => onFilter({ ...filter, q: q || undefined })}
          />
          <Segmented<Kind | "all">
            aria-label={t("segments.kind")}
            value={filter.kind ?? "all"}
            options={(["all", ...KINDS] as const).map((value) => ({
              value,
              label: t(`segments.kinds.${value}`),
            }))}
            onChange={(kind) => onFilter({ ...filter, kind: kind === "all" ? undefined : kind })}
          />
          {narrowed && (
            <Button type="link" onClick={() => onFilter({})}>
              {t("common.clearFilters")}
            </Button>
          )}
        </div>
      )}
      {found.isPending && <Skeleton active paragraph={{ rows: 6 }} />}
      {found.isError && (
        <Failed
          title={t(isForbidden(found.error) ? "segments.forbidden" : "segments.failed")}
          onAgain={() => found.refetch()}
        />
      )}
      {page && page.items.length === 0 && narrowed && (
        <div className="empty">
          <p>{t("segments.noneMatch")}</p>
          <Button onClick={() => onFilter({})}>{t("common.clearFilters")}</Button>
        </div>
      )}
      {bare && (
        <section className="seg-first">
          <p>{t("segments.empty")}</p>
          <TemplateList mayWrite={mayWrite} />
        </section>
      )}
      {page && page.items.length > 0 && (
        <>
          <SegmentTable rows={page.items} zone={zone} dimmed={found.isPlaceholderData} />
          <Pages
            label={t("segments.title")}
            previous={after}
            next={page.next}
            onPrevious={props.onBack}
            onNext={props.onPage}
            sparse
          />
          {!narrowed && !after && mayWrite && (
            <details className="seg-templates">
              <summary>{t("segments.templates.title")}</summary>
              <TemplateList mayWrite={mayWrite} />
            </details>
          )}
        </>
      )}
      {!mayWrite && page && (
        <p className="meta">
          {t("segments.lockedWho")} <Link to="/customers">{t("segments.toCustomers")}</Link>
        </p>
      )}
      {listing && (
        <ListDialog
          onClose={() => setListing(false)}
          onMade={(id) => {
            setListing(false);
            props.onOpen(id);
          }}
        />
      )}
    </>
  );
}
