import { count } from "@yutang/ui";
import { App, Button, Skeleton, Table, Tooltip } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Failed } from "../../../shared/Failed.tsx";
import { type Role, useRemoveRole, useRoles } from "../api/people.ts";
import { RoleDrawer } from "./RoleDrawer.tsx";
import { useRoleName, useTrouble } from "./words.ts";
import "./people.css";

interface Props {
  mayWrite: boolean;
}

/** What each role may do, and how many have it. */
export function RolesPage({ mayWrite }: Props) {
  const { t } = useTranslation();
  const found = useRoles();
  const name = useRoleName();
  const [shown, setShown] = useState<Role | "new">();
  const roles = found.data;
  const all = roles?.permissions.length ?? 0;
  return (
    <>
      <header className="page-head">
        <div>
          <h1>{t("people.roles.title")}</h1>
          <p className="meta">{t("people.roles.about")}</p>
        </div>
        {mayWrite && (
          <Button type="primary" onClick={() => setShown("new")}>
            {t("people.roles.add")}
          </Button>
        )}
      </header>
      {found.isPending && <Skeleton active paragraph={{ rows: 6 }} />}
      {found.isError && (
        <Failed title={t("people.roles.loadFailed")} onAgain={() => found.refetch()} />
      )}
      {roles && (
        <Table<Role>
          rowKey={(role) => role.id ?? role.name}
          dataSource={roles.items}
          pagination={false}
          scroll={{ x: 720 }}
          columns={[
            {
              key: "name",
              title: t("people.roles.columns.name"),
              width: 180,
              render: (_, role) => (
                <div className="person-cell">
                  <button type="button" className="link strong" onClick={() => setShown(role)}>
                    {name(role)}
                  </button>
                  <div className="meta">
                    {role.id === null
                      ? t("people.roles.builtIn")
                      : t("people.roles.basedOn", {
                          role: t(`people.roles.${role.based_on}.name`),
                        })}
                  </div>
                </div>
              ),
            },
            {
              key: "allows",
              title: t("people.roles.columns.allows"),
              render: (_, role) => <Allows role={role} all={all} />,
            },
            {
              key: "people",
              title: t("people.roles.columns.people"),
              width: 100,
              align: "right",
              className: "num",
              render: (_, role) => count(role.people),
            },
            {
              key: "acts",
              title: <span className="visually-hidden">{t("people.columns.acts")}</span>,
              width: 96,
              align: "right",
              render: (_, role) => mayWrite && role.id !== null && <Remove role={role} />,
            },
          ]}
        />
      )}
      {roles && shown && (
        <RoleDrawer
          key={shown === "new" ? "new" : (shown.id ?? shown.name)}
          role={shown === "new" ? null : shown}
          permissions={roles.permissions}
          bases={roles.items.filter((one) => one.id === null)}
          mayWrite={mayWrite}
          onClose={() => setShown(undefined)}
        />
      )}
    </>
  );
}

function Allows({ role, all }: { role: Role; all: number }) {
  const { t } = useTranslation();
  if (role.permissions.length === 0) return <span>{t("people.roles.ownPages")}</span>;
  if (role.permissions.length === all) return <span>{t("people.roles.everything")}</span>;
  const words = role.permissions.map((one) =>
    t([`people.permissions.${one.replace(".", "_")}`, one]),
  );
  return (
    <span className="role-allows" title={words.join(t("common.comma"))}>
      {words.join(t("common.comma"))}
    </span>
  );
}

function Remove({ role }: { role: Role }) {
  const { t } = useTranslation();
  const { modal, message } = App.useApp();
  const remove = useRemoveRole();
  const trouble = useTrouble();
  const why = !role.may_give
    ? t("people.roles.beyond")
    : role.people > 0
      ? t("people.roles.inUse", { count: role.people, n: count(role.people) })
      : "";
  return (
    <Tooltip title={why}>
      <Button
        size="small"
        disabled={why !== ""}
        aria-label={t("people.roles.removeOne", { name: role.name })}
        onClick={() =>
          modal.confirm({
            title: t("people.roles.removeTitle", { name: role.name }),
            content: t("people.roles.removeWhy"),
            okText: t("people.roles.removeOne", { name: role.name }),
            cancelText: t("common.cancel"),
            okButtonProps: { danger: true },
            icon: null,
            onOk: () =>
              remove
                .mutateAsync(role.id ?? 0)
                .catch((error: Error) => message.error(trouble(error))),
          })
        }
      >
        {t("people.roles.remove")}
      </Button>
    </Tooltip>
  );
}
