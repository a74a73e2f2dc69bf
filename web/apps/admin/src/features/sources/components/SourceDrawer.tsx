import { count, dateTime, State, shortMoment } from "@yutang/ui";
import { Alert, Button, Form, Input, Skeleton, Table, Tabs } from "antd";
import { useTranslation } from "react-i18next";
import { Copyable } from "../../../shared/Copyable.tsx";
import { FormDrawer } from "../../../shared/FormDrawer.tsx";
import { SureButton } from "../../../shared/SureButton.tsx";
import {
  type Made,
  type Source,
  type SourceChange,
  useChangeSource,
  useDeleteSource,
  useEndFormer,
  useHours,
  useRetry,
  useRotate,
} from "../api/sources.ts";
import { MappingEditor } from "./MappingEditor.tsx";
import { Limit, Origins } from "./NewSourceDrawer.tsx";
import { placesOf, snippetOf } from "./snippets.ts";
import { useReason, useTrouble } from "./words.ts";

interface Props {
  row: Source;
  zone: string;
  mayWrite: boolean;
  onMade: (made: Made) => void;
  onStream: () => void;
  onClose: () => void;
}

/** One source: how it does, how it is connected, its keys, what it may. */
export function SourceDrawer({ row, zone, mayWrite, onMade, onStream, onClose }: Props) {
  const { t } = useTranslation();
  const trouble = useTrouble();
  const change = useChangeSource(row.id);
  const remove = useDeleteSource(row.id);
  return (
    <FormDrawer<SourceChange>
      title={row.name}
      state={
        <State
          tone={row.enabled ? "ok" : "off"}
          word={t(row.enabled ? "sources.states.on" : "sources.states.paused")}
        />
      }
      locked={!mayWrite}
      act={t("sources.save")}
      saving={change.isPending}
      trouble={trouble(change.error ?? remove.error)}
      initial={{
        name: row.name,
        events_per_second: row.events_per_second,
        ...(row.kind === "web" ? { origins: row.origins } : {}),
      }}
      onSave={(draft) => change.mutate(draft, { onSuccess: onClose })}
      onClose={onClose}
      remove={
        mayWrite && (
          <>
            <SureButton
              ask={t("sources.delete.ask", { name: row.name })}
              what={t("sources.delete.what")}
              act={t("sources.delete.act")}
              loading={remove.isPending}
              onSure={() => remove.mutate(undefined, { onSuccess: onClose })}
            />
            <Button
              loading={change.isPending}
              onClick={() => change.mutate({ enabled: !row.enabled })}
            >
              {t(row.enabled ? "sources.pause" : "sources.resume")}
            </Button>
          </>
        )
      }
      lead={
        <Tabs
          className="source-tabs"
          items={[
            {
              key: "health",
              label: t("sources.tabs.health"),
              children: <Hours row={row} zone={zone} mayWrite={mayWrite} onStream={onStream} />,
            },
            { key: "connect", label: t("sources.tabs.connect"), children: <Connect row={row} /> },
            {
              key: "keys",
              label: t(row.kind === "webhook" ? "sources.secret" : "sources.key"),
              children: <Keys row={row} zone={zone} mayWrite={mayWrite} onMade={onMade} />,
            },
            ...(row.kind === "webhook"
              ? [
                  {
                    key: "mapping",
                    label: t("sources.tabs.mapping"),
                    children: <MappingEditor row={row} mayWrite={mayWrite} />,
                  },
                ]
              : []),
          ]}
        />
      }
    >
      <Form.Item
        name="name"
        label={t("sources.fields.name")}
        rules={[{ required: true, whitespace: true, message: t("sources.fields.noName") }]}
      >
        <Input maxLength={80} />
      </Form.Item>
      {row.kind === "web" && <Origins />}
      <Limit />
    </FormDrawer>
  );
}

