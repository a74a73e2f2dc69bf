import { Select } from "antd";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useCustomerOptions } from "../../../shared/choices.ts";

interface Props {
  id?: string;
  value?: number | undefined;
  onChange?: (customer: number | undefined) => void;
}

const TYPING_MS = 150;

/** One customer, searched on the server by how his name begins; or none. */
export function CustomerSelect({ id, value, onChange }: Props) {
  const { t } = useTranslation();
  const [text, setText] = useState("");
  const [asked, setAsked] = useState("");
  useEffect(() => {
    const timer = setTimeout(() => setAsked(text.trim()), TYPING_MS);
    return () => clearTimeout(timer);
  }, [text]);
  const { options, loading } = useCustomerOptions(asked);
  // Who was chosen keeps his name when another is looked for.
  const [chosen, setChosen] = useState<(typeof options)[number]>();
  const shown =
    chosen && chosen.value === value && !options.some((one) => one.value === value)
      ? [chosen, ...options]
      : options;
  return (
    <Select<number>
      {...(id ? { id } : {})}
      allowClear
      placeholder={t("todos.give.customerHint")}
      value={value ?? null}
      options={shown}
      loading={loading}
      notFoundContent={t(asked && !loading ? "todos.give.noCustomer" : "todos.give.customerHint")}
      showSearch={{ filterOption: false, onSearch: setText }}
      onChange={(customer?: number) => {
        setChosen(shown.find((one) => one.value === customer));
        onChange?.(customer);
      }}
      className="todo-staff"
    />
  );
}
