import { Checkbox, DatePicker, Form, Input, InputNumber, Select, Switch } from "antd";
import dayjs, { type Dayjs } from "dayjs";
import { useTranslation } from "react-i18next";
import {
  type Field,
  KINDS,
  type Kind,
  type NewField,
  ROLES,
  type Role,
  useSaveField,
} from "../api/fields.ts";
import { DefinitionDrawer } from "./DefinitionDrawer.tsx";
import { type OptionRow, OptionRows } from "./OptionRows.tsx";

interface Draft {
  name: string;
  kind: Kind;
  group: string;
  help: string;
  unit: string;
  decimals: number;
  is_sensitive: boolean;
  options: OptionRow[];
  seen_by: Role[];
  edited_by: Role[];
  min_length?: number | null;
  max_length?: number | null;
  pattern?: Field["rules"]["pattern"];
  least?: number | null;
  most?: number | null;
  days?: [Dayjs | null, Dayjs | null] | null;
}

interface Props {
  field: Field | null;
  groups: readonly string[];
  onClose: () => void;
}

const PATTERNS = ["digits", "letters_digits", "email", "web_address"] as const;
const CHOSEN: readonly Kind[] = ["one_of", "several_of"];
const NUMBERS: readonly Kind[] = ["number", "money"];

function draftOf(field: Field | null): Partial<Draft> {
  if (field === null) {
    return {
      kind: "text",
      decimals: 0,
      seen_by: [...ROLES],
      edited_by: [...ROLES],
      options: [{}, {}],
    };
  }
  const { rules } = field;
  return {
    ...field,
    options: field.options.map((option) => ({ ...option })),
    min_length: rules.min_length ?? null,
    max_length: rules.max_length ?? null,
    pattern: rules.pattern ?? null,
    least: rules.least == null ? null : Number(rules.least),
    most: rules.most == null ? null : Number(rules.most),
    days: [
      rules.earliest ? dayjs(rules.earliest) : null,
      rules.latest ? dayjs(rules.latest) : null,
    ],
  };
}

/** Only what the kind knows is sent: the server refuses the rest. */
function bodyOf(draft: Draft): NewField {
  const { kind } = draft;
  const texts = kind === "text" || kind === "long_text";
  const [earliest, latest] = draft.days ?? [null, null];
  return {
    name: draft.name.trim(),
    kind,
    group: draft.group?.trim() ?? "",
    help: draft.help?.trim() ?? "",
    unit: kind === "number" ? (draft.unit?.trim() ?? "") : "",
    decimals: kind === "number" ? (draft.decimals ?? 0) : 0,
    is_sensitive: draft.is_sensitive ?? false,
    seen_by: draft.seen_by ?? [],
    edited_by: draft.edited_by ?? [],
    options: CHOSEN.includes(kind)
      ? draft.options
          .filter((option) => option.label?.trim())
          .map((option) => ({
            key: option.key ?? null,
            label: option.label?.trim() ?? "",
            archived: option.archived ?? false,
          }))
      : [],
    rules: {
      ...(texts && draft.min_length ? { min_length: draft.min_length } : {}),
      ...(texts && draft.max_length ? { max_length: draft.max_length } : {}),
      ...(kind === "text" && draft.pattern ? { pattern: draft.pattern } : {}),
      ...(NUMBERS.includes(kind) && draft.least != null ? { least: draft.least } : {}),
      ...(NUMBERS.includes(kind) && draft.most != null ? { most: draft.most } : {}),
      ...(kind === "date" && earliest ? { earliest: earliest.format("YYYY-MM-DD") } : {}),
      ...(kind === "date" && latest ? { latest: latest.format("YYYY-MM-DD") } : {}),
    },
  };
}

