import { DatePicker, Select } from "antd";
import dayjs from "dayjs";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import {
  useDepartments,
  useStaffName,
  useStaffOptions,
  useStoreName,
  useStoreOptions,
} from "../../../shared/choices.ts";
import { AddCondition, Chip, DepartmentSelect } from "../../../shared/conditions.tsx";
import { SearchBox } from "../../../shared/SearchBox.tsx";
import { type Filter, useKinds } from "../api/todos.ts";
import { useKindName } from "./words.ts";

interface Props {
  filter: Filter;
  /** Only whose tasks: what else is asked does not change what stands below. */
  whose: boolean;
  onFilter: (filter: Filter) => void;
}

const CHOICES = ["kind", "staff", "department", "store", "priority", "span"] as const;
type Choice = (typeof CHOICES)[number];
const WHOSE: readonly Choice[] = ["staff", "department", "store"];
const FLAGS = ["overdue", "escalated", "pooled"] as const;

/** Search by the title, and one chip for each condition. */
export function TodoFilters({ filter, whose, onFilter }: Props) {
  const { t } = useTranslation();
  const choices = whose ? WHOSE : CHOICES;
  return (
    <div className="filters">
      {!whose && (
        <SearchBox
          label={t("todos.search")}
          text={filter.q ?? ""}
          maxLength={60}
          onSearch={(q) => onFilter({ ...filter, q: q || undefined })}
        />
      )}
      <Chips filter={filter} whose={whose} onFilter={onFilter} />
      <AddCondition<Choice>
        button={t("todos.filters.add")}
        choose={t("todos.filters.choose")}
        first="staff"
        kinds={choices.map((value) => ({ value, label: t(`todos.filters.${value}`) }))}
      >
        {(choice, close) => (
          <Value
            key={choice}
            choice={choice}
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

function Chips({ filter, whose, onFilter }: Props) {
  const { t } = useTranslation();
  const named = useKindName();
  const staff = useStaffName(filter.staff);
  const store = useStoreName(filter.store);
  const departments = useDepartments();
  const kinds = useKinds();
  const kind = kinds.data?.items.find((one) => one.key === filter.kind);
  const department = departments.data?.items.find((one) => one.id === filter.department);
  const numbered = (id: number | undefined, name: string | undefined) =>
    id === undefined ? undefined : (name ?? `#${id}`);
  const values: Record<Choice, string | undefined> = {
    kind: filter.kind && (kind ? named(kind.name) : filter.kind),
    staff: numbered(filter.staff, staff),
    department: numbered(filter.department, department?.name),
    store: numbered(filter.store, store),
    priority: filter.priority && t(`todos.priority.${filter.priority}`),
    span: filter.from || filter.to ? `${filter.from ?? "…"} ~ ${filter.to ?? "…"}` : undefined,
  };
  return (
    <>
      {(whose ? WHOSE : CHOICES).map((choice) => {
        const value = values[choice];
        if (value === undefined) return null;
        const name = t(`todos.filters.${choice}`);
        const gone =
          choice === "span" ? { from: undefined, to: undefined } : { [choice]: undefined };
        return (
          <Chip
            key={choice}
            name={name}
            value={value}
            remove={t("todos.filters.remove", { chip: `${name} ${value}` })}
            onRemove={() => onFilter({ ...filter, ...gone })}
          />
        );
      })}
      {FLAGS.filter((flag) => !whose && filter[flag]).map((flag) => (
        <Chip
          key={flag}
          name=""
          value={t(`todos.tiles.${flag}`)}
          remove={t("todos.filters.remove", { chip: t(`todos.tiles.${flag}`) })}
          onRemove={() => onFilter({ ...filter, [flag]: undefined })}
        />
      ))}
    </>
  );
}

function Value({
  choice,
  onAdd,
}: {
  choice: Choice;
  onAdd: (more: Partial<Filter>) => void;
}): ReactNode {
  const { t } = useTranslation();
  const label = t(`todos.filters.${choice}`);
  switch (choice) {
    case "kind":
      return <KindValue label={label} onAdd={onAdd} />;
    case "staff":
      return (
        <SearchedValue label={label} use={useStaffOptions} onAdd={(staff) => onAdd({ staff })} />
      );
    case "store":
      return (
        <SearchedValue label={label} use={useStoreOptions} onAdd={(store) => onAdd({ store })} />
      );
    case "department":
      return <DepartmentSelect label={label} onChange={(department) => onAdd({ department })} />;
    case "priority":
      return (
        <Select<1 | 2>
          aria-label={label}
          placeholder={label}
          onChange={(priority) => onAdd({ priority })}
          options={([2, 1] as const).map((value) => ({
            value,
            label: t(`todos.priority.${value}`),
          }))}
        />
      );
    default:
      return (
        <DatePicker.RangePicker
          placeholder={[t("todos.filters.from"), t("todos.filters.to")]}
          defaultPickerValue={[dayjs(), dayjs()]}
          onChange={(range) => {
            const [from, to] = range ?? [];
            if (from && to) onAdd({ from: from.format("YYYY-MM-DD"), to: to.format("YYYY-MM-DD") });
          }}
        />
      );
  }
}

function KindValue({ label, onAdd }: { label: string; onAdd: (more: Partial<Filter>) => void }) {
  const kinds = useKinds();
  const named = useKindName();
  return (
    <Select<string>
      aria-label={label}
      placeholder={label}
      loading={kinds.isPending}
      onChange={(kind) => onAdd({ kind })}
      options={(kinds.data?.items ?? []).map((one) => ({ value: one.key, label: named(one.name) }))}
    />
  );
}

interface SearchedProps {
  label: string;
  use: (q: string) => { loading: boolean; options: { value: number; label: string }[] };
  onAdd: (id: number) => void;
}

function SearchedValue({ label, use, onAdd }: SearchedProps) {
  const [text, setText] = useState("");
  return (
    <Select<number>
      aria-label={label}
      placeholder={label}
      {...use(text)}
      showSearch={{ filterOption: false, onSearch: setText }}
      onChange={onAdd}
    />
  );
}
