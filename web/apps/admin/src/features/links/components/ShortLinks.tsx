import { count, nothing, State, shortMoment } from "@yutang/ui";
import { Button, DatePicker, Form, Input, Select, Skeleton, Table } from "antd";
import type { Dayjs } from "dayjs";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Copyable } from "../../../shared/Copyable.tsx";
import { Failed } from "../../../shared/Failed.tsx";
import { FormDrawer } from "../../../shared/FormDrawer.tsx";
import { SureButton } from "../../../shared/SureButton.tsx";
import {
  type ShortLink,
  useDeleteShortLink,
  useMakeShortLink,
  usePages,
  useShortLinks,
  useTargets,
} from "../api/landings.ts";
import { useTrouble } from "./words.ts";

const KINDS = ["page", "channel", "url"] as const;

/** Short addresses of ours, each to where an operator said. */
export function ShortLinks({ zone, mayWrite }: { zone: string; mayWrite: boolean }) {
  const { t } = useTranslation();
  const links = useShortLinks();
  const remove = useDeleteShortLink();
  const [making, setMaking] = useState(false);
  if (links.isPending) return <Skeleton active paragraph={{ rows: 6 }} />;
  if (links.isError) {
    return <Failed title={t("landings.short.failed")} onAgain={() => links.refetch()} />;
  }
  return (
    <>
      <div className="filters">
        <Button
          type="primary"
          disabled={!mayWrite}
          title={mayWrite ? undefined : t("links.locked")}
          onClick={() => setMaking(true)}
        >
          {t("landings.short.new")}
        </Button>
      </div>
      {links.data.items.length === 0 ? (
        <div className="empty">
          <p>{t("landings.short.empty")}</p>
        </div>
      ) : (
        <Table<ShortLink>
          rowKey="id"
          dataSource={links.data.items}
          pagination={false}
          scroll={{ x: 980 }}
          columns={[
            { title: t("landings.columns.name"), width: 150, fixed: "left", dataIndex: "name" },
            {
              title: t("landings.short.address"),
              width: 270,
              render: (_, row) => (
                <Copyable text={row.address} label={t("landings.addressOf", { name: row.name })} />
              ),
            },
            {
              title: t("landings.short.target"),
              render: (_, row) => (
                <span className="clip" title={row.target}>
                  {row.target || t("landings.channelGone")}
                </span>
              ),
            },
            {
              title: t("landings.short.expires"),
              width: 130,
              render: (_, row) =>
                row.is_over ? (
                  <State tone="off" word={t("landings.short.over")} />
                ) : row.expires_at === null ? (
                  <span title={t("landings.short.never")}>{nothing}</span>
                ) : (
                  shortMoment(row.expires_at, zone)
                ),
            },
            {
              title: t("landings.short.opens"),
              width: 120,
              align: "right",
              className: "num",
              render: (_, row) =>
                t("landings.short.counted", {
                  n: count(row.opens),
                  today: count(row.opens_today),
                }),
            },
            {
              title: t("landings.short.acts"),
              width: 170,
              render: (_, row) => (
                <span className="links-acts">
                  <a href={`/api/short-links/${row.id}/qr.png`} download={`${row.name}.png`}>
                    {t("landings.short.qr")}
                  </a>
                  {mayWrite && (
                    <SureButton
                      ask={t("landings.short.deleteAsk", { name: row.name })}
                      what={t("landings.short.deleteWhat")}
                      act={t("landings.short.delete")}
                      loading={remove.isPending}
                      onSure={() => remove.mutate(row.id)}
                    />
                  )}
                </span>
              ),
            },
          ]}
        />
      )}
      {making && <ShortLinkDrawer onClose={() => setMaking(false)} />}
    </>
  );
}

interface Draft {
  name: string;
  kind: (typeof KINDS)[number];
  page_id?: number;
  channel_id?: number;
  url?: string;
  expires?: Dayjs | null;
}

function ShortLinkDrawer({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const trouble = useTrouble();
  const make = useMakeShortLink();
  const pages = usePages();
  const [q, setQ] = useState("");
  const targets = useTargets(q);
  const submit = ({ name, kind, expires, ...draft }: Draft) =>
    make.mutate(
      {
        name,
        page_id: kind === "page" ? (draft.page_id ?? null) : null,
        channel_id: kind === "channel" ? (draft.channel_id ?? null) : null,
        url: kind === "url" ? (draft.url ?? null) : null,
        expires_at: expires ? expires.endOf("day").toISOString() : null,
      },
      { onSuccess: onClose },
    );
  const missing = [{ required: true, message: t("landings.short.targetMissing") }];
  return (
    <FormDrawer<Draft>
      title={t("landings.short.new")}
      locked={false}
      act={t("landings.short.create")}
      saving={make.isPending}
      trouble={trouble(make.error)}
      initial={{ name: "", kind: "page" }}
      onSave={submit}
      onClose={onClose}
    >
      <Form.Item
        name="name"
        label={t("landings.fields.name")}
        rules={[{ required: true, whitespace: true, message: t("landings.fields.nameMissing") }]}
      >
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item name="kind" label={t("landings.short.leads")}>
        <Select
          options={KINDS.map((value) => ({ value, label: t(`landings.short.kinds.${value}`) }))}
        />
      </Form.Item>
      <Form.Item noStyle dependencies={["kind"]}>
        {({ getFieldValue }) => {
          switch (getFieldValue("kind") as Draft["kind"]) {
            case "page":
              return (
                <Form.Item name="page_id" label={t("landings.short.kinds.page")} rules={missing}>
                  <Select
                    loading={pages.isPending}
                    options={(pages.data?.items ?? []).map((one) => ({
                      value: one.id,
                      label: one.name,
                    }))}
                  />
                </Form.Item>
              );
            case "channel":
              return (
                <Form.Item
                  name="channel_id"
                  label={t("landings.short.kinds.channel")}
                  rules={missing}
                >
                  <Select
                    showSearch={{ filterOption: false, onSearch: setQ }}
                    loading={targets.isPending}
                    options={(targets.data?.items ?? []).map((one) => ({
                      value: one.id,
                      label: `${one.name} · ${t(`landings.kinds.${one.kind}`)}`,
                    }))}
                  />
                </Form.Item>
              );
            default:
              return (
                <Form.Item
                  name="url"
                  label={t("landings.short.kinds.url")}
                  extra={t("landings.short.urlHelp")}
                  rules={missing}
                >
                  <Input placeholder="https://" maxLength={2048} />
                </Form.Item>
              );
          }
        }}
      </Form.Item>
      <Form.Item name="expires" label={t("landings.short.expiresField")}>
        <DatePicker className="wide" />
      </Form.Item>
    </FormDrawer>
  );
}
