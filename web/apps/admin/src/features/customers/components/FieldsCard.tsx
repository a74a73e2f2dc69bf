import { fullMoment, nothing } from "@yutang/ui";
import { Alert, Button, Form } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type Cell, type Profile, type Raw, useWriteValues } from "../api/profile.ts";
import { ConsentDialog } from "./ConsentDialog.tsx";
import { FieldInput } from "./FieldInput.tsx";
import { money } from "./life.ts";
import type { May } from "./may.ts";
import { useWords } from "./trouble.ts";

interface Props {
  person: Profile;
  zone: string;
  may: May;
}

/** What WeCom tells, then the corp's own fields by group; all of them are edited in one go. */
export function FieldsCard({ person, zone, may }: Props) {
  const { t } = useTranslation();
  const [editing, setEditing] = useState(false);
  const editable = may.write && person.fields.some((cell) => cell.may_edit);
  const groups = new Map<string, Cell[]>();
  for (const cell of person.fields) {
    groups.set(cell.field.group, [...(groups.get(cell.field.group) ?? []), cell]);
  }
  return (
    <section>
      <div className="part-head">
        <h2>{t("customers.page.identity")}</h2>
        {editable && !editing && (
          <Button type="link" size="small" onClick={() => setEditing(true)}>
            {t("customers.fields.edit")}
          </Button>
        )}
      </div>
      <dl className="facts">
        <dt>{t("customers.page.gender")}</dt>
        <dd>{person.gender ? t(`customers.page.genders.${person.gender}`) : nothing}</dd>
        {person.company && (
          <>
            <dt>{t("customers.page.company")}</dt>
            <dd>{person.company}</dd>
          </>
        )}
        {person.birthday && (
          <>
            <dt>{t("customers.page.birthday")}</dt>
            <dd className="num">{person.birthday}</dd>
          </>
        )}
      </dl>
      {editing ? (
        <EditFields person={person} zone={zone} onDone={() => setEditing(false)} />
      ) : (
        [...groups].map(([group, cells]) => (
          <div key={group}>
            {group && <h3 className="field-group">{group}</h3>}
            <dl className="facts">
              {cells.map((cell) => (
                <div key={cell.field.id} className="fact">
                  <dt title={cell.field.help || cell.field.name}>{cell.field.name}</dt>
                  <dd className="num">
                    <Shown cell={cell} zone={zone} />
                  </dd>
                </div>
              ))}
            </dl>
          </div>
        ))
      )}
    </section>
  );
}

function Shown({ cell, zone }: { cell: Cell; zone: string }) {
  const { t } = useTranslation();
  const { field, value } = cell;
  if (!value) return nothing;
  const labels = new Map(field.options.map((option) => [option.key, option.label]));
  const told = [value.value].flat();
  const words =
    field.kind === "yes_no"
      ? t(`customers.fields.${told[0] === "yes" ? "yes" : "no"}`)
      : field.kind === "money"
        ? money(told[0] ?? "")
        : field.kind === "number"
          ? [plain(told[0] ?? ""), field.unit].filter(Boolean).join(" ")
          : told.map((one) => labels.get(one) ?? one).join(t("common.comma"));
  return <span title={fullMoment(value.at, zone)}>{words}</span>;
}

const plain = (number: string) => (number.includes(".") ? number.replace(/\.?0+$/, "") : number);

const same = (one: Raw | undefined, other: Raw | undefined) =>
  JSON.stringify(one ?? "") === JSON.stringify(other ?? "");

function EditFields({
  person,
  zone,
  onDone,
}: {
  person: Profile;
  zone: string;
  onDone: () => void;
}) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Record<string, Raw>>();
  const [consenting, setConsenting] = useState(false);
  const write = useWriteValues(person.id);
  const words = useWords();
  const agreed = person.consents.some((one) => one.purpose === "sensitive");
  const cells = person.fields.filter((cell) => cell.may_edit);
  const before = Object.fromEntries(
    cells.map((cell) => [String(cell.field.id), cell.value?.value ?? null]),
  );
  const save = (after: Record<string, Raw>) => {
    const changed = Object.entries(after).filter(([key, value]) => !same(value, before[key]));
    if (changed.length === 0) return onDone();
    write.mutate(
      Object.fromEntries(changed.map(([key, value]) => [key, value === undefined ? null : value])),
      { onSuccess: onDone },
    );
  };
  return (
    <Form
      form={form}
      layout="vertical"
      requiredMark={false}
      className="edit-fields"
      initialValues={before}
      onFinish={save}
    >
      {cells.map(({ field }) => (
        <Form.Item
          key={field.id}
          name={String(field.id)}
          label={field.name}
          extra={
            field.is_sensitive && !agreed ? (
              <>
                {t("customers.fields.needsConsent")}
                <Button type="link" size="small" onClick={() => setConsenting(true)}>
                  {t("customers.consent.act")}
                </Button>
              </>
            ) : (
              field.help || undefined
            )
          }
        >
          {field.is_sensitive && !agreed ? (
            <span className="meta">{t("customers.fields.locked")}</span>
          ) : (
            <FieldInput field={field} />
          )}
        </Form.Item>
      ))}
      {write.isError && <Alert type="error" showIcon title={words(write.error)} />}
      <div className="note-buttons">
        <Button onClick={onDone}>{t("customers.fields.keep")}</Button>
        <Button type="primary" htmlType="submit" loading={write.isPending}>
          {t("customers.fields.save")}
        </Button>
      </div>
      {consenting && (
        <ConsentDialog
          person={person}
          zone={zone}
          purpose="sensitive"
          onClose={() => setConsenting(false)}
        />
      )}
    </Form>
  );
}
