import { Alert, Button, Checkbox, Drawer, Form, Input, Select } from "antd";
import { useTranslation } from "react-i18next";
import { type BuiltIn, type Role, type Roles, useSaveRole } from "../api/people.ts";
import { GROUPS, useRoleName, useTrouble } from "./words.ts";

interface Draft {
  name: string;
  based_on: BuiltIn;
  permissions: string[];
}

type Permission = Roles["permissions"][number];

interface Props {
  /** Null: a new one. */
  role: Role | null;
  permissions: readonly Permission[];
  bases: readonly Role[];
  mayWrite: boolean;
  onClose: () => void;
}

/** Check boxes of what a role allows, by what it is about. */
export function RoleDrawer({ role, permissions, bases, mayWrite, onClose }: Props) {
  const { t } = useTranslation();
  const name = useRoleName();
  const [form] = Form.useForm<Draft>();
  const save = useSaveRole();
  const trouble = useTrouble();
  const fixed = role !== null && (role.id === null || !role.may_give || !mayWrite);
  const why = role?.id === null ? "fixed" : mayWrite ? "beyond" : "readOnly";
  return (
    <Drawer
      open
      size={560}
      title={role ? name(role) : t("people.roles.add")}
      onClose={onClose}
      footer={
        fixed ? null : (
          <div className="drawer-foot">
            <Button onClick={onClose}>{t("common.cancel")}</Button>
            <Button type="primary" loading={save.isPending} onClick={() => form.submit()}>
              {t(role ? "people.roles.save" : "people.roles.create")}
            </Button>
          </div>
        )
      }
    >
      {fixed && (
        <Alert type="info" showIcon title={t(`people.roles.${why}`)} style={{ marginBottom: 16 }} />
      )}
      <Form<Draft>
        form={form}
        layout="vertical"
        requiredMark={false}
        disabled={fixed}
        initialValues={
          role
            ? { name: name(role), based_on: role.based_on, permissions: role.permissions }
            : { based_on: "manager", permissions: usual("manager", bases, permissions) }
        }
        onFinish={(body) => save.mutate({ id: role?.id ?? null, body }, { onSuccess: onClose })}
      >
        {role?.id !== null && (
          <>
            <Form.Item
              name="name"
              label={t("people.roles.fields.name")}
              rules={[{ required: true, whitespace: true, message: t("people.roles.noName") }]}
            >
              <Input maxLength={30} autoFocus={role === null} />
            </Form.Item>
            <Form.Item
              name="based_on"
              label={t("people.roles.fields.basedOn")}
              extra={t("people.roles.basedOnHelp")}
            >
              <Select
                options={bases.map((one) => ({
                  value: one.name,
                  label: name(one),
                  disabled: !one.may_give,
                }))}
                onChange={(next: string) =>
                  role === null &&
                  form.setFieldValue("permissions", usual(next, bases, permissions))
                }
              />
            </Form.Item>
          </>
        )}
        <Form.Item name="permissions" label={t("people.roles.fields.permissions")}>
          <Allowed permissions={permissions} fixed={fixed} />
        </Form.Item>
        {save.error && <Alert type="error" showIcon title={trouble(save.error)} />}
      </Form>
    </Drawer>
  );
}

/** What the role that it is based on allows, as far as one may give it. */
function usual(base: string, bases: readonly Role[], permissions: readonly Permission[]): string[] {
  const held = new Set(permissions.filter((one) => one.held).map((one) => one.name));
  return (bases.find((one) => one.name === base)?.permissions ?? []).filter((one) => held.has(one));
}

interface AllowedProps {
  permissions: readonly Permission[];
  fixed: boolean;
  value?: string[];
  onChange?: (names: string[]) => void;
  id?: string;
}

function Allowed({ permissions, fixed, value = [], onChange, id }: AllowedProps) {
  const { t } = useTranslation();
  const grouped = Object.entries(GROUPS);
  const known = new Set(Object.values(GROUPS).flat());
  const rest = permissions.filter((one) => !known.has(one.name)).map((one) => one.name);
  const byName = new Map(permissions.map((one) => [one.name, one]));
  return (
    <div className="role-groups" id={id}>
      {[...grouped, ["rest", rest] as const].map(([key, names]) => {
        const here = names.filter((one) => byName.has(one));
        if (here.length === 0) return null;
        return (
          <fieldset key={key}>
            <legend>{t(`people.groups.${key}`)}</legend>
            <Checkbox.Group
              value={value.filter((one) => here.includes(one))}
              options={here.map((one) => {
                const permission = byName.get(one);
                const beyond = !permission?.held && !value.includes(one);
                return {
                  value: one,
                  label: t(
                    [`people.permissions.${one.replace(".", "_")}`, "people.permissions.other"],
                    {
                      what: permission?.what ?? one,
                    },
                  ),
                  disabled: fixed || beyond,
                  title: beyond
                    ? t("people.roles.notHeld")
                    : permission?.whole_corp
                      ? t("people.roles.wholeCorp")
                      : "",
                };
              })}
              onChange={(next) =>
                onChange?.([...value.filter((one) => !here.includes(one)), ...next])
              }
            />
          </fieldset>
        );
      })}
    </div>
  );
}
