import { Alert, Button, Drawer, Form, Input, Radio, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useDepartments, useStoreOptions } from "../../../shared/choices.ts";
import { type Kind, type Made, type Scope, useMakeToken } from "../api/tokens.ts";
import { usePermissionName, useTrouble } from "./words.ts";

const DAYS = [7, 30, 90, 180, 365] as const;

interface Draft {
  name: string;
  permissions: string[];
  expires_in_days: number;
  sees: "corp" | "some";
  departments?: number[];
  stores?: number[];
}

interface Props {
  kind: Kind;
  permissions: readonly string[];
  seesAll: boolean;
  onClose: () => void;
  onMade: (made: Made) => void;
}

function scopesOf(draft: Draft): Scope[] {
  if (draft.sees === "corp") return [{ kind: "corp", ref_id: 0 }];
  return [
    ...(draft.departments ?? []).map((ref_id) => ({ kind: "department" as const, ref_id })),
    ...(draft.stores ?? []).map((ref_id) => ({ kind: "store" as const, ref_id })),
  ];
}

/** A token no wider than who makes it. */
export function TokenDrawer({ kind, permissions, seesAll, onClose, onMade }: Props) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Draft>();
  const make = useMakeToken();
  const trouble = useTrouble();
  const permissionName = usePermissionName();
  const sees = Form.useWatch("sees", form) ?? (seesAll ? "corp" : "some");
  return (
    <Drawer
      open
      size={520}
      title={t(`tokens.${kind}.make`)}
      onClose={onClose}
      footer={
        <div className="drawer-foot">
          <Button onClick={onClose}>{t("common.cancel")}</Button>
          <Button type="primary" loading={make.isPending} onClick={() => form.submit()}>
            {t("tokens.form.submit")}
          </Button>
        </div>
      }
    >
      <Form<Draft>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ expires_in_days: 90, sees: seesAll ? "corp" : "some", permissions: [] }}
        onFinish={(draft) =>
          make.mutate(
            {
              name: draft.name.trim(),
              permissions: draft.permissions,
              expires_in_days: draft.expires_in_days,
              scopes: kind === "service" ? scopesOf(draft) : null,
            },
            { onSuccess: onMade },
          )
        }
      >
        <Form.Item
          name="name"
          label={t("tokens.form.name")}
          extra={t(`tokens.${kind}.nameHelp`)}
          rules={[{ required: true, whitespace: true, message: t("tokens.form.noName") }]}
        >
          <Input maxLength={80} autoFocus />
        </Form.Item>
        <Form.Item
          name="permissions"
          label={t("tokens.form.permissions")}
          extra={t("tokens.form.permissionsHelp")}
          rules={[{ required: true, type: "array", message: t("tokens.form.noPermissions") }]}
        >
          <Select
            mode="multiple"
            showSearch={{ optionFilterProp: "label" }}
            options={permissions.map((name) => ({ value: name, label: permissionName(name) }))}
          />
        </Form.Item>
        {kind === "service" && (
          <Form.Item name="sees" label={t("tokens.form.sees")}>
            <Radio.Group
              options={[
                { value: "corp", label: t("tokens.form.corp"), disabled: !seesAll },
                { value: "some", label: t("tokens.form.some") },
              ]}
            />
          </Form.Item>
        )}
        {kind === "service" && sees === "some" && <Places />}
        <Form.Item
          name="expires_in_days"
          label={t("tokens.form.expires")}
          extra={t("tokens.form.expiresHelp")}
        >
          <Select
            options={DAYS.map((days) => ({
              value: days,
              label: t("tokens.form.days", { n: days }),
            }))}
          />
        </Form.Item>
        {make.error && <Alert type="error" showIcon title={trouble(make.error)} />}
      </Form>
    </Drawer>
  );
}

function Places() {
  const { t } = useTranslation();
  const [q, setQ] = useState("");
  const departments = useDepartments();
  const stores = useStoreOptions(q);
  const list = departments.data?.items ?? [];
  return (
    <>
      <Form.Item
        name="departments"
        label={t("tokens.form.departments")}
        rules={[
          ({ getFieldValue }) => ({
            validator: (_, value: number[] | undefined) =>
              value?.length || getFieldValue("stores")?.length
                ? Promise.resolve()
                : Promise.reject(new Error(t("tokens.form.noPlaces"))),
          }),
        ]}
      >
        <Select
          mode="multiple"
          loading={departments.isPending}
          showSearch={{ optionFilterProp: "label" }}
          options={list.map((one) => ({ value: one.id, label: one.name }))}
        />
      </Form.Item>
      <Form.Item name="stores" label={t("tokens.form.stores")}>
        <Select
          mode="multiple"
          loading={stores.loading}
          showSearch={{ filterOption: false, onSearch: setQ }}
          options={stores.options}
        />
      </Form.Item>
    </>
  );
}
