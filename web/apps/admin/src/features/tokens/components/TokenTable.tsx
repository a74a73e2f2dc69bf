import { dateTime, fullMoment, State, shortMoment } from "@yutang/ui";
import { Button, Skeleton, Table, Tooltip } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ActDialog } from "../../../shared/ActDialog.tsx";
import { Failed } from "../../../shared/Failed.tsx";
import { type Kind, type Token, useRevokeToken, useTokens } from "../api/tokens.ts";
import { usePermissionName, useTrouble } from "./words.ts";

const STATES = { live: "ok", expired: "off", revoked: "off", ended: "warn" } as const;

export function TokenTable({ kind, zone }: { kind: Kind; zone: string }) {
  const { t } = useTranslation();
  const found = useTokens(kind);
  const [ending, setEnding] = useState<Token>();
  const permissionName = usePermissionName();
  if (found.isPending) return <Skeleton active paragraph={{ rows: 3 }} />;
  if (!found.data) return <Failed title={t("tokens.loadFailed")} onAgain={() => found.refetch()} />;
  const items = found.data.pages.flatMap((page) => page.items);
  const moment = (at: string) => (
    <time dateTime={at} title={fullMoment(at, zone)}>
      {shortMoment(at, zone)}
    </time>
  );
  return (
    <>
      <Table<Token>
        rowKey="id"
        dataSource={items}
        pagination={false}
        scroll={{ x: 860 }}
        locale={{ emptyText: <p className="tokens-empty">{t(`tokens.${kind}.empty`)}</p> }}
        columns={[
          {
            key: "name",
            title: t("tokens.columns.name"),
            width: 200,
            render: (_, token) => (
              <>
                <span className="strong">{token.name}</span>
                <div className="meta">{t("tokens.by", { name: token.created_by })}</div>
              </>
            ),
          },
          {
            key: "permissions",
            title: t("tokens.columns.permissions"),
            render: (_, token) => {
              const names = token.permissions.map(permissionName);
              return (
                <Tooltip title={names.length > 2 ? names.join(t("common.comma")) : ""}>
                  <span>
                    {names.slice(0, 2).join(t("common.comma"))}
                    {names.length > 2 && ` ${t("tokens.more", { n: names.length - 2 })}`}
                  </span>
                </Tooltip>
              );
            },
          },
          {
            key: "state",
            title: t("tokens.columns.state"),
            width: 110,
            render: (_, token) => (
              <State tone={STATES[token.state]} word={t(`tokens.states.${token.state}`)} />
            ),
          },
          {
            key: "expires",
            title: t("tokens.columns.expires"),
            width: 160,
            className: "num",
            render: (_, token) => dateTime(token.expires_at, zone),
          },
          {
            key: "used",
            title: t("tokens.columns.used"),
            width: 170,
            className: "num",
            render: (_, token) =>
              token.last_used_at ? (
                <>
                  {moment(token.last_used_at)}
                  <div className="meta">{token.last_used_ip}</div>
                </>
              ) : (
                <span className="meta">{t("tokens.never")}</span>
              ),
          },
          {
            key: "acts",
            title: <span className="sr-only">{t("tokens.columns.acts")}</span>,
            width: 90,
            align: "right",
            render: (_, token) =>
              token.state === "live" && (
                <Button
                  type="text"
                  aria-label={t("tokens.revokeOne", { name: token.name })}
                  onClick={() => setEnding(token)}
                >
                  {t("tokens.revoke")}
                </Button>
              ),
          },
        ]}
      />
      {found.hasNextPage && (
        <Button loading={found.isFetchingNextPage} onClick={() => found.fetchNextPage()}>
          {t("common.more")}
        </Button>
      )}
      {ending && <Revoking token={ending} onClose={() => setEnding(undefined)} />}
    </>
  );
}

function Revoking({ token, onClose }: { token: Token; onClose: () => void }) {
  const { t } = useTranslation();
  const revoke = useRevokeToken();
  const trouble = useTrouble();
  return (
    <ActDialog
      danger
      focusCancel
      title={t("tokens.revoking.title", { name: token.name })}
      act={t("tokens.revoking.act")}
      loading={revoke.isPending}
      trouble={revoke.error ? trouble(revoke.error) : undefined}
      onAct={() => revoke.mutate(token.id, { onSuccess: onClose })}
      onClose={onClose}
    >
      <p>{t("tokens.revoking.why")}</p>
    </ActDialog>
  );
}
