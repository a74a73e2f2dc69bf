import { DatePicker, Form, Input, Select } from "antd";
import dayjs, { type Dayjs } from "dayjs";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { FormDrawer } from "../../../shared/FormDrawer.tsx";
import { KEPT, KINDS, type Kind, useSetTargets } from "../api/targets.ts";
import { readLines } from "./lines.ts";
import { useWords } from "./words.ts";

interface Draft {
  kind: Kind;
  span: [Dayjs, Dayjs];
  kept: (typeof KEPT)[number];
  list: string;
}

const HINTS = { staff: "listHint", department: "listHintDepartment", store: "listHintStore" };

/** Targets of one period for many at once, pasted from a spreadsheet. */
export function TargetDrawer(props: { kind: Kind; zone: string; onClose: () => void }) {
  const { t } = useTranslation();
  const words = useWords();
  const [trouble, setTrouble] = useState<string>();
  const save = useSetTargets(props.onClose);
  const today = dayjs(
    new Intl.DateTimeFormat("sv-SE", { timeZone: props.zone, dateStyle: "short" }).format(),
  );
  const submit = ({ kind, span, kept, list }: Draft) => {
    const { items, bad } = readLines(list);
    if (bad || items.length === 0) {
      setTrouble(t("targets.form.bad", bad ?? { n: 1, line: "" }));
      return;
    }
    setTrouble(undefined);
    save.mutate({
      kind,
      first: span[0].format("YYYY-MM-DD"),
      last: span[1].format("YYYY-MM-DD"),
      kept_days: kept,
      items,
    });
  };
  return (
    <FormDrawer<Draft>
      title={t("targets.form.title")}
      lead={<p className="meta">{t("targets.form.replace")}</p>}
      locked={false}
      act={t("targets.form.saveNone")}
      saving={save.isPending}
      trouble={trouble ?? (save.isError ? words(save.error) : undefined)}
      initial={{
        kind: props.kind,
        span: [today.startOf("month"), today.endOf("month")],
        kept: 0,
        list: "",
      }}
      onSave={submit}
      onClose={props.onClose}
    >
      <Form.Item name="kind" label={t("targets.form.kind")}>
        <Select<Kind>
          options={KINDS.map((value) => ({ value, label: t(`targets.kinds.${value}`) }))}
        />
      </Form.Item>
      <Form.Item name="span" label={t("targets.form.span")}>
        <DatePicker.RangePicker allowClear={false} />
      </Form.Item>
      <Form.Item name="kept" label={t("targets.form.kept")}>
        <Select options={KEPT.map((value) => ({ value, label: t(`targets.kept.${value}`) }))} />
      </Form.Item>
      <Form.Item noStyle shouldUpdate={(before, now) => before.kind !== now.kind}>
        {({ getFieldValue }) => (
          <Form.Item
            name="list"
            label={t("targets.form.list")}
            extra={t(`targets.form.${HINTS[getFieldValue("kind") as Kind]}`)}
          >
            <Input.TextArea rows={10} />
          </Form.Item>
        )}
      </Form.Item>
    </FormDrawer>
  );
}
