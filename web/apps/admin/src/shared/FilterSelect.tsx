import { Select } from "antd";

interface Props<T extends string | number> {
  label: string;
  value: T | undefined;
  options: { value: T; label: string }[];
  onChange: (value: T | undefined) => void;
}

/** One of several that narrows a list, or none; empty it says what it narrows. */
export function FilterSelect<T extends string | number>({
  label,
  value,
  options,
  onChange,
}: Props<T>) {
  return (
    <Select<T>
      aria-label={label}
      placeholder={label}
      allowClear
      value={value ?? null}
      popupMatchSelectWidth={false}
      onChange={(next) => onChange(next ?? undefined)}
      options={options}
    />
  );
}
