import { Button, DatePicker, Popover, Segmented, Select, TreeSelect } from "antd";
import dayjs from "dayjs";
import { Plus, X } from "lucide-react";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { useDepartments, useStaff } from "../../../shared/choices.ts";
import { type Filter, useChannels, useNames } from "../api/losses.ts";
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
    <div className="filters wrap">
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
      <AddCondition onAdd={(more) => onFilter({ ...filter, ...more })} />
    </div>
  );
}

function Chips({ filter, onFilter }: Omit<Props, "zone">) {
  const { t } = useTranslation();
  const names = useNames(filter);
  const departments = useDepartments();
  const values: Record<Kind, string | undefined> = {
    staff: filter.staff === undefined ? undefined : (names.staff ?? `#${filter.staff}`),
    department:
      filter.department === undefined
        ? undefined
        : (departments.data?.items.find((one) => one.id === filter.department)?.name ??
          `#${filter.department}`),
    channel: filter.channel === undefined ? undefined : (names.channel ?? `#${filter.channel}`),
    by: filter.by && t(`losses.by.${filter.by}`),
    back: filter.back && t(`losses.back.${filter.back}`),
  };
  return KINDS.map((kind) => {
    const value = values[kind];
    if (value === undefined) return null;
    const name = t(`losses.filters.${kind}`);
    return (
      <span key={kind} className="chip">
        {name} <b>{value}</b>
        <button
          type="button"
          aria-label={t("losses.filters.remove", { chip: `${name} ${value}` })}
          onClick={() => onFilter({ ...filter, [kind]: undefined })}
        >
          <X size={14} aria-hidden="true" />
        </button>
      </span>
    );
  });
}

function AddCondition({ onAdd }: { onAdd: (more: More) => void }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const [kind, setKind] = useState<Kind>("staff");
  return (
    <Popover
      trigger="click"
      placement="bottomLeft"
      open={open}
      onOpenChange={setOpen}
      content={
        <div className="add-filter">
          <Select<Kind>
            aria-label={t("losses.filters.choose")}
            value={kind}
            onChange={setKind}
            options={KINDS.map((value) => ({ value, label: t(`losses.filters.${value}`) }))}
          />
          <Value
            kind={kind}
            onAdd={(more) => {
              setOpen(false);
              onAdd(more);
            }}
          />
        </div>
      }
    >
      <Button type="dashed" icon={<Plus size={14} aria-hidden="true" />}>
        {t("losses.filters.add")}
      </Button>
    </Popover>
  );
}

function Value({ kind, onAdd }: { kind: Kind; onAdd: (more: More) => void }): ReactNode {
  const { t } = useTranslation();
  const label = t(`losses.filters.${kind}`);
  const common = { "aria-label": label, placeholder: label };
  if (kind === "staff") return <StaffValue common={common} onAdd={onAdd} />;
  if (kind === "department") return <DepartmentValue common={common} onAdd={onAdd} />;
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
  const staff = useStaff(text);
  return (
    <Select<number>
      {...common}
      loading={staff.isFetching}
      showSearch={{ filterOption: false, onSearch: setText }}
      onChange={(chosen) => onAdd({ staff: chosen })}
      options={(staff.data?.items ?? []).map((one) => ({
        value: one.id,
        label: `${one.name} · ${one.departments[0]?.name ?? one.account}`,
      }))}
    />
  );
}

function DepartmentValue({ common, onAdd }: ValueProps) {
  const departments = useDepartments();
  return (
    <TreeSelect<number>
      {...common}
      loading={departments.isPending}
      treeDataSimpleMode
      treeDefaultExpandAll
      onChange={(department) => onAdd({ department })}
      treeData={(departments.data?.items ?? []).map((one) => ({
        id: one.id,
        pId: one.parent_id ?? 0,
        value: one.id,
        title: one.name,
      }))}
    />
  );
}

function ChannelValue({ common, onAdd }: ValueProps) {
  const [text, setText] = useState("");
  const channels = useChannels(text);
  return (
    <Select<number>
      {...common}
      loading={channels.isFetching}
      showSearch={{ filterOption: false, onSearch: setText }}
      onChange={(channel) => onAdd({ channel })}
      options={(channels.data?.items ?? []).map((one) => ({ value: one.id, label: one.name }))}
    />
  );
}
