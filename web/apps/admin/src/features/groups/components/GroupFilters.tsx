import { Button, InputNumber, Select } from "antd";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { useDepartments, useStaffName, useStaffOptions } from "../../../shared/choices.ts";
import { AddCondition, Chip, DepartmentSelect } from "../../../shared/conditions.tsx";
import { SearchBox } from "../../../shared/SearchBox.tsx";
import { Several } from "../../../shared/Several.tsx";
import {
  type Filter,
  idsOf,
  KINDS,
  listed,
  PHASES,
  STATES,
  TIERS,
  useLabels,
} from "../api/groups.ts";
import { isNarrowed } from "./search.ts";

interface Props {
  filter: Filter;
  onFilter: (filter: Filter) => void;
}

const CHOICES = [
  "owner",
  "department",
  "kind",
  "tier",
  "label",
  "phase",
  "state",
  "size",
  "quiet",
  "unsorted",
  "full",
] as const;
type Choice = (typeof CHOICES)[number];

const DAYS = [7, 14, 30, 60, 90] as const;

/** Search by name, and one chip for each condition. */
export function GroupFilters({ filter, onFilter }: Props) {
  const { t } = useTranslation();
  return (
    <div className="filters">
      <SearchBox
        label={t("groups.search")}
        text={filter.q ?? ""}
        maxLength={60}
        onSearch={(q) => onFilter({ ...filter, q: q || undefined })}
      />
      <Chips filter={filter} onFilter={onFilter} />
      <AddCondition<Choice>
        button={t("groups.filters.add")}
        choose={t("groups.filters.choose")}
        first="owner"
        kinds={CHOICES.map((value) => ({ value, label: t(`groups.filters.${value}`) }))}
      >
        {(choice, close) => (
          <Value
            key={choice}
            choice={choice}
            filter={filter}
            onAdd={(more) => {
              close();
              onFilter({ ...filter, ...more });
            }}
          />
        )}
      </AddCondition>
      {isNarrowed(filter) && (
        <Button type="link" onClick={() => onFilter({ sort: filter.sort })}>
          {t("common.clearFilters")}
        </Button>
      )}
    </div>
  );
}

function useSaid(filter: Filter): Record<Choice, string | undefined> {
  const { t } = useTranslation();
  const owners = idsOf(filter.owner);
  const first = useStaffName(owners[0]);
  const departments = useDepartments();
  const department = departments.data?.items.find((one) => one.id === filter.department);
  const several = (name: string, n: number) =>
    n > 1 ? t("groups.filters.several", { first: name, count: n }) : name;
  const words = (all: readonly string[], value: string | undefined, key: string) =>
    listed(all, value)
      .map((one) => t(`groups.${key}.${one}`))
      .join(t("common.comma")) || undefined;
  const { least, most } = filter;
  return {
    owner: owners.length > 0 ? several(first ?? `#${owners[0]}`, owners.length) : undefined,
    department:
      filter.department === undefined ? undefined : (department?.name ?? `#${filter.department}`),
    kind: words([...KINDS, "none"], filter.kind, "kinds"),
    tier: words([...TIERS, "none"], filter.tier, "tiers"),
    label: filter.label,
    state: words(STATES, filter.state, "states"),
    phase: words([...PHASES, "none"], filter.phase, "phases"),
    unsorted: filter.unsorted && t("groups.filters.unsortedIs"),
    full: filter.full && t("groups.filters.fullIs"),
    size:
      least === undefined && most === undefined
        ? undefined
        : t(
            `groups.filters.${least === undefined ? "to" : most === undefined ? "from" : "range"}`,
            {
              least,
              most,
            },
          ),
    quiet:
      filter.quiet === undefined
        ? undefined
        : t("groups.filters.quietDays", { count: filter.quiet }),
  };
}

function Chips({ filter, onFilter }: Props) {
  const { t } = useTranslation();
  const said = useSaid(filter);
  return CHOICES.map((choice) => {
    const value = said[choice];
    if (value === undefined) return null;
    const name = t(`groups.filters.${choice}`);
    const without =
      choice === "size"
        ? { ...filter, least: undefined, most: undefined }
        : { ...filter, [choice]: undefined };
    return (
      <Chip
        key={choice}
        name={name}
        value={value}
        remove={t("groups.filters.remove", { chip: `${name} ${value}` })}
        onRemove={() => onFilter(without)}
      />
    );
  });
}

