import { ProblemError } from "@yutang/api";
import { clock, count } from "@yutang/ui";
import { Button, Checkbox, Popover, Skeleton } from "antd";
import { Columns3 } from "lucide-react";
import { type ReactNode, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Chip } from "../../../shared/conditions.tsx";
import { Failed } from "../../../shared/Failed.tsx";
import { Pages } from "../../../shared/Pages.tsx";
import { SearchBox } from "../../../shared/SearchBox.tsx";
import {
  type Filter,
  type Place,
  query,
  useCount,
  useCustomers,
  useNames,
} from "../api/customers.ts";
import type { View } from "../api/views.ts";
import { AddFilter } from "./AddFilter.tsx";
import { COLUMNS, type Column, CustomersTable } from "./CustomersTable.tsx";
import { type Chip as Condition, chips, narrowed } from "./filters.ts";
import { ViewTabs } from "./ViewTabs.tsx";
import "./customers.css";
import "./lists.css";

/** What is picked: these, or all that the conditions find. */
export type Picked =
  | { kind: "ids"; ids: readonly number[] }
  | { kind: "filter"; query: ReturnType<typeof query> };

interface Props {
  zone: string;
  filter: Filter;
  place: Place;
  view: number;
  may: { bulk: boolean; phones: boolean };
  columns: readonly Column[];
  onFilter: (filter: Filter) => void;
  onPage: (place: Place) => void;
  onView: (view: View | undefined) => void;
  onColumns: (columns: readonly Column[]) => void;
  onNewCode: () => void;
  /** The bar for what is picked; another feature's, so the route puts it in. */
  bulk: (
    picked: Picked,
    total: { total: number; exact: boolean } | undefined,
    onAll: () => void,
    onClear: () => void,
  ) => ReactNode;
  /** What stands in the head, such as import and export. */
  head?: (
    asked: ReturnType<typeof query>,
    total: { total: number; exact: boolean } | undefined,
  ) => ReactNode;
}

export function CustomersPage(props: Props) {
  const { zone, filter, place, onFilter } = props;
  const { t } = useTranslation();
  const customers = useCustomers(filter, place);
  const [picked, setPicked] = useState<readonly number[]>([]);
  const [all, setAll] = useState(false);
  const clear = () => {
    setPicked([]);
    setAll(false);
  };
  const asked = JSON.stringify(query(filter));
  const before = useRef(asked);
  if (before.current !== asked) {
    // Who was picked under other conditions may not be among these.
    before.current = asked;
    if (picked.length > 0 || all) clear();
  }
  const total = useCount(filter);
  const names = useNames(filter);
  const shown = chips(t, filter, names);
  const page = customers.data;
  return (
    <>
      <header className="page-head">
        <div>
          <h1>{t("customers.title")}</h1>
          <p className="meta num" aria-live="polite">
            {total.data && page
              ? `${totalWords(t, total.data)} · ${t("common.asOf", { time: clock(page.as_of, zone) })}`
              : " "}
          </p>
        </div>
        {props.head?.(query(filter), total.data)}
      </header>
      <ViewTabs
        view={props.view}
        filter={filter}
        columns={props.columns}
        mayShare={props.may.bulk}
        onView={props.onView}
      />
      <div className="filters">
        <SearchBox
          label={t("customers.search")}
          text={filter.q ?? ""}
          onSearch={(q) => onFilter({ ...filter, q: q || undefined })}
        />
        {shown.map((chip) => (
          <Chip
            key={chip.key}
            name={chip.name}
            value={chip.value}
            remove={t("customers.filters.remove", { chip: `${chip.name} ${chip.value}` })}
            onRemove={() => onFilter(chip.without)}
          />
        ))}
        <AddFilter
          filter={filter}
          mayPhones={props.may.phones}
          onAdd={(more) => onFilter({ ...filter, ...more })}
        />
        {narrowed(filter) && (
          <Button type="link" onClick={() => onFilter(filter.sort ? { sort: filter.sort } : {})}>
            {t("customers.clear")}
          </Button>
        )}
        <ColumnChoice columns={props.columns} onColumns={props.onColumns} />
      </div>
      {customers.isError && (
        <Failed title={failure(t, customers.error)} onAgain={() => customers.refetch()} />
      )}
      {customers.isPending && <Skeleton active paragraph={{ rows: 8 }} />}
      {page && page.items.length === 0 && (
        <Empty filter={filter} chips={shown} onFilter={onFilter} onNewCode={props.onNewCode} />
      )}
      {page && page.items.length > 0 && (
        <>
          <CustomersTable
            rows={page.items}
            zone={zone}
            shown={props.columns}
            sort={filter.sort}
            dimmed={customers.isPlaceholderData}
            onSort={(sort) => onFilter({ ...filter, sort })}
            picked={props.may.bulk ? (all ? page.items.map((row) => row.id) : picked) : undefined}
            onPick={(ids) => {
              setAll(false);
              setPicked(ids);
            }}
          />
          {(all || picked.length > 0) &&
            props.bulk(
              all ? { kind: "filter", query: query(filter) } : { kind: "ids", ids: picked },
              total.data,
              () => setAll(true),
              clear,
            )}
          <Pages
            label={t("customers.title")}
            previous={page.previous}
            next={page.next}
            onPrevious={(before) => props.onPage({ before })}
            onNext={(after) => props.onPage({ after })}
          />
        </>
      )}
    </>
  );
}

