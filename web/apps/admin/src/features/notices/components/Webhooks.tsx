import { ProblemError } from "@yutang/api";
import { State, shortMoment } from "@yutang/ui";
import { Alert, Button, Skeleton, Table } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Failed } from "../../../shared/Failed.tsx";
import {
  type MadeWebhook,
  useKeepWebhook,
  useTestWebhook,
  useWebhooks,
  type Webhook,
} from "../api/doors.ts";
import type { Kind } from "../api/notices.ts";
import { Deliveries } from "./Deliveries.tsx";
import { WebhookDrawer } from "./WebhookDrawer.tsx";
import { WebhookSecret } from "./WebhookSecret.tsx";

const MOST = 5;

interface Props {
  kinds: readonly Kind[];
  zone: string;
  mayChange: boolean;
}

/** The company's own systems that are told, with how it went. */
export function Webhooks({ kinds, zone, mayChange }: Props) {
  const { t, i18n } = useTranslation();
  const hooks = useWebhooks();
  const test = useTestWebhook();
  const keep = useKeepWebhook();
  const [editing, setEditing] = useState<Webhook | "new">();
  const [made, setMade] = useState<MadeWebhook>();
  const words = i18n.language === "en" ? "en" : "zh";
  const names = new Map(kinds.map((kind) => [kind.kind, kind.title[words]]));
  if (hooks.isPending) return <Skeleton active paragraph={{ rows: 3 }} />;
  if (!hooks.data) {
    return <Failed title={t("byDoor.hooks.loadFailed")} onAgain={() => hooks.refetch()} />;
  }
  const { items } = hooks.data;
  const outcome = (hook: Webhook) => {
    if (!hook.last) return t("byDoor.hooks.never");
    const when = shortMoment(hook.last.tried_at ?? hook.last.made_at, zone);
    return hook.last.state === "taken"
      ? t("byDoor.hooks.taken", { when })
      : t("byDoor.hooks.failed", { when, reason: hook.last.reason ?? "" });
  };
  const lock = mayChange ? undefined : t("told.page.locked");
  return (
    <>
      <div className="told-row">
        <p className="meta">{t("byDoor.hooks.about")}</p>
        <Button
          disabled={!mayChange || items.length >= MOST}
          title={lock ?? (items.length >= MOST ? t("byDoor.hooks.full", { n: MOST }) : undefined)}
          onClick={() => setEditing("new")}
        >
          {t("byDoor.hooks.add")}
        </Button>
      </div>
      {test.data && (
        <Alert
          type={test.data.state === "taken" ? "success" : "warning"}
          showIcon
          title={
            test.data.state === "taken"
              ? t("byDoor.hooks.tested", { seconds: test.data.seconds ?? 0 })
              : t("byDoor.hooks.testFailed", { reason: test.data.reason ?? "" })
          }
        />
      )}
      {(test.error ?? keep.error) && (
        <Alert
          type="error"
          showIcon
          title={
            (test.error ?? keep.error) instanceof ProblemError
              ? t("told.page.notSaved")
              : t("common.offline")
          }
        />
      )}
      <Table<Webhook>
        rowKey="id"
        dataSource={items}
        pagination={false}
        scroll={{ x: 720 }}
        locale={{ emptyText: <p>{t("byDoor.hooks.empty")}</p> }}
        expandable={{
          expandedRowRender: (hook) => <Deliveries id={hook.id} zone={zone} names={names} />,
        }}
        columns={[
          {
            key: "url",
            title: t("byDoor.hooks.url"),
            render: (_, hook) => (
              <>
                <span className="told-url">{hook.url}</span>
                <div className="meta">
                  {hook.kinds
                    ? hook.kinds.map((kind) => names.get(kind) ?? kind).join(t("common.comma"))
                    : t("byDoor.hooks.every")}
                </div>
              </>
            ),
          },
          {
            key: "state",
            title: t("byDoor.hooks.state"),
            width: 240,
            render: (_, hook) => (
              <>
                <State
                  tone={hook.enabled ? "ok" : hook.off_reason ? "warn" : "off"}
                  word={
                    hook.enabled
                      ? t("byDoor.hooks.on")
                      : t(hook.off_reason ? "byDoor.hooks.offItself" : "byDoor.hooks.off")
                  }
                />
                <div className="meta">{outcome(hook)}</div>
              </>
            ),
          },
          {
            key: "acts",
            title: t("byDoor.hooks.acts"),
            width: 240,
            render: (_, hook) => (
              <div className="told-acts">
                <Button
                  size="small"
                  disabled={!mayChange}
                  title={lock}
                  loading={test.isPending && test.variables === hook.id}
                  onClick={() => test.mutate(hook.id)}
                >
                  {t("byDoor.hooks.test")}
                </Button>
                <Button
                  size="small"
                  disabled={!mayChange}
                  title={lock}
                  onClick={() =>
                    keep.mutate({
                      id: hook.id,
                      url: hook.url,
                      kinds: hook.kinds,
                      enabled: !hook.enabled,
                    })
                  }
                >
                  {t(hook.enabled ? "byDoor.hooks.turnOff" : "byDoor.hooks.turnOn")}
                </Button>
                <Button
                  size="small"
                  disabled={!mayChange}
                  title={lock}
                  onClick={() => setEditing(hook)}
                >
                  {t("byDoor.hooks.change")}
                </Button>
              </div>
            ),
          },
        ]}
      />
      {editing && (
        <WebhookDrawer
          hook={editing === "new" ? undefined : editing}
          kinds={kinds}
          onClose={() => setEditing(undefined)}
          onMade={(one) => {
            setEditing(undefined);
            setMade(one);
          }}
        />
      )}
      {made && <WebhookSecret made={made} onClose={() => setMade(undefined)} />}
    </>
  );
}
