import { Form, Select, Switch } from "antd";
import { useTranslation } from "react-i18next";
import { FormDrawer } from "../../../shared/FormDrawer.tsx";
import { HANDLINGS, type Property, TYPES, useChangeProperty } from "../api/kinds.ts";
import { usePurposeOptions } from "./purposes.ts";
import { useWords } from "./words.ts";

interface Draft {
  handling: Property["handling"];
  purpose: string | null;
  converts: boolean;
  plain: boolean;
  type: Property["type"];
}

/** What becomes of a property's values. */
export function PropertyDrawer(props: { kind: string; property: Property; onClose: () => void }) {
  const { t } = useTranslation();
  const { property } = props;
  const words = useWords();
  const save = useChangeProperty(props.kind, props.onClose);
  const purposes = usePurposeOptions(property.purpose);
  return (
    <FormDrawer<Draft>
      title={t("kinds.property.of", { name: property.name })}
      locked={false}
      act={t("kinds.property.save")}
      saving={save.isPending}
      trouble={save.isError ? words(save.error) : undefined}
      initial={{
        handling: property.handling,
        purpose: property.purpose,
        converts: property.converts,
        plain: property.plain,
        type: property.type,
      }}
      onSave={({ type, purpose, ...draft }) =>
        save.mutate({
          ...draft,
          name: property.name,
          purpose: draft.handling === "sensitive" ? (purpose ?? null) : null,
          type: type === property.type || type === "items" ? null : type,
        })
      }
      onClose={props.onClose}
    >
      <Form.Item name="handling" label={t("kinds.property.handling")}>
        <Select
          options={HANDLINGS.map((value) => ({ value, label: t(`kinds.handlings.${value}`) }))}
        />
      </Form.Item>
      <Form.Item noStyle dependencies={["handling"]}>
        {({ getFieldValue }) =>
          getFieldValue("handling") === "sensitive" && (
            <Form.Item name="purpose" label={t("kinds.property.purpose")}>
              <Select allowClear placeholder={t("kinds.property.noPurpose")} options={purposes} />
            </Form.Item>
          )
        }
      </Form.Item>
      <Form.Item
        name="converts"
        label={t("kinds.property.converts")}
        extra={t("kinds.property.convertsHint")}
        valuePropName="checked"
      >
        <Switch aria-label={t("kinds.property.converts")} />
      </Form.Item>
      <Form.Item
        name="plain"
        label={t("kinds.property.plain")}
        extra={t("kinds.property.plainHint")}
        valuePropName="checked"
      >
        <Switch aria-label={t("kinds.property.plain")} />
      </Form.Item>
      {!property.declared && (
        <Form.Item
          name="type"
          label={t("kinds.decide.type")}
          extra={t("kinds.decide.why.new_version")}
        >
          <Select options={TYPES.map((value) => ({ value, label: t(`kinds.types.${value}`) }))} />
        </Form.Item>
      )}
    </FormDrawer>
  );
}
