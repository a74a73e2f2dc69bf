import { count } from "@yutang/ui";
import { Form, Input, InputNumber, TreeSelect } from "antd";
import type { ClipboardEvent } from "react";
import { useTranslation } from "react-i18next";
import { useDepartments, useStaff, useStaffOptions } from "../../../shared/choices.ts";
import { PickedMany } from "../../../shared/Picked.tsx";
import type { StoreDetail } from "../api/stores.ts";
import { type Draft, MANAGERS, MEMBERS, placeOf } from "./draft.ts";

const NAMES_SHOWN = 8;

export function StoreForm({ store }: { store: StoreDetail | null }) {
  const { t } = useTranslation();
  const needed = (key: string) => [
    { required: true, whitespace: true, message: t(`stores.fields.${key}Missing`) },
  ];
  const optional = (key: string) =>
    t("stores.fields.optional", { name: t(`stores.fields.${key}`) });
  return (
    <>
      <h3 className="stores-part">{t("stores.parts.facts")}</h3>
      <div className="stores-two">
        <Form.Item name="number" label={t("stores.fields.number")} rules={needed("number")}>
          <Input maxLength={40} autoFocus={store === null} />
        </Form.Item>
        <Form.Item name="name" label={t("stores.fields.name")} rules={needed("name")}>
          <Input maxLength={60} />
        </Form.Item>
      </div>
      <div className="stores-two narrow">
        <Form.Item name="city" label={optional("city")}>
          <Input maxLength={30} />
        </Form.Item>
        <Form.Item name="address" label={optional("address")}>
          <Input maxLength={200} />
        </Form.Item>
      </div>
      <div className="stores-two">
        <Form.Item name="phone" label={optional("phone")}>
          <Input maxLength={30} inputMode="tel" />
        </Form.Item>
        <Form.Item name="hours" label={optional("hours")}>
          <Input maxLength={100} placeholder={t("stores.fields.hoursHint")} />
        </Form.Item>
      </div>
      <Place />
      <h3 className="stores-part">{t("stores.parts.people")}</h3>
      <Form.Item
        name="managers"
        label={t("stores.fields.managers")}
        extra={t("stores.fields.managersAbout")}
      >
        <PickedMany useFound={useStaffOptions} most={MANAGERS} />
      </Form.Item>
      <Form.Item name="members" label={optional("members")}>
        <PickedMany useFound={useStaffOptions} most={MEMBERS} />
      </Form.Item>
      <Department />
    </>
  );
}

/** Both or neither; a pair pasted from a map fills both. */
function Place() {
  const { t } = useTranslation();
  const form = Form.useFormInstance<Draft>();
  const paste = (event: ClipboardEvent) => {
    const place = placeOf(event.clipboardData.getData("text"));
    if (!place) return;
    event.preventDefault();
    form.setFieldsValue(place);
  };
  const degrees = (
    key: "latitude" | "longitude",
    other: "latitude" | "longitude",
    most: number,
  ) => (
    <Form.Item
      name={key}
      label={t(`stores.fields.${key}`)}
      dependencies={[other]}
      rules={[
        ({ getFieldValue }) => ({
          validator: (_, value) =>
            value == null && getFieldValue(other) != null
              ? Promise.reject(new Error(t("stores.fields.placeHalf")))
              : Promise.resolve(),
        }),
      ]}
    >
      <InputNumber min={-most} max={most} onPaste={paste} />
    </Form.Item>
  );
  return (
    <>
      <div className="stores-two stores-place">
        {degrees("latitude", "longitude", 90)}
        {degrees("longitude", "latitude", 180)}
      </div>
      <p className="meta stores-about">{t("stores.fields.placeAbout")}</p>
    </>
  );
}

/** Its department, and who works in the store by it. */
function Department() {
  const { t } = useTranslation();
  const chosen = Form.useWatch<number | null>("department") ?? undefined;
  const departments = useDepartments();
  return (
    <Form.Item
      name="department"
      label={t("stores.fields.optional", { name: t("stores.fields.department") })}
      extra={
        chosen === undefined ? t("stores.fields.departmentAbout") : <ByDepartment id={chosen} />
      }
    >
      <TreeSelect<number>
        allowClear
        showSearch={{ treeNodeFilterProp: "title" }}
        loading={departments.isPending}
        treeDataSimpleMode
        treeData={(departments.data?.items ?? []).map((one) => ({
          id: one.id,
          pId: one.parent_id ?? 0,
          value: one.id,
          title: one.name,
        }))}
      />
    </Form.Item>
  );
}

function ByDepartment({ id }: { id: number }) {
  const { t } = useTranslation();
  const staff = useStaff("", id);
  if (!staff.data) return null;
  const { items, total } = staff.data;
  const names = items.slice(0, NAMES_SHOWN).map((one) => one.name);
  const key = total === 0 ? "none" : total > names.length ? "some" : "all";
  return (
    <span aria-live="polite">
      {t(`stores.byDepartment.${key}`, {
        names: names.join(t("common.comma")),
        n: count(total),
        count: total,
      })}
    </span>
  );
}
