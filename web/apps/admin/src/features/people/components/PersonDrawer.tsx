import { Link } from "@tanstack/react-router";
import { Alert, Button, Drawer, Form, Input, Select, Switch } from "antd";
import { useTranslation } from "react-i18next";
import {
  BUILT_IN,
  type BuiltIn,
  type Person,
  type Role,
  type Scope,
  SEES_ALL,
  useChangePerson,
  useInvite,
  useRoles,
} from "../api/people.ts";
import { type Member, MemberPicker } from "./MemberPicker.tsx";
import { ScopePicker } from "./ScopePicker.tsx";
import { SessionsOf } from "./SessionsOf.tsx";
import { useRoleName, useTrouble } from "./words.ts";

interface Draft {
  name: string;
  login: string;
  /** A built-in role's word, or the id of one of the company's own. */
  role: string;
  scopes: Scope[];
  member: Member | null;
  with_password: boolean;
}

interface Props {
  /** Null: somebody is invited. */
  person: Person | null;
  zone: string;
  seesAll: boolean;
  mayWrite: boolean;
  /** Whether he may hand a member's customers over. */
  mayHandOver: boolean;
  onClose: () => void;
  onInvited: (person: Person, password: string | null) => void;
}

const keyOf = (role: Pick<Role, "id" | "name">) => (role.id === null ? role.name : String(role.id));

function draftOf(person: Person | null): Partial<Draft> {
  if (person === null) return { role: "manager", scopes: [], member: null, with_password: true };
  return {
    name: person.name,
    login: person.login,
    role: person.role_id === null ? person.role : String(person.role_id),
    scopes: person.scopes,
    member: person.member,
  };
}

const roleOf = (key: string) =>
  /^\d+$/.test(key)
    ? { role_id: Number(key) }
    : { role: BUILT_IN.find((one) => one === key) as BuiltIn };

const bare = (scopes: Scope[]) => scopes.map(({ kind, ref_id }) => ({ kind, ref_id }));

/** Who he is, what he may do, whom he sees; of whom is here already, where he is signed in. */
export function PersonDrawer(props: Props) {
  const { person, seesAll, onClose } = props;
  const { t } = useTranslation();
  const [form] = Form.useForm<Draft>();
  const invite = useInvite();
  const change = useChangePerson();
  const trouble = useTrouble();
  const member = Form.useWatch("member", form);
  const withPassword = Form.useWatch("with_password", form) ?? true;
  const locked = person !== null && !(person.may_change && props.mayWrite);
  const error = invite.error ?? change.error;
  const save = (draft: Draft) => {
    const body = {
      name: draft.name.trim(),
      ...roleOf(draft.role),
      scopes: bare(draft.scopes ?? []),
      staff_id: draft.member?.id ?? null,
    };
    if (person) {
      change.mutate({ id: person.id, body: changed(person, draft, body) }, { onSuccess: onClose });
    } else {
      invite.mutate(
        {
          ...body,
          login: draft.login.trim(),
          with_password: draft.member ? draft.with_password : true,
        },
        { onSuccess: (made) => props.onInvited(made.person, made.first_password) },
      );
    }
  };
  return (
    <Drawer
      open
      size={560}
      title={person ? person.name : t("people.invite.title")}
      onClose={onClose}
      footer={
        locked ? null : (
          <div className="drawer-foot">
            <Button onClick={onClose}>{t("common.cancel")}</Button>
            <Button
              type="primary"
              loading={invite.isPending || change.isPending}
              onClick={() => form.submit()}
            >
              {t(person ? "people.edit.save" : "people.invite.submit")}
            </Button>
          </div>
        )
      }
    >
      {locked && (
        <Alert
          type="info"
          showIcon
          title={t(props.mayWrite ? "people.edit.locked" : "people.edit.readOnly")}
          style={{ marginBottom: 16 }}
        />
      )}
      <Form<Draft>
        form={form}
        layout="vertical"
        requiredMark={false}
        disabled={locked}
        initialValues={draftOf(person)}
        onFinish={save}
      >
        <Form.Item
          name="name"
          label={t("people.fields.name")}
          rules={[{ required: true, whitespace: true, message: t("people.fields.noName") }]}
        >
          <Input maxLength={50} autoFocus={person === null} />
        </Form.Item>
        <Form.Item
          name="login"
          label={t("people.fields.login")}
          extra={person ? t("people.fields.loginStays") : t("people.fields.loginHelp")}
          rules={[{ required: true, pattern: /^\S+$/, message: t("people.fields.noLogin") }]}
        >
          <Input maxLength={100} disabled={person !== null || locked} autoComplete="off" />
        </Form.Item>
        <RoleSelect
          isNew={person === null}
          seesAll={seesAll}
          onScopes={(scopes) => form.setFieldValue("scopes", scopes)}
        />
        <Form.Item name="scopes" label={t("people.fields.scopes")}>
          <ScopePicker mayGiveAll={seesAll} />
        </Form.Item>
        <Form.Item name="member" label={t("people.fields.member")} extra={t("people.member.help")}>
          <MemberPicker />
        </Form.Item>
        {person?.member && props.mayHandOver && (
          <p className="people-handover">
            <Link to="/handovers/new" search={{ from: person.member.id }}>
              {t("people.member.handOver", { name: person.member.name })}
            </Link>
          </p>
        )}
        {person === null && member && (
          <Form.Item
            name="with_password"
            label={t("people.fields.password")}
            valuePropName="checked"
            extra={t(withPassword ? "people.invite.withPassword" : "people.invite.withoutPassword")}
          >
            <Switch aria-label={t("people.fields.password")} />
          </Form.Item>
        )}
        {error && <Alert type="error" showIcon title={trouble(error)} />}
      </Form>
      {person && <SessionsOf person={person} zone={props.zone} mayEnd={!locked} />}
    </Drawer>
  );
}

