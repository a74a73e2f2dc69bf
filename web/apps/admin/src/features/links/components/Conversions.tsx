import { nothing, State, shortMoment, type Tone } from "@yutang/ui";
import { Alert, Button, Form, Input, Skeleton, Switch, Table } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Copyable } from "../../../shared/Copyable.tsx";
import { Failed } from "../../../shared/Failed.tsx";
import {
  type Hook,
  type HookWish,
  useHook,
  useRenewSecret,
  useSaveHook,
  useTestHook,
} from "../api/landings.ts";
import { useTrouble } from "./words.ts";

type Send = Hook["sends"][number];

interface Draft {
  url: string;
  fields: { name: string; words: string }[];
  only_clicks: boolean;
  enabled: boolean;
}

const TONES: Record<Send["state"], Tone> = { due: "info", taken: "ok", failed: "bad" };

/** One address that is told which clicks became customers. */
export function Conversions({ zone, mayWrite }: { zone: string; mayWrite: boolean }) {
  const { t } = useTranslation();
  const hook = useHook();
  if (hook.isPending) return <Skeleton active paragraph={{ rows: 6 }} />;
  if (hook.isError) {
    return <Failed title={t("conversions.failed")} onAgain={() => hook.refetch()} />;
  }
  return <Loaded hook={hook.data} zone={zone} mayWrite={mayWrite} />;
}

function Loaded({ hook, zone, mayWrite }: { hook: Hook; zone: string; mayWrite: boolean }) {
  const { t } = useTranslation();
  const trouble = useTrouble();
  const save = useSaveHook();
  const renew = useRenewSecret();
  const trial = useTestHook();
  const [secret, setSecret] = useState<string | null>(null);
  const submit = ({ fields, ...draft }: Draft) => {
    const wish: HookWish = {
      ...draft,
      fields: Object.fromEntries(fields.map((one) => [one.name, one.words ?? ""])),
    };
    save.mutate(wish, { onSuccess: (made) => made.secret && setSecret(made.secret) });
  };
  const wrong = trouble(save.error ?? renew.error ?? trial.error);
  return (
    <div className="links-hook">
      <p>{t("conversions.about")}</p>
      {secret !== null && (
        <Alert
          type="warning"
          showIcon
          title={t("conversions.secretOnce")}
          description={<Copyable text={secret} label={t("conversions.secret")} />}
        />
      )}
      <Form<Draft>
        layout="vertical"
        requiredMark={false}
        disabled={!mayWrite}
        initialValues={{
          url: hook.url ?? "",
          fields: Object.entries(hook.fields).map(([name, words]) => ({ name, words })),
          only_clicks: hook.only_clicks,
          enabled: hook.url === null ? true : hook.enabled,
        }}
        onFinish={submit}
      >
        <Form.Item
          name="url"
          label={t("conversions.url")}
          extra={t("conversions.urlHelp")}
          rules={[{ required: true, message: t("conversions.urlMissing") }]}
        >
          <Input placeholder="https://" maxLength={2048} />
        </Form.Item>
        <Fields placeholders={hook.placeholders} mayWrite={mayWrite} />
        <Form.Item
          name="only_clicks"
          label={t("conversions.onlyClicks")}
          valuePropName="checked"
          extra={t("conversions.onlyClicksHelp")}
        >
          <Switch aria-label={t("conversions.onlyClicks")} />
        </Form.Item>
        <Form.Item name="enabled" label={t("conversions.enabled")} valuePropName="checked">
          <Switch aria-label={t("conversions.enabled")} />
        </Form.Item>
        {wrong !== undefined && <Alert type="error" showIcon title={wrong} />}
        <div className="acts">
          <Button
            type="primary"
            htmlType="submit"
            loading={save.isPending}
            title={mayWrite ? undefined : t("links.locked")}
          >
            {t("conversions.save")}
          </Button>
          <Button
            disabled={!mayWrite || hook.url === null}
            title={hook.url === null ? t("conversions.saveFirst") : undefined}
            loading={trial.isPending}
            onClick={() => trial.mutate(undefined)}
          >
            {t("conversions.test")}
          </Button>
          <Button
            disabled={!mayWrite || hook.url === null}
            title={hook.url === null ? t("conversions.saveFirst") : undefined}
            loading={renew.isPending}
            onClick={() =>
              renew.mutate(undefined, { onSuccess: (made) => setSecret(made.secret ?? null) })
            }
          >
            {t("conversions.renew")}
          </Button>
        </div>
      </Form>
      <h2>{t("conversions.sends")}</h2>
      <Sends rows={hook.sends} zone={zone} />
    </div>
  );
}

function Fields({ placeholders, mayWrite }: { placeholders: string[]; mayWrite: boolean }) {
  const { t } = useTranslation();
  return (
    <Form.Item
      label={t("conversions.fields")}
      extra={t("conversions.fieldsHelp", {
        list: placeholders.map((one) => `{${one}}`).join(" "),
      })}
    >
      <Form.List name="fields">
        {(rows, { add, remove }) => (
          <>
            {rows.map((row) => (
              <div key={row.key} className="links-field">
                <Form.Item
                  name={[row.name, "name"]}
                  noStyle
                  rules={[{ required: true, pattern: /^[\w.-]{1,40}$/ }]}
                >
                  <Input aria-label={t("conversions.fieldName")} maxLength={40} />
                </Form.Item>
                <Form.Item name={[row.name, "words"]} noStyle>
                  <Input aria-label={t("conversions.fieldWords")} maxLength={300} />
                </Form.Item>
                {mayWrite && (
                  <Button onClick={() => remove(row.name)}>{t("conversions.dropField")}</Button>
                )}
              </div>
            ))}
            {mayWrite && (
              <Button onClick={() => add({ name: "", words: "" })}>
                {t("conversions.addField")}
              </Button>
            )}
          </>
        )}
      </Form.List>
    </Form.Item>
  );
}

function Sends({ rows, zone }: { rows: Send[]; zone: string }) {
  const { t } = useTranslation();
  if (rows.length === 0) return <p className="meta">{t("conversions.noSends")}</p>;
  return (
    <Table<Send>
      rowKey="id"
      dataSource={rows}
      pagination={false}
      scroll={{ x: 720 }}
      columns={[
        {
          title: t("conversions.columns.at"),
          width: 120,
          className: "num",
          render: (_, row) => shortMoment(row.made_at, zone),
        },
        {
          title: t("conversions.columns.event"),
          width: 90,
          render: (_, row) => t(`conversions.events.${row.event}`),
        },
        {
          title: t("conversions.columns.state"),
          width: 110,
          render: (_, row) => (
            <State tone={TONES[row.state]} word={t(`conversions.states.${row.state}`)} />
          ),
        },
        {
          title: t("conversions.columns.tries"),
          width: 80,
          align: "right",
          className: "num",
          dataIndex: "tries",
        },
        {
          title: t("conversions.columns.status"),
          width: 90,
          align: "right",
          className: "num",
          render: (_, row) =>
            row.status ?? <span title={t("conversions.noAnswer")}>{nothing}</span>,
        },
        { title: t("conversions.columns.reason"), render: (_, row) => row.reason },
      ]}
    />
  );
}
