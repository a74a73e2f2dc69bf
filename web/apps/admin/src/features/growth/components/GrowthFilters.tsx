import { DatePicker, Segmented, Select } from "antd";
import dayjs from "dayjs";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import {
  useChannelName,
  useChannelOptions,
  useDepartments,
  useStaffName,
  useStaffOptions,
  useStoreName,
  useStoreOptions,
} from "../../../shared/choices.ts";
import { AddCondition, Chip, DepartmentSelect } from "../../../shared/conditions.tsx";
import type { Filter } from "../api/growth.ts";
import { dayBack, SPANS, spanOf } from "./search.ts";

interface Props {
  filter: Filter;
  zone: string;
  /** Only the span counts. */
  plain: boolean;
  onFilter: (filter: Filter) => void;
}

const KINDS = ["staff", "department", "channel", "store"] as const;
type Kind = (typeof KINDS)[number];

/** The span, and one chip for each condition. */
export function GrowthFilters({ filter, zone, plain, onFilter }: Props) {
  const { t } = useTranslation();
  const now = new Date();
  return (
    <div className="filters">
      <Segmented<number>
        aria-label={t("growth.span.title")}
        options={SPANS.map((days) => ({ value: days, label: t("growth.span.days", { n: days }) }))}
        value={spanOf(filter, now, zone) ?? 0}
        onChange={(days) =>
          onFilter({ ...filter, from: dayBack(now, zone, days - 1), to: dayBack(now, zone, 0) })
        }
      />
      <DatePicker.RangePicker
        allowClear={false}
        value={[dayjs(filter.from), dayjs(filter.to)]}
        maxDate={dayjs(dayBack(now, zone, 0))}
        placeholder={[t("growth.span.from"), t("growth.span.to")]}
        onChange={(range) => {
          const [from, to] = range ?? [];
          if (from && to) {
            const spelled = { from: from.format("YYYY-MM-DD"), to: to.format("YYYY-MM-DD") };
            onFilter({ ...filter, ...spelled });
          }
        }}
      />
      {!plain && (
        <>
          <Chips filter={filter} onFilter={onFilter} />
          <AddCondition<Kind>
            button={t("growth.filters.add")}
            choose={t("growth.filters.choose")}
            first="channel"
            kinds={KINDS.map((value) => ({ value, label: t(`growth.filters.${value}`) }))}
          >
            {(kind, close) => (
              <Value
                key={kind}
                kind={kind}
                onAdd={(id) => {
                  close();
                  onFilter({ ...filter, [kind]: id });
                }}
              />
            )}
          </AddCondition>
        </>
      )}
    </div>
  );
}

function Chips({ filter, onFilter }: Pick<Props, "filter" | "onFilter">) {
  const { t } = useTranslation();
  const departments = useDepartments();
  const names: Record<Kind, string | undefined> = {
    staff: useStaffName(filter.staff),
    department: departments.data?.items.find((one) => one.id === filter.department)?.name,
    channel: useChannelName(filter.channel),
    store: useStoreName(filter.store),
  };
  return KINDS.map((kind) => {
    if (filter[kind] === undefined) return null;
    const value = names[kind] ?? `#${filter[kind]}`;
    const name = t(`growth.filters.${kind}`);
    return (
      <Chip
        key={kind}
        name={name}
        value={value}
        remove={t("growth.filters.remove", { chip: `${name} ${value}` })}
        onRemove={() => onFilter({ ...filter, [kind]: undefined })}
      />
    );
  });
}

interface ValueProps {
  kind: Kind;
  onAdd: (id: number) => void;
}

function Value({ kind, onAdd }: ValueProps): ReactNode {
  const { t } = useTranslation();
  const label = t(`growth.filters.${kind}`);
  if (kind === "department") return <DepartmentSelect label={label} onChange={onAdd} />;
  return <Searched kind={kind} label={label} onAdd={onAdd} />;
}

const OPTIONS = { staff: useStaffOptions, channel: useChannelOptions, store: useStoreOptions };

function Searched({
  kind,
  label,
  onAdd,
}: ValueProps & { kind: keyof typeof OPTIONS; label: string }) {
  const [text, setText] = useState("");
  // The kind is the key of this element: the same hook for as long as it lives.
  const useOptions = OPTIONS[kind];
  return (
    <Select<number>
      aria-label={label}
      placeholder={label}
      {...useOptions(text)}
      showSearch={{ filterOption: false, onSearch: setText }}
      onChange={onAdd}
    />
  );
}
