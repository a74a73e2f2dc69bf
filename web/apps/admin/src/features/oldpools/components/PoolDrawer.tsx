import { Form, Input, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useStaffOptions } from "../../../shared/choices.ts";
import { FormDrawer } from "../../../shared/FormDrawer.tsx";
import { useAddPools } from "../api/oldpools.ts";
import { readLines } from "./lines.ts";
import { useWords } from "./words.ts";

interface Draft {
  list: string;
  staff: number[];
}

/** A list, pasted or typed, and who takes its people. */
export function PoolDrawer({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const words = useWords();
  const [text, setText] = useState("");
  const [trouble, setTrouble] = useState<string>();
  const save = useAddPools(onClose);
  const submit = ({ list, staff }: Draft) => {
    const { items, bad } = readLines(list, {
      groups: t("oldPools.said.groups"),
      accounts: t("oldPools.said.accounts"),
    });
    if (bad || items.length === 0) {
      setTrouble(t("oldPools.form.bad", bad ?? { n: 1, line: "" }));
      return;
    }
    setTrouble(undefined);
    save.mutate({ items, staff_ids: staff });
  };
  return (
    <FormDrawer<Draft>
      title={t("oldPools.form.title")}
      locked={false}
      act={t("oldPools.form.saveNone")}
      saving={save.isPending}
      trouble={trouble ?? (save.isError ? words(save.error) : undefined)}
      initial={{ list: "", staff: [] }}
      onSave={submit}
      onClose={onClose}
    >
      <Form.Item name="list" label={t("oldPools.form.list")} extra={t("oldPools.form.hint")}>
        <Input.TextArea rows={10} />
      </Form.Item>
      <Form.Item
        name="staff"
        label={t("oldPools.form.staff")}
        extra={t("oldPools.form.staffHint")}
        rules={[{ required: true, message: t("oldPools.form.staffHint") }]}
      >
        <Select<number[]>
          mode="multiple"
          maxCount={100}
          {...useStaffOptions(text)}
          showSearch={{ filterOption: false, onSearch: setText }}
        />
      </Form.Item>
    </FormDrawer>
  );
}
