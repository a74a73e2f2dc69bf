import { Form, Input, InputNumber, Radio, Select } from "antd";
import { useTranslation } from "react-i18next";
import { FormDrawer } from "../../../shared/FormDrawer.tsx";
import { KINDS, type Made, type NewSource, useMakeSource } from "../api/sources.ts";
import { useTrouble } from "./words.ts";

const INITIAL = { name: "", kind: "web", origins: [], events_per_second: 1000 };

/** Another source: what it is decides what else is asked. */
export function NewSourceDrawer({
  onClose,
  onMade,
}: {
  onClose: () => void;
  onMade: (made: Made) => void;
}) {
  const { t } = useTranslation();
  const make = useMakeSource();
  const trouble = useTrouble();
  return (
    <FormDrawer<NewSource>
      title={t("sources.new")}
      locked={false}
      act={t("sources.make")}
      saving={make.isPending}
      trouble={trouble(make.error)}
      initial={INITIAL as NewSource}
      onSave={(draft) => make.mutate(draft, { onSuccess: onMade })}
      onClose={onClose}
    >
      <Form.Item
        name="name"
        label={t("sources.fields.name")}
        rules={[{ required: true, whitespace: true, message: t("sources.fields.noName") }]}
      >
        <Input maxLength={80} autoFocus />
      </Form.Item>
      <Form.Item name="kind" label={t("sources.fields.kind")}>
        <Radio.Group
          className="sources-kinds"
          options={KINDS.map((value) => ({
            value,
            label: (
              <>
                {t(`sources.kinds.${value}`)}
                <div className="meta">{t(`sources.kindHelp.${value}`)}</div>
              </>
            ),
          }))}
        />
      </Form.Item>
      <Form.Item noStyle dependencies={["kind"]}>
        {({ getFieldValue }) => getFieldValue("kind") === "web" && <Origins />}
      </Form.Item>
      <Limit />
    </FormDrawer>
  );
}

export function Origins() {
  const { t } = useTranslation();
  return (
    <Form.Item
      name="origins"
      label={t("sources.fields.origins")}
      extra={t("sources.fields.originsHelp")}
      rules={[{ required: true, type: "array", message: t("sources.fields.noOrigins") }]}
    >
      <Select mode="tags" open={false} suffixIcon={null} placeholder="https://shop.example.com" />
    </Form.Item>
  );
}

export function Limit() {
  const { t } = useTranslation();
  return (
    <Form.Item
      name="events_per_second"
      label={t("sources.fields.limit")}
      extra={t("sources.fields.limitHelp")}
    >
      <InputNumber min={1} max={1_000_000} precision={0} />
    </Form.Item>
  );
}
