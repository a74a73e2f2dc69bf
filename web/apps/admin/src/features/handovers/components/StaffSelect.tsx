import { Select } from "antd";
import { useStaffOptions } from "../../../shared/choices.ts";
import { type Choice, useSearched } from "../../../shared/useSearched.ts";

interface Props {
  id?: string;
  label: string;
  value?: Choice | undefined;
  /** Not offered. */
  without?: readonly number[];
  /** Offered before those found, such as members who left. */
  first?: { label: string; options: Choice[] } | undefined;
  /** What those found are called, where others stand before them. */
  rest?: string;
  disabled?: boolean;
  onChoose: (chosen: Choice) => void;
}

/** One member, searched on the server. */
export function StaffSelect(props: Props) {
  const { label, value, without = [], first, rest } = props;
  const found = useSearched(useStaffOptions);
  const q = found.showSearch.searchValue.trim();
  const options = found.options.filter((one) => !without.includes(one.value));
  const before = (first?.options ?? []).filter((one) => one.label.includes(q));
  return (
    <Select<Choice | null>
      {...(props.id ? { id: props.id } : {})}
      className="handover-select"
      aria-label={label}
      placeholder={label}
      labelInValue
      value={value ?? null}
      disabled={props.disabled ?? false}
      loading={found.loading}
      showSearch={found.showSearch}
      onSelect={(chosen) => {
        found.onSelect();
        if (chosen) props.onChoose({ value: chosen.value, label: String(chosen.label) });
      }}
      options={
        before.length > 0
          ? [
              { label: first?.label ?? "", title: first?.label ?? "", options: before },
              { label: rest ?? "", title: rest ?? "", options },
            ]
          : options
      }
    />
  );
}