/** Only what is new: who sees less than he may not say again what somebody else gave. */
function changed(
  person: Person,
  draft: Draft,
  body: {
    name: string;
    scopes: { kind: Scope["kind"]; ref_id: number }[];
    staff_id: number | null;
  },
) {
  const marks = (scopes: { kind: string; ref_id: number }[]) =>
    scopes
      .map((one) => `${one.kind}:${one.ref_id}`)
      .sort()
      .join();
  const before = draftOf(person);
  return {
    ...(body.name === person.name ? {} : { name: body.name }),
    ...(draft.role === before.role ? {} : roleOf(draft.role)),
    ...(marks(body.scopes) === marks(person.scopes) ? {} : { scopes: body.scopes }),
    ...(body.staff_id === person.staff_id ? {} : { staff_id: body.staff_id }),
  };
}

interface RoleProps {
  isNew: boolean;
  seesAll: boolean;
  onScopes: (scopes: Scope[]) => void;
}

function RoleSelect({ isNew, seesAll, onScopes }: RoleProps) {
  const { t } = useTranslation();
  const name = useRoleName();
  const roles = useRoles();
  const chosen = Form.useWatch<string | undefined>("role");
  const items = roles.data?.items ?? [];
  const role = items.find((one) => keyOf(one) === chosen);
  return (
    <Form.Item
      name="role"
      label={t("people.fields.role")}
      extra={
        roles.isError
          ? t("people.roles.loadFailed")
          : role?.id === null
            ? t(`people.roles.${role.name}.about`)
            : role && t("people.roles.ownAbout", { count: role.permissions.length })
      }
    >
      <Select
        loading={roles.isPending}
        options={items.map((one) => ({
          value: keyOf(one),
          label: name(one),
          disabled: !one.may_give,
          title: one.may_give ? "" : t("people.roles.beyond"),
        }))}
        onChange={(next: string) => {
          const based = items.find((one) => keyOf(one) === next)?.based_on ?? "";
          if (isNew) {
            onScopes(
              seesAll && SEES_ALL.includes(based) ? [{ kind: "corp", ref_id: 0, name: null }] : [],
            );
          }
        }}
      />
    </Form.Item>
  );
}
