import { clock, fullMoment, nothing, State, useWhen } from "@yutang/ui";
import { App, Button, Dropdown, Table } from "antd";
import { Ellipsis } from "lucide-react";
import { useTranslation } from "react-i18next";
import {
  type Person,
  useDisable,
  useEnable,
  useResetFactor,
  useResetPassword,
} from "../api/people.ts";
import { useRoleName, useScopeName, useTrouble } from "./words.ts";

interface Props {
  rows: readonly Person[];
  zone: string;
  me: number;
  mayWrite: boolean;
  onOpen: (id: number) => void;
  onPassword: (person: Person, password: string) => void;
}

const SCOPES_SHOWN = 2;

export function PeopleTable(props: Props) {
  const { t } = useTranslation();
  const tell = useWhen(props.zone);
  const role = useRoleName();
  return (
    <Table<Person>
      rowKey="id"
      dataSource={[...props.rows]}
      pagination={false}
      sticky={{ offsetHeader: 56 }}
      scroll={{ x: 900 }}
      columns={[
        {
          key: "name",
          title: t("people.columns.name"),
          fixed: "left",
          width: 200,
          render: (_, row) => (
            <div className="person-cell">
              <button type="button" className="link strong" onClick={() => props.onOpen(row.id)}>
                {row.name}
              </button>
              {row.id === props.me && <span className="meta"> {t("people.you")}</span>}
              <div className="meta cut" title={row.login}>
                {row.login}
              </div>
            </div>
          ),
        },
        {
          key: "role",
          title: t("people.columns.role"),
          width: 130,
          render: (_, row) =>
            role({
              id: row.role_id,
              name: row.role_id === null ? row.role : (row.role_name ?? ""),
            }),
        },
        {
          key: "scopes",
          title: t("people.columns.scopes"),
          width: 220,
          render: (_, row) => <Scopes row={row} />,
        },
        {
          key: "member",
          title: t("people.columns.member"),
          width: 140,
          render: (_, row) =>
            row.member ? (
              <span className="cut" title={row.member.account}>
                {row.member.name}
              </span>
            ) : (
              <span title={t("people.member.unlinked")}>{nothing}</span>
            ),
        },
        {
          key: "state",
          title: t("people.columns.state"),
          width: 150,
          render: (_, row) => (
            <>
              <Status row={row} zone={props.zone} />
              {row.second_factor && <div className="meta">{t("people.factor")}</div>}
            </>
          ),
        },
        {
          key: "seen",
          title: t("people.columns.seen"),
          width: 140,
          className: "num",
          render: (_, row) =>
            row.signed_in_at ? (
              <span title={fullMoment(row.signed_in_at, props.zone)}>{tell(row.signed_in_at)}</span>
            ) : (
              <span title={t("people.neverIn")}>{nothing}</span>
            ),
        },
        {
          key: "acts",
          title: <span className="visually-hidden">{t("people.columns.acts")}</span>,
          width: 56,
          render: (_, row) => props.mayWrite && <Acts row={row} {...props} />,
        },
      ]}
    />
  );
}

function Scopes({ row }: { row: Person }) {
  const { t } = useTranslation();
  const name = useScopeName();
  const words = row.scopes.map(name);
  if (words.length === 0) {
    return (
      <span title={t("people.scope.ownWhy")} className="meta">
        {t(row.member ? "people.scope.own" : "people.scope.nobody")}
      </span>
    );
  }
  const more = words.length - SCOPES_SHOWN;
  return (
    <span className="cut" title={words.join(t("common.comma"))}>
      {words.slice(0, SCOPES_SHOWN).join(t("common.comma"))}
      {more > 0 && ` ${t("people.scope.more", { n: more })}`}
    </span>
  );
}

function Status({ row, zone }: { row: Person; zone: string }) {
  const { t } = useTranslation();
  if (row.disabled_at) return <State tone="off" word={t("people.states.disabled")} />;
  if (row.member_gone) return <State tone="off" word={t("people.states.gone")} />;
  if (row.locked_until && new Date(row.locked_until) > new Date()) {
    const time = clock(row.locked_until, zone);
    return <State tone="bad" word={t("people.states.locked", { time })} />;
  }
  if (!row.signed_in_at) return <State tone="info" word={t("people.states.invited")} />;
  if (row.must_change_password) return <State tone="warn" word={t("people.states.first")} />;
  return <State tone="ok" word={t("people.states.in")} />;
}

function Acts({ row, me, onOpen, onPassword }: Props & { row: Person }) {
  const { t } = useTranslation();
  const { modal, message } = App.useApp();
  const trouble = useTrouble();
  const disable = useDisable();
  const enable = useEnable();
  const password = useResetPassword();
  const factor = useResetFactor();
  const failed = (error: Error) => message.error(trouble(error));
  const why = row.may_change ? "" : t("people.edit.locked");
  const named = { name: row.name };
  const ask = (key: "password" | "factor" | "disable", act: () => Promise<unknown>) =>
    modal.confirm({
      title: t(`people.acts.${key}Title`, named),
      content: t(`people.acts.${key}Why`, named),
      okText: t(`people.acts.${key}`),
      cancelText: t("common.cancel"),
      okButtonProps: { danger: key === "disable" },
      icon: null,
      onOk: () => act().catch(failed),
    });
  const acts: Record<string, () => void> = {
    open: () => onOpen(row.id),
    enable: () =>
      enable.mutate(row.id, {
        onSuccess: () => message.success(t("people.acts.enabled", named)),
        onError: failed,
      }),
    password: () =>
      ask("password", () =>
        password.mutateAsync(row.id).then((made) => onPassword(row, made.first_password)),
      ),
    factor: () =>
      ask("factor", () =>
        factor.mutateAsync(row.id).then(() => message.success(t("people.acts.factorDone", named))),
      ),
    disable: () =>
      ask("disable", () =>
        disable.mutateAsync(row.id).then(() => message.success(t("people.acts.disabled", named))),
      ),
  };
  const item = (key: string, disabled = !row.may_change, title = why) => ({
    key,
    disabled,
    title: disabled ? title : "",
    danger: key === "disable",
    label: t(`people.acts.${key}`),
  });
  return (
    <Dropdown
      trigger={["click"]}
      menu={{
        items: [
          item("open", false),
          item("password"),
          ...(row.second_factor ? [item("factor")] : []),
          row.disabled_at
            ? item("enable")
            : item(
                "disable",
                !row.may_change || row.id === me,
                row.id === me ? t("people.acts.notYourself") : why,
              ),
        ],
        onClick: ({ key }) => acts[key]?.(),
      }}
    >
      <Button
        type="text"
        aria-label={t("people.acts.of", named)}
        icon={<Ellipsis size={16} aria-hidden="true" />}
      />
    </Dropdown>
  );
}
