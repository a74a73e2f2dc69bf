import { Select } from "antd";
import { useState } from "react";

interface Props<T extends number | string> {
  label: string;
  options: { value: T; label: string }[];
  chosen: T[];
  onChosen: (chosen: T[]) => void;
  loading?: boolean;
  onSearch?: (text: string) => void;
}

/** Several of a list; they apply when the list closes. */
export function Several<T extends number | string>(props: Props<T>) {
  const [chosen, setChosen] = useState<T[]>(props.chosen);
  return (
    <Select<T[]>
      mode="multiple"
      maxTagCount="responsive"
      aria-label={props.label}
      placeholder={props.label}
      loading={props.loading ?? false}
      showSearch={
        props.onSearch
          ? { filterOption: false, onSearch: props.onSearch }
          : { optionFilterProp: "label" }
      }
      value={chosen}
      onChange={setChosen}
      onOpenChange={(open) => {
        if (!open && chosen.join() !== props.chosen.join()) props.onChosen(chosen);
      }}
      options={props.options}
    />
  );
}
