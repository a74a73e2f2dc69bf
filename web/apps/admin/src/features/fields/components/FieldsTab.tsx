import { nothing } from "@yutang/ui";
import { App, Button, Dropdown, Table, Tag } from "antd";
import { Ellipsis, Plus } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type Field, useArchiveField, useFields, useOrderFields } from "../api/fields.ts";
import { FieldDrawer } from "./FieldDrawer.tsx";
import { Loading } from "./Loading.tsx";
import { useWords } from "./trouble.ts";

const UNDO_SECONDS = 10;

export function FieldsTab({ mayWrite }: { mayWrite: boolean }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const words = useWords();
  const [edited, setEdited] = useState<Field | "new" | null>(null);
  const fields = useFields();
  const archive = useArchiveField();
  const order = useOrderFields();
  if (!fields.data) return <Loading failed={fields.isError} onAgain={() => fields.refetch()} />;
  const { items, limit } = fields.data;
  const living = items.filter((field) => field.archived_at === null);
  const onError = (error: unknown) => message.error(words(error), 6);
  const move = (field: Field, by: number) => {
    const ids = living.map((one) => one.id);
    const at = ids.indexOf(field.id);
    ids.splice(at, 1);
    ids.splice(at + by, 0, field.id);
    order.mutate(ids, { onError });
  };
  const hide = (field: Field) =>
    archive.mutate(
      { id: field.id, archived: true },
      {
        onError,
        onSuccess: () =>
          message.success({
            key: "field",
            duration: UNDO_SECONDS,
            content: (
              <>
                {t("definitions.field.archived", { name: field.name })}
                <Button
                  type="link"
                  size="small"
                  onClick={() => {
                    message.destroy("field");
                    archive.mutate({ id: field.id, archived: false }, { onError });
                  }}
                >
                  {t("definitions.undo")}
                </Button>
              </>
            ),
          }),
      },
    );
  const acts = (field: Field) => {
    const at = living.indexOf(field);
    if (field.archived_at !== null) return [{ key: "restore", label: t("definitions.restore") }];
    return [
      { key: "edit", label: t("definitions.edit") },
      { key: "up", label: t("definitions.up"), disabled: at === 0 },
      { key: "down", label: t("definitions.down"), disabled: at === living.length - 1 },
      { key: "archive", label: t("definitions.archive") },
    ];
  };
  const act = (field: Field, key: string) => {
    if (key === "edit") setEdited(field);
    if (key === "up") move(field, -1);
    if (key === "down") move(field, 1);
    if (key === "archive") hide(field);
    if (key === "restore") archive.mutate({ id: field.id, archived: false }, { onError });
  };
  return (
    <>
      <div className="tab-head">
        <p className="meta num">
          {t("definitions.field.room", { count: living.length, n: living.length, limit })}
        </p>
        {mayWrite && (
          <Button
            type="primary"
            icon={<Plus size={14} aria-hidden="true" />}
            onClick={() => setEdited("new")}
          >
            {t("definitions.field.add")}
          </Button>
        )}
      </div>
      {items.length === 0 ? (
        <p className="empty">{t("definitions.field.empty")}</p>
      ) : (
        <Table<Field>
          rowKey="id"
          size="middle"
          pagination={false}
          scroll={{ x: 720 }}
          dataSource={items}
          columns={[
            {
              title: t("definitions.field.name"),
              key: "name",
              render: (_, field) => (
                <>
                  {mayWrite && field.archived_at === null ? (
                    <button type="button" className="link strong" onClick={() => setEdited(field)}>
                      {field.name}
                    </button>
                  ) : (
                    <b>{field.name}</b>
                  )}
                  {field.is_sensitive && (
                    <Tag className="sensitive">{t("definitions.field.sensitive")}</Tag>
                  )}
                  {field.archived_at !== null && <Tag>{t("definitions.field.hidden")}</Tag>}
                </>
              ),
            },
            {
              title: t("definitions.field.kind"),
              key: "kind",
              render: (_, field) =>
                [t(`definitions.kinds.${field.kind}`), field.unit].filter(Boolean).join(" · "),
            },
            {
              title: t("definitions.field.group"),
              key: "group",
              render: (_, field) => field.group || nothing,
            },
            {
              title: t("definitions.field.options"),
              key: "options",
              render: (_, field) => (
                <span className="cut wide" title={shown(field, t("common.comma"))}>
                  {shown(field, t("common.comma")) || nothing}
                </span>
              ),
            },
            {
              title: t("definitions.field.writers"),
              key: "writers",
              render: (_, field) =>
                field.edited_by
                  .map((role) => t(`definitions.roles.${role}`))
                  .join(t("common.comma")) || t("definitions.roles.admin"),
            },
            ...(mayWrite
              ? [
                  {
                    key: "acts",
                    width: 48,
                    render: (_: unknown, field: Field) => (
                      <Dropdown
                        trigger={["click"]}
                        menu={{ items: acts(field), onClick: ({ key }) => act(field, key) }}
                      >
                        <Button
                          type="text"
                          size="small"
                          aria-label={t("definitions.acts", { name: field.name })}
                          icon={<Ellipsis size={16} aria-hidden="true" />}
                        />
                      </Dropdown>
                    ),
                  },
                ]
              : []),
          ]}
        />
      )}
      {edited !== null && (
        <FieldDrawer
          field={edited === "new" ? null : edited}
          groups={[...new Set(items.map((field) => field.group).filter(Boolean))]}
          onClose={() => setEdited(null)}
        />
      )}
    </>
  );
}

function shown(field: Field, comma: string): string {
  return field.options
    .filter((option) => !option.archived)
    .map((option) => option.label)
    .join(comma);
}