function Hours({
  row,
  zone,
  mayWrite,
  onStream,
}: {
  row: Source;
  zone: string;
  mayWrite: boolean;
  onStream: () => void;
}) {
  const { t } = useTranslation();
  const reason = useReason();
  const hours = useHours(row.id);
  const retry = useRetry(row.id);
  if (!hours.data) return <Skeleton active paragraph={{ rows: 3 }} />;
  const items = [...hours.data.items].reverse();
  return (
    <>
      {row.dead_batches > 0 && (
        <Alert
          type="error"
          showIcon
          title={t("sources.dead", { n: count(row.dead_batches) })}
          action={
            mayWrite && (
              <Button
                size="small"
                loading={retry.isPending}
                onClick={() => retry.mutate(undefined)}
              >
                {t("sources.retry")}
              </Button>
            )
          }
        />
      )}
      {items.length === 0 ? (
        <p className="meta">{t("sources.noHours")}</p>
      ) : (
        <Table
          size="small"
          rowKey="hour"
          dataSource={items}
          pagination={false}
          scroll={{ y: 220 }}
          columns={[
            {
              title: t("sources.columns.hour"),
              width: 110,
              className: "num",
              render: (_, one) => shortMoment(one.hour, zone),
            },
            {
              title: t("sources.columns.takenOf"),
              width: 90,
              align: "right",
              className: "num",
              render: (_, one) => count(one.taken),
            },
            {
              title: t("sources.columns.refusedOf"),
              render: (_, one) =>
                Object.entries(one.refused).map(([name, events]) => (
                  <div key={name}>
                    <span className="num">{count(events)}</span> {reason(name, name)}
                  </div>
                )),
            },
          ]}
        />
      )}
      <p>
        <Button onClick={onStream}>{t("sources.toStream")}</Button>
      </p>
    </>
  );
}

function Connect({ row }: { row: Source }) {
  const { t } = useTranslation();
  return (
    <div className="sources-snippets">
      {placesOf(row.kind).map((place) => (
        <section key={place}>
          <h3>{t(`sources.snippets.${place}`)}</h3>
          <p className="meta">{t(`sources.snippetHelp.${place}`)}</p>
          <Copyable
            code
            label={t(`sources.snippets.${place}`)}
            text={snippetOf(place, location.origin, t("sources.yourKey"), row.id)}
          />
        </section>
      ))}
    </div>
  );
}

function Keys({
  row,
  zone,
  mayWrite,
  onMade,
}: {
  row: Source;
  zone: string;
  mayWrite: boolean;
  onMade: (made: Made) => void;
}) {
  const { t } = useTranslation();
  const trouble = useTrouble();
  const rotate = useRotate(row.id);
  const end = useEndFormer(row.id);
  const wrong = trouble(rotate.error ?? end.error);
  const isHook = row.kind === "webhook";
  return (
    <>
      {isHook && <p>{t("sources.secretHelp")}</p>}
      <ul className="sources-keys">
        {row.keys.map((key) => (
          <li key={key.id}>
            <span className="mono">yk_…{key.hint}</span>
            <span className="meta">
              {t("sources.keyMade", { who: key.made_by, when: dateTime(key.made_at, zone) })}
            </span>
            {key.ends_at && (
              <State
                tone="warn"
                word={t("sources.keyEnds", { when: dateTime(key.ends_at, zone) })}
              />
            )}
          </li>
        ))}
      </ul>
      {wrong !== undefined && <Alert type="error" showIcon title={wrong} />}
      {mayWrite && (
        <div className="acts">
          <SureButton
            ask={t("sources.rotate.ask")}
            what={t(isHook ? "sources.rotate.whatHook" : "sources.rotate.what")}
            act={t("sources.rotate.act")}
            loading={rotate.isPending}
            onSure={() => rotate.mutate(undefined, { onSuccess: onMade })}
          />
          {row.keys.some((key) => key.ends_at) && (
            <Button loading={end.isPending} onClick={() => end.mutate(undefined)}>
              {t("sources.endFormer")}
            </Button>
          )}
        </div>
      )}
    </>
  );
}