interface ValueProps {
  choice: Choice;
  filter: Filter;
  onAdd: (more: Filter) => void;
}

function Value({ choice, filter, onAdd }: ValueProps): ReactNode {
  const { t } = useTranslation();
  const label = t(`groups.filters.${choice}`);
  const words = (all: readonly string[], key: string) =>
    all.map((value) => ({ value, label: t(`groups.${key}.${value}`) }));
  switch (choice) {
    case "owner":
      return <OwnerValue label={label} filter={filter} onAdd={onAdd} />;
    case "department":
      return <DepartmentSelect label={label} onChange={(department) => onAdd({ department })} />;
    case "label":
      return <LabelValue label={label} onAdd={onAdd} />;
    case "size":
      return <SizeValue filter={filter} onAdd={onAdd} />;
    case "quiet":
      return (
        <Select<number>
          aria-label={label}
          placeholder={label}
          onChange={(quiet) => onAdd({ quiet })}
          options={DAYS.map((value) => ({
            value,
            label: t("groups.filters.quietDays", { count: value }),
          }))}
        />
      );
    case "state":
    case "phase": {
      const all = choice === "state" ? STATES : ([...PHASES, "none"] as const);
      return (
        <Several
          label={label}
          options={words(all, `${choice}s`)}
          chosen={listed<string>(all, filter[choice])}
          onChosen={(chosen) => onAdd({ [choice]: chosen.join(",") || undefined })}
        />
      );
    }
    case "unsorted":
    case "full":
      return (
        <Button onClick={() => onAdd({ [choice]: true })}>{t(`groups.filters.${choice}Is`)}</Button>
      );
    default: {
      const all = choice === "kind" ? [...KINDS, "none"] : [...TIERS, "none"];
      return (
        <Several
          label={label}
          options={words(all, `${choice}s`)}
          chosen={listed(all, filter[choice])}
          onChosen={(chosen) => onAdd({ [choice]: chosen.join(",") || undefined })}
        />
      );
    }
  }
}

function OwnerValue({ label, filter, onAdd }: Omit<ValueProps, "choice"> & { label: string }) {
  const [text, setText] = useState("");
  return (
    <Several<number>
      label={label}
      {...useStaffOptions(text)}
      onSearch={setText}
      chosen={idsOf(filter.owner)}
      onChosen={(ids) => onAdd({ owner: ids.length > 1 ? ids.join(",") : ids[0] })}
    />
  );
}

function LabelValue({ label, onAdd }: { label: string; onAdd: (more: Filter) => void }) {
  const { t } = useTranslation();
  const labels = useLabels();
  return (
    <Select<string>
      aria-label={label}
      placeholder={label}
      loading={labels.isPending}
      showSearch={{ optionFilterProp: "value" }}
      onChange={(chosen) => onAdd({ label: chosen })}
      notFoundContent={labels.isError ? t("groups.filters.labelsFailed") : undefined}
      options={(labels.data?.items ?? []).map((one) => ({
        value: one.label,
        label: t("groups.filters.labelCount", { label: one.label, n: one.count }),
      }))}
    />
  );
}

function SizeValue({ filter, onAdd }: Omit<ValueProps, "choice">) {
  const { t } = useTranslation();
  const [least, setLeast] = useState<number | null>(filter.least ?? null);
  const [most, setMost] = useState<number | null>(filter.most ?? null);
  const box = (key: "least" | "most", value: number | null, set: (to: number | null) => void) => (
    <InputNumber<number>
      aria-label={t(`groups.filters.${key}`)}
      placeholder={t(`groups.filters.${key}`)}
      min={0}
      max={2000}
      precision={0}
      value={value}
      onChange={set}
      onPressEnter={apply}
    />
  );
  function apply() {
    onAdd({ least: least ?? undefined, most: most ?? undefined });
  }
  return (
    <div className="group-size">
      {box("least", least, setLeast)}
      <span aria-hidden="true">~</span>
      {box("most", most, setMost)}
      <Button onClick={apply}>{t("groups.filters.apply")}</Button>
    </div>
  );
}
