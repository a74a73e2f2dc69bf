import { Select } from "antd";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useStaff } from "../../../shared/choices.ts";

export interface Member {
  id: number;
  name: string;
  account: string;
}

interface Props {
  value?: Member | null;
  onChange?: (member: Member | null) => void;
  id?: string;
}

/** Which member of WeCom he is. */
export function MemberPicker({ value, onChange, id }: Props) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState("");
  const [query, setQuery] = useState("");
  useEffect(() => {
    const timer = setTimeout(() => setQuery(typed.trim()), 300);
    return () => clearTimeout(timer);
  }, [typed]);
  const found = useStaff(query, undefined);
  const members: Member[] = found.data?.items ?? [];
  const shown = (one: Member) => `${one.name} (${one.account})`;
  return (
    <Select<number>
      {...(id ? { id } : {})}
      allowClear
      placeholder={t("people.member.hint")}
      value={value?.id ?? null}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      loading={found.isFetching}
      notFoundContent={t(found.isError ? "people.member.loadFailed" : "people.member.none")}
      options={members.map((one) => ({ value: one.id, label: shown(one) }))}
      labelRender={() => (value ? shown(value) : "")}
      onChange={(next) => onChange?.(members.find((one) => one.id === next) ?? null)}
    />
  );
}
