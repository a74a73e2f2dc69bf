import { count } from "@yutang/ui";
import { Button, Segmented, Select, Skeleton } from "antd";
import { Download, Plus, Upload } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Failed } from "../../../shared/Failed.tsx";
import { Pages } from "../../../shared/Pages.tsx";
import { SearchBox } from "../../../shared/SearchBox.tsx";
import { exportHref, type State, type StoreFilter, useCities, useStores } from "../api/stores.ts";
import { ImportDialog } from "./ImportDialog.tsx";
import { StoreDrawer } from "./StoreDrawer.tsx";
import { StoreTable } from "./StoreTable.tsx";
import "./stores.css";

interface Props {
  filter: StoreFilter;
  after: string | undefined;
  /** The store whose drawer is open. */
  peek: number | "new" | undefined;
  mayWrite: boolean;
  onFilter: (filter: StoreFilter) => void;
  onPage: (after: string) => void;
  onBack: () => void;
  onPeek: (peek: number | "new" | undefined) => void;
}

const STATES = ["open", "closed", "all"] as const;

/** Where members serve, who runs it, who works there. */
export function StoresPage(props: Props) {
  const { t, i18n } = useTranslation();
  const { filter, after, mayWrite, onPeek } = props;
  const found = useStores(filter, after);
  const [importing, setImporting] = useState(false);
  const page = found.data;
  const narrowed = Boolean(filter.q || filter.city);
  const acts = mayWrite && (
    <>
      <Button icon={<Upload size={14} aria-hidden="true" />} onClick={() => setImporting(true)}>
        {t("stores.import.open")}
      </Button>
      <Button
        type="primary"
        icon={<Plus size={14} aria-hidden="true" />}
        onClick={() => onPeek("new")}
      >
        {t("stores.add")}
      </Button>
    </>
  );
  return (
    <>
      <header className="page-head">
        <div>
          <h1>{t("stores.title")}</h1>
          <p className="meta num" aria-live="polite">
            {page
              ? t(`stores.total.${filter.state ?? "open"}`, {
                  n: count(page.total),
                  count: page.total,
                })
              : t("stores.lead")}
          </p>
        </div>
        <div className="head-acts">
          {page !== undefined && page.total > 0 && (
            <Button
              icon={<Download size={14} aria-hidden="true" />}
              href={exportHref(filter, i18n.language)}
              download
            >
              {t("stores.export")}
            </Button>
          )}
          {acts}
        </div>
      </header>
      <Filters filter={filter} onFilter={props.onFilter} />
      {found.isPending && <Skeleton active paragraph={{ rows: 8 }} />}
      {found.isError && <Failed title={t("stores.failed")} onAgain={() => found.refetch()} />}
      {page && page.items.length === 0 && (
        <div className="empty">
          <p>{t(`stores.${narrowed ? "noneMatch" : `empty.${filter.state ?? "open"}`}`)}</p>
          {narrowed && (
            <Button onClick={() => props.onFilter({ state: filter.state })}>
              {t("common.clearFilters")}
            </Button>
          )}
        </div>
      )}
      {page && page.items.length > 0 && (
        <>
          <StoreTable rows={page.items} onPeek={onPeek} />
          <Pages
            sparse
            label={t("stores.title")}
            previous={after}
            next={page.next}
            onPrevious={props.onBack}
            onNext={props.onPage}
          />
        </>
      )}
      {props.peek !== undefined && (
        <StoreDrawer
          key={props.peek}
          id={props.peek === "new" ? null : props.peek}
          mayWrite={mayWrite}
          onClose={() => onPeek(undefined)}
        />
      )}
      {importing && <ImportDialog onClose={() => setImporting(false)} />}
    </>
  );
}

function Filters({ filter, onFilter }: Pick<Props, "filter" | "onFilter">) {
  const { t } = useTranslation();
  const cities = useCities();
  return (
    <div className="filters">
      <SearchBox
        label={t("stores.search")}
        text={filter.q ?? ""}
        maxLength={60}
        onSearch={(q) => onFilter({ ...filter, q: q || undefined })}
      />
      <Select<string>
        className="stores-city"
        aria-label={t("stores.city")}
        placeholder={t("stores.city")}
        allowClear
        showSearch={{ optionFilterProp: "label" }}
        value={filter.city ?? null}
        onChange={(city) => onFilter({ ...filter, city: city || undefined })}
        options={(cities.data?.items ?? []).map((one) => ({
          value: one.name,
          label: t("stores.cityOption", { name: one.name, n: count(one.stores) }),
        }))}
      />
      <Segmented<State>
        aria-label={t("stores.state")}
        value={filter.state ?? "open"}
        onChange={(state) => onFilter({ ...filter, state: state === "open" ? undefined : state })}
        options={STATES.map((value) => ({ value, label: t(`stores.states.${value}`) }))}
      />
    </div>
  );
}
