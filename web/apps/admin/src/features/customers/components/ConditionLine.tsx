import { useTranslation } from "react-i18next";
import { Chip } from "../../../shared/conditions.tsx";
import { useNames } from "../api/customers.ts";
import { AddFilter } from "./AddFilter.tsx";
import { chips, kept, parseFilter } from "./filters.ts";

interface Props {
  /** As a saved view keeps them. */
  filters: Record<string, string>;
  onChange?: ((filters: Record<string, string>) => void) | undefined;
}

/** The conditions of a list, outside of it: all of them hold. Without `onChange` they are read. */
export function ConditionLine({ filters, onChange }: Props) {
  const { t } = useTranslation();
  const filter = parseFilter(filters);
  const names = useNames(filter);
  const { q: _, ...unsearched } = filter;
  const searched = filter.q
    ? [{ key: "q", name: t("customers.searched"), value: filter.q, without: unsearched }]
    : [];
  const shown = [...searched, ...chips(t, filter, names)];
  if (onChange === undefined) {
    return (
      <>
        {shown.length === 0
          ? t("customers.everybody")
          : shown.map((chip) => `${chip.name} ${chip.value}`).join(t("common.comma"))}
      </>
    );
  }
  return (
    <div className="filters">
      {shown.map((chip) => (
        <Chip
          key={chip.key}
          name={chip.name}
          value={chip.value}
          remove={t("customers.filters.remove", { chip: `${chip.name} ${chip.value}` })}
          onRemove={() => onChange(kept(chip.without))}
        />
      ))}
      <AddFilter
        filter={filter}
        mayPhones={false}
        onAdd={(more) => onChange(kept({ ...filter, ...more }))}
      />
    </div>
  );
}
