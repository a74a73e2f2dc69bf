import { DatePicker, InputNumber, Select } from "antd";
import dayjs from "dayjs";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import {
  useStaffName,
  useStaffOptions,
  useStoreName,
  useStoreOptions,
} from "../../../shared/choices.ts";
import { AddCondition, Chip } from "../../../shared/conditions.tsx";
import { FilterSelect } from "../../../shared/FilterSelect.tsx";
import { SearchBox } from "../../../shared/SearchBox.tsx";
import { type Filter, STATUSES, type Status } from "../api/orders.ts";

interface Props {
  filter: Filter;
  sources: readonly { source: string; name?: string | null }[];
  onFilter: (filter: Filter) => void;
}

const KINDS = ["staff", "store", "refunded", "least", "most"] as const;
type Kind = (typeof KINDS)[number];

/** The usual conditions at once, the others as chips. */
export function OrderFilters({ filter, sources, onFilter }: Props) {
  const { t } = useTranslation();
  const day = (value: string | undefined) => (value ? dayjs(value) : null);
  return (
    <div className="filters">
      <SearchBox
        label={t("orders.search")}
        text={filter.number ?? ""}
        maxLength={100}
        onSearch={(number) => onFilter({ ...filter, number: number || undefined })}
      />
      <FilterSelect<Status>
        label={t("orders.columns.status")}
        value={filter.status}
        options={STATUSES.map((value) => ({ value, label: t(`orders.statuses.${value}`) }))}
        onChange={(status) => onFilter({ ...filter, status })}
      />
      <FilterSelect<string>
        label={t("orders.source")}
        value={filter.source}
        options={sources.map((one) => ({ value: one.source, label: one.name ?? one.source }))}
        onChange={(source) => onFilter({ ...filter, source })}
      />
      <DatePicker.RangePicker
        allowEmpty={[true, true]}
        value={[day(filter.from), day(filter.to)]}
        placeholder={[t("orders.from"), t("orders.to")]}
        onChange={(range) =>
          onFilter({
            ...filter,
            from: range?.[0]?.format("YYYY-MM-DD"),
            to: range?.[1]?.format("YYYY-MM-DD"),
          })
        }
      />
      <Chips filter={filter} onFilter={onFilter} />
      <AddCondition<Kind>
        button={t("orders.filters.add")}
        choose={t("orders.filters.choose")}
        first="staff"
        kinds={KINDS.map((value) => ({ value, label: t(`orders.filters.${value}`) }))}
      >
        {(kind, close) => (
          <Value
            key={kind}
            kind={kind}
            onAdd={(more) => {
              close();
              onFilter({ ...filter, ...more });
            }}
          />
        )}
      </AddCondition>
    </div>
  );
}

function Chips({ filter, onFilter }: Pick<Props, "filter" | "onFilter">) {
  const { t } = useTranslation();
  const staff = useStaffName(filter.staff);
  const store = useStoreName(filter.store);
  const told = (id: number | undefined, name: string | undefined) =>
    id === undefined ? undefined : (name ?? `#${id}`);
  const values: Record<Kind | "customer", string | undefined> = {
    staff: told(filter.staff, staff),
    store: told(filter.store, store),
    refunded: filter.refunded && t(`orders.refundedChoices.${filter.refunded}`),
    least: filter.least === undefined ? undefined : `¥${filter.least}`,
    most: filter.most === undefined ? undefined : `¥${filter.most}`,
    customer: told(filter.customer, undefined),
  };
  return [...KINDS, "customer" as const].map((kind) => {
    const value = values[kind];
    if (value === undefined) return null;
    const name = t(`orders.filters.${kind}`);
    return (
      <Chip
        key={kind}
        name={name}
        value={value}
        remove={t("orders.filters.remove", { chip: `${name} ${value}` })}
        onRemove={() => onFilter({ ...filter, [kind]: undefined })}
      />
    );
  });
}

function Value({ kind, onAdd }: { kind: Kind; onAdd: (more: Filter) => void }) {
  const { t } = useTranslation();
  const label = t(`orders.filters.${kind}`);
  if (kind === "staff") return <StaffValue label={label} onAdd={onAdd} />;
  if (kind === "store") return <StoreValue label={label} onAdd={onAdd} />;
  if (kind === "refunded") {
    return (
      <Select<"yes" | "no">
        aria-label={label}
        placeholder={label}
        onChange={(refunded) => onAdd({ refunded })}
        options={(["yes", "no"] as const).map((value) => ({
          value,
          label: t(`orders.refundedChoices.${value}`),
        }))}
      />
    );
  }
  return <Amount label={label} onAdd={(fen) => onAdd({ [kind]: fen })} />;
}

/** Applies on Enter or when it is left. */
function Amount({ label, onAdd }: { label: string; onAdd: (yuan: number) => void }) {
  const [typed, setTyped] = useState<number | null>(null);
  const done = () => typed !== null && onAdd(typed);
  return (
    <InputNumber
      aria-label={label}
      placeholder={label}
      min={0}
      max={10_000_000_000}
      precision={0}
      value={typed}
      onChange={setTyped}
      onPressEnter={done}
      onBlur={done}
    />
  );
}

interface ChoiceProps {
  label: string;
  onAdd: (more: Filter) => void;
}

function StaffValue({ label, onAdd }: ChoiceProps) {
  const [text, setText] = useState("");
  return (
    <Select<number>
      aria-label={label}
      placeholder={label}
      {...useStaffOptions(text)}
      showSearch={{ filterOption: false, onSearch: setText }}
      onChange={(staff) => onAdd({ staff })}
    />
  );
}

function StoreValue({ label, onAdd }: ChoiceProps) {
  const [text, setText] = useState("");
  return (
    <Select<number>
      aria-label={label}
      placeholder={label}
      {...useStoreOptions(text)}
      showSearch={{ filterOption: false, onSearch: setText }}
      onChange={(store) => onAdd({ store })}
    />
  );
}