export function FieldDrawer({ field, groups, onClose }: Props) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Draft>();
  const kind = Form.useWatch("kind", form) ?? field?.kind ?? "text";
  const seen = Form.useWatch("seen_by", form) ?? field?.seen_by ?? ROLES;
  const save = useSaveField();
  const roles = ROLES.map((role) => ({ value: role, label: t(`definitions.roles.${role}`) }));
  return (
    <DefinitionDrawer<Draft>
      what="field"
      isNew={field === null}
      form={form}
      draft={draftOf(field)}
      save={save}
      onSave={(draft) => save.mutate({ field, body: bodyOf(draft) }, { onSuccess: onClose })}
      onClose={onClose}
    >
      <Form.Item
        name="kind"
        label={t("definitions.field.kind")}
        extra={field ? t("definitions.field.kindStays") : undefined}
      >
        <Select
          disabled={field !== null}
          options={KINDS.map((value) => ({ value, label: t(`definitions.kinds.${value}`) }))}
        />
      </Form.Item>
      {CHOSEN.includes(kind) && (
        <OptionRows label={t("definitions.field.options")} name="options" />
      )}
      {kind === "number" && (
        <div className="two">
          <Form.Item name="unit" label={t("definitions.field.unit")}>
            <Input maxLength={10} placeholder={t("definitions.field.unitHint")} />
          </Form.Item>
          <Form.Item name="decimals" label={t("definitions.field.decimals")}>
            <InputNumber min={0} max={6} disabled={field !== null} />
          </Form.Item>
        </div>
      )}
      {NUMBERS.includes(kind) && (
        <div className="two">
          <Form.Item name="least" label={t("definitions.field.least")}>
            <InputNumber prefix={kind === "money" ? "¥" : undefined} />
          </Form.Item>
          <Form.Item name="most" label={t("definitions.field.most")}>
            <InputNumber prefix={kind === "money" ? "¥" : undefined} />
          </Form.Item>
        </div>
      )}
      {(kind === "text" || kind === "long_text") && (
        <div className="two">
          <Form.Item name="min_length" label={t("definitions.field.minLength")}>
            <InputNumber min={1} max={kind === "text" ? 200 : 5000} />
          </Form.Item>
          <Form.Item name="max_length" label={t("definitions.field.maxLength")}>
            <InputNumber min={1} max={kind === "text" ? 200 : 5000} />
          </Form.Item>
        </div>
      )}
      {kind === "text" && (
        <Form.Item name="pattern" label={t("definitions.field.pattern")}>
          <Select
            allowClear
            placeholder={t("definitions.patterns.any")}
            options={PATTERNS.map((value) => ({
              value,
              label: t(`definitions.patterns.${value}`),
            }))}
          />
        </Form.Item>
      )}
      {kind === "date" && (
        <Form.Item name="days" label={t("definitions.field.days")}>
          <DatePicker.RangePicker allowEmpty={[true, true]} />
        </Form.Item>
      )}
      <Form.Item name="group" label={t("definitions.field.group")}>
        <Input list="field-groups" placeholder={t("definitions.field.groupHint")} maxLength={30} />
      </Form.Item>
      <datalist id="field-groups">
        {groups.map((value) => (
          <option key={value} value={value} />
        ))}
      </datalist>
      <Form.Item name="help" label={t("definitions.field.help")}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item
        name="is_sensitive"
        label={t("definitions.field.sensitive")}
        valuePropName="checked"
        extra={t("definitions.field.sensitiveAbout")}
      >
        <Switch />
      </Form.Item>
      <Form.Item
        name="seen_by"
        label={t("definitions.field.readers")}
        extra={t("definitions.field.adminAlways")}
      >
        <Checkbox.Group
          options={roles}
          onChange={(next) => {
            const kept = form.getFieldValue("edited_by") as Role[];
            form.setFieldValue(
              "edited_by",
              kept.filter((role) => next.includes(role)),
            );
          }}
        />
      </Form.Item>
      <Form.Item name="edited_by" label={t("definitions.field.writers")}>
        <Checkbox.Group
          options={roles.map((role) => ({ ...role, disabled: !seen.includes(role.value) }))}
        />
      </Form.Item>
    </DefinitionDrawer>
  );
}