function failure(t: (key: string) => string, error: Error | null): string {
  const type = error instanceof ProblemError ? error.problem.type : "";
  if (type === "customers.too_many_phone_searches") return t("lists.tooManyTails");
  if (type === "customers.too_broad") return t("lists.tooBroad");
  if (type === "access.forbidden") return t("lists.noPhones");
  return t("customers.loadFailed");
}

function totalWords(
  t: (key: string, values: Record<string, unknown>) => string,
  { total, exact }: { total: number; exact: boolean },
): string {
  return t(exact ? "customers.total" : "customers.totalMany", { n: count(total), count: total });
}

function ColumnChoice({ columns, onColumns }: Pick<Props, "columns" | "onColumns">) {
  const { t } = useTranslation();
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      content={
        <fieldset className="column-choice">
          <legend>{t("customers.columnsTitle")}</legend>
          <Checkbox.Group
            value={[...columns]}
            options={COLUMNS.map((value) => ({ value, label: t(`customers.columns.${value}`) }))}
            onChange={(chosen) => onColumns(COLUMNS.filter((one) => chosen.includes(one)))}
          />
          <p className="meta">{t("customers.columnsFixed")}</p>
        </fieldset>
      }
    >
      <Button
        type="text"
        className="column-button"
        aria-label={t("customers.columnsTitle")}
        icon={<Columns3 size={16} aria-hidden="true" />}
      />
    </Popover>
  );
}

interface EmptyProps extends Pick<Props, "filter" | "onFilter" | "onNewCode"> {
  chips: readonly Condition[];
}

/** Says which condition to drop, and what that would find. */
function Empty({ filter, chips: shown, onFilter, onNewCode }: EmptyProps) {
  const { t } = useTranslation();
  if (!narrowed(filter)) {
    return (
      <div className="empty">
        <p>{t("customers.empty")}</p>
        <Button onClick={onNewCode}>{t("customers.emptyAct")}</Button>
      </div>
    );
  }
  return (
    <div className="empty">
      <p>{t("customers.emptyFiltered")}</p>
      {shown.map((chip) => (
        <Without key={chip.key} chip={chip} onFilter={onFilter} />
      ))}
      <Button onClick={() => onFilter({})}>{t("common.clearFilters")}</Button>
    </div>
  );
}

function Without({ chip, onFilter }: { chip: Condition } & Pick<Props, "onFilter">) {
  const { t } = useTranslation();
  const found = useCount(chip.without);
  if (!found.data?.total) return null;
  return (
    <p>
      <button type="button" className="link" onClick={() => onFilter(chip.without)}>
        {t("customers.without", {
          chip: `${chip.name} ${chip.value}`,
          n: totalWords(t, found.data),
        })}
      </button>
    </p>
  );
}
