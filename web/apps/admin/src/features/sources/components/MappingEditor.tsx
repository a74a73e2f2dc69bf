import { Alert, Button, Form, Input, Table } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import {
  ID_KINDS,
  type Mapping,
  type Source,
  useSaveMapping,
  useTryMapping,
} from "../api/sources.ts";
import { useReason, useTrouble } from "./words.ts";

const EXAMPLE = `{
  "orders": [
    {
      "number": "A1001",
      "state": "trade_paid",
      "paid": "2026-01-31T08:00:00+08:00",
      "total": "128.50",
      "buyer": { "phone": "13800000000" }
    }
  ]
}`;
const PLACES = ["each", "message", "kind", "fixed_kind", "at"] as const;
const NOTHING: Mapping = {
  each: "",
  message: "",
  kind: "",
  kinds: {},
  fixed_kind: "",
  at: "",
  ids: {},
  properties: {},
};

/** `name = path`, one a line: as people write such lists. */
function lines(pairs: Record<string, string>): string {
  return Object.entries(pairs)
    .map(([name, path]) => `${name} = ${path}`)
    .join("\n");
}

function pairsOf(text: string): Record<string, string> {
  return Object.fromEntries(
    text
      .split("\n")
      .map((line) => line.split("="))
      .filter(([name, path]) => name?.trim() && path?.trim())
      .map(([name = "", ...rest]) => [name.trim(), rest.join("=").trim()]),
  );
}

/** What stands where in a webhook's body: pasted, pointed at, seen before it is saved. */
export function MappingEditor({ row, mayWrite }: { row: Source; mayWrite: boolean }) {
  const { t } = useTranslation();
  const trouble = useTrouble();
  const reason = useReason();
  const attempt = useTryMapping();
  const save = useSaveMapping(row.id);
  const kept = { ...NOTHING, ...row.mapping };
  const [example, setExample] = useState(EXAMPLE);
  const [places, setPlaces] = useState<Record<(typeof PLACES)[number], string>>(kept);
  const [ids, setIds] = useState<Record<string, string>>(kept.ids);
  const [kinds, setKinds] = useState(lines(kept.kinds));
  const [properties, setProperties] = useState(lines(kept.properties));
  const [broken, setBroken] = useState(false);
  const mapping: Mapping = {
    ...places,
    ids: Object.fromEntries(Object.entries(ids).filter(([, path]) => path.trim() !== "")),
    kinds: pairsOf(kinds),
    properties: pairsOf(properties),
  };
  const look = () => {
    try {
      const parsed: unknown = JSON.parse(example);
      setBroken(false);
      attempt.mutate({ mapping, example: parsed });
    } catch {
      setBroken(true);
    }
  };
  const wrong = broken ? t("sources.mapping.noJson") : trouble(attempt.error ?? save.error);
  return (
    <div className="sources-mapping">
      <p className="meta">{t("sources.mapping.about")}</p>
      <Form.Item label={t("sources.mapping.example")} layout="vertical">
        <Input.TextArea
          className="mono"
          rows={6}
          value={example}
          onChange={(event) => setExample(event.target.value)}
          aria-label={t("sources.mapping.example")}
        />
      </Form.Item>
      {PLACES.map((name) => (
        <Form.Item
          key={name}
          layout="vertical"
          label={t(`sources.mapping.${name}`)}
          extra={t(`sources.mapping.${name}Help`)}
        >
          <Input
            className="mono"
            aria-label={t(`sources.mapping.${name}`)}
            value={places[name]}
            onChange={(event) => setPlaces({ ...places, [name]: event.target.value })}
          />
        </Form.Item>
      ))}
      <Form.Item
        layout="vertical"
        label={t("sources.mapping.kinds")}
        extra={t("sources.mapping.kindsHelp")}
      >
        <Input.TextArea
          className="mono"
          rows={2}
          aria-label={t("sources.mapping.kinds")}
          value={kinds}
          onChange={(event) => setKinds(event.target.value)}
        />
      </Form.Item>
      <fieldset className="sources-ids">
        <legend>{t("sources.mapping.ids")}</legend>
        {ID_KINDS.map((kind) => (
          <label key={kind} htmlFor={`mapping-${kind}`}>
            <span>{t(`sources.ids.${kind}`)}</span>
            <Input
              id={`mapping-${kind}`}
              className="mono"
              value={ids[kind] ?? ""}
              onChange={(event) => setIds({ ...ids, [kind]: event.target.value })}
            />
          </label>
        ))}
      </fieldset>
      <Form.Item
        layout="vertical"
        label={t("sources.mapping.properties")}
        extra={t("sources.mapping.propertiesHelp")}
      >
        <Input.TextArea
          className="mono"
          rows={4}
          aria-label={t("sources.mapping.properties")}
          value={properties}
          onChange={(event) => setProperties(event.target.value)}
        />
      </Form.Item>
      {wrong !== undefined && <Alert type="error" showIcon title={wrong} />}
      <div className="acts">
        <Button
          disabled={!mayWrite}
          title={mayWrite ? undefined : t("sources.locked")}
          loading={attempt.isPending}
          onClick={look}
        >
          {t("sources.mapping.try")}
        </Button>
        <Button
          type="primary"
          disabled={!mayWrite || !attempt.isSuccess}
          title={attempt.isSuccess ? undefined : t("sources.mapping.tryFirst")}
          loading={save.isPending}
          onClick={() => save.mutate(mapping)}
        >
          {t("sources.mapping.save")}
        </Button>
        {save.isSuccess && <span className="meta">{t("sources.mapping.saved")}</span>}
      </div>
      {attempt.data && (
        <Table
          size="small"
          rowKey={(one) => `${one.message}${one.kind}${one.reason}`}
          dataSource={attempt.data.items}
          pagination={false}
          scroll={{ x: 460 }}
          columns={[
            {
              title: t("sources.columns.event"),
              width: 140,
              render: (_, one) => (one.reason ? reason(one.reason, one.words) : one.kind),
            },
            {
              title: t("sources.mapping.ids"),
              width: 150,
              render: (_, one) =>
                Object.entries(one.ids).map(([kind, value]) => (
                  <div key={kind}>
                    {t(`sources.ids.${kind}`)} <span className="num">{value}</span>
                  </div>
                )),
            },
            {
              title: t("sources.mapping.properties"),
              render: (_, one) => <code>{JSON.stringify(one.props)}</code>,
            },
          ]}
        />
      )}
    </div>
  );
}
