import { Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useFoundGroups } from "../api/groupCodes.ts";

interface Props {
  label: string;
  value?: number[];
  onChange?: (ids: number[]) => void;
  most?: number;
}

/** Groups in the order in which they are chosen, searched on the server. */
export function GroupSelect({ label, value = [], onChange, most = 1000 }: Props) {
  const { t } = useTranslation();
  const [text, setText] = useState("");
  const found = useFoundGroups(text);
  return (
    <Select<number[]>
      mode="multiple"
      aria-label={label}
      loading={found.isFetching}
      maxCount={most}
      value={value}
      onChange={(ids) => onChange?.(ids)}
      showSearch={{ filterOption: false, onSearch: setText }}
      options={(found.data?.items ?? []).map((one) => ({
        value: one.id,
        label: t("groupcodes.groupOption", {
          name: one.name || t("groups.nameless"),
          count: one.people + one.staff,
          n: one.people + one.staff,
        }),
      }))}
    />
  );
}
