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
} from "../../../shared/choices.ts";
import { AddCondition, Chip, DepartmentSelect } from "../../../shared/conditions.tsx";
import type { Filter } from "../api/losses.ts";
import { dayBack, SPANS, spanOf } from "./search.ts";

interface Props {
  filter: Filter;
  zone: string;
  onFilter: (filter: Filter) => void;
}

type More = Pick<Filter, "staff" | "department" | "channel" | "back" | "by">;
const KINDS = ["staff", "department", "channel", "by", "back"] as const;
type Kind = (typeof KINDS)[number];

/** The span, and one chip for each condition. */
export function LossFilters({ filter, zone, onFilter }: Props) {
  const { t } = useTranslation();
  const now = new Date();
  const span = spanOf(filter, now, zone);
  return (
    <div className="filters">
      <Segmented<number>
        aria-label={t("losses.span.title")}
        options={SPANS.map((days) => ({ value: days, label: t("losses.span.days", { n: days }) }))}
        value={span ?? 0}
        onChange={(days) =>
          onFilter({ ...filter, from: dayBack(now, zone, days - 1), to: dayBack(now, zone, 0) })
        }
      />
      <DatePicker.RangePicker
        allowClear={false}
        value={[dayjs(filter.from), dayjs(filter.to)]}
        maxDate={dayjs(dayBack(now, zone, 0))}
        placeholder={[t("losses.span.from"), t("losses.span.to")]}
        onChange={(range) => {
          const [from, to] = range ?? [];
          if (from && to) {
            onFilter({
              ...filter,
              from: from.format("YYYY-MM-DD"),
              to: to.format("YYYY-MM-DD"),
            });
          }
        }}
      />
      <Chips filter={filter} onFilter={onFilter} />
      <AddCondition<Kind>
        button={t("losses.filters.add")}
        choose={t("losses.filters.choose")}
        first="staff"
        kinds={KINDS.map((value) => ({ value, label: t(`losses.filters.${value}`) }))}
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

function Chips({ filter, onFilter }: Omit<Props, "zone">) {
  const { t } = useTranslation();
  const staff = useStaffName(filter.staff);
  const channel = useChannelName(filter.channel);
  const departments = useDepartments();
  const values: Record<Kind, string | undefined> = {
    staff: filter.staff === undefined ? undefined : (staff ?? `#${filter.staff}`),
    department:
      filter.department === undefined
        ? undefined
        : (departments.data?.items.find((one) => one.id === filter.department)?.name ??
          `#${filter.department}`),
    channel: filter.channel === undefined ? undefined : (channel ?? `#${filter.channel}`),
    by: filter.by && t(`losses.by.${filter.by}`),
    back: filter.back && t(`losses.back.${filter.back}`),
  };
  return KINDS.map((kind) => {
    const value = values[kind];
    if (value === undefined) return null;
    const name = t(`losses.filters.${kind}`);
    return (
      <Chip
        key={kind}
        name={name}
        value={value}
        remove={t("losses.filters.remove", { chip: `${name} ${value}` })}
        onRemove={() => onFilter({ ...filter, [kind]: undefined })}
      />
    );
  });
}

function Value({ kind, onAdd }: { kind: Kind; onAdd: (more: More) => void }): ReactNode {
  const { t } = useTranslation();
  const label = t(`losses.filters.${kind}`);
  const common = { "aria-label": label, placeholder: label };
  if (kind === "staff") return <StaffValue common={common} onAdd={onAdd} />;
  if (kind === "department")
    return <DepartmentSelect label={label} onChange={(department) => onAdd({ department })} />;
  if (kind === "channel") return <ChannelValue common={common} onAdd={onAdd} />;
  if (kind === "by") {
    return (
      <Select<"customer" | "staff">
        {...common}
        onChange={(by) => onAdd({ by })}
        options={(["customer", "staff"] as const).map((value) => ({
          value,
          label: t(`losses.by.${value}`),
        }))}
      />
    );
  }
  return (
    <Select<"yes" | "no">
      {...common}
      onChange={(back) => onAdd({ back })}
      options={(["yes", "no"] as const).map((value) => ({
        value,
        label: t(`losses.back.${value}`),
      }))}
    />
  );
}

interface ValueProps {
  common: { "aria-label": string; placeholder: string };
  onAdd: (more: More) => void;
}

function StaffValue({ common, onAdd }: ValueProps) {
  const [text, setText] = useState("");
  return (
    <Select<number>
      {...common}
      {...useStaffOptions(text)}
      showSearch={{ filterOption: false, onSearch: setText }}
      onChange={(staff) => onAdd({ staff })}
    />
  );
}

function ChannelValue({ common, onAdd }: ValueProps) {
  const [text, setText] = useState("");
  return (
    <Select<number>
      {...common}
      {...useChannelOptions(text)}
      showSearch={{ filterOption: false, onSearch: setText }}
      onChange={(channel) => onAdd({ channel })}
    />
  );
}
