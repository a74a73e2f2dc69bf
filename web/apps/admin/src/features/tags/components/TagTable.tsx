import { count, nothing, shortMoment } from "@yutang/ui";
import { Button, Dropdown, type MenuProps, Table, Tooltip } from "antd";
import { Ellipsis, Lock } from "lucide-react";
import { useTranslation } from "react-i18next";
import { type Group, type Tag, useChangeTag } from "../api/tags.ts";
import type { Dialog } from "./dialog.ts";

interface Props {
  group: Group;
  zone: string;
  mayWrite: boolean;
  isBusy: boolean;
  onDialog: (dialog: Dialog) => void;
  onMove: (tag: Tag, by: -1 | 1) => void;
  onCustomers: (tag: number) => void;
}

const lastOf = (tag: Tag): Tag["sources"][number] | undefined =>
  [...tag.sources].sort((one, other) => (one.last_at < other.last_at ? 1 : -1))[0];

export function TagTable({ group, zone, mayWrite, isBusy, onDialog, onMove, onCustomers }: Props) {
  const { t } = useTranslation();
  if (group.items.length === 0) return <p className="empty">{t("tags.groupEmpty")}</p>;
  return (
    <Table<Tag>
      rowKey="id"
      dataSource={group.items}
      pagination={false}
      loading={isBusy}
      scroll={{ x: 640 }}
      onRow={(tag) => ({ "data-tag": tag.id }) as object}
      columns={[
        {
          title: t("tags.columns.name"),
          render: (_, tag) => <Name tag={tag} group={group} />,
        },
        {
          title: t("tags.columns.customers"),
          width: 110,
          align: "right",
          className: "num",
          render: (_, tag) =>
            tag.customers === null ? (
              <Tooltip title={t("tags.notCounted")} trigger={["hover", "focus"]}>
                <button type="button" className="link quiet" aria-label={t("tags.notCounted")}>
                  {nothing}
                </button>
              </Tooltip>
            ) : tag.customers === 0 ? (
              "0"
            ) : (
              <button
                type="button"
                className="link"
                aria-label={t("tags.seeCustomers", {
                  name: tag.name,
                  count: tag.customers,
                  n: count(tag.customers),
                })}
                onClick={() => onCustomers(tag.id)}
              >
                {count(tag.customers)}
              </button>
            ),
        },
        {
          title: t("tags.columns.sources"),
          width: 220,
          render: (_, tag) =>
            tag.sources.length === 0
              ? nothing
              : tag.sources
                  .map(
                    (one) =>
                      `${t([`tags.sources.${one.source}`, "tags.sources.other"])} ${count(one.customers)}`,
                  )
                  .join(" · "),
        },
        {
          title: t("tags.columns.last"),
          width: 120,
          align: "right",
          className: "num",
          render: (_, tag) => {
            const last = lastOf(tag);
            return last ? shortMoment(last.last_at, zone) : nothing;
          },
        },
        ...(mayWrite
          ? [
              {
                title: <span className="tags-hidden">{t("tags.columns.acts")}</span>,
                width: 56,
                render: (_: unknown, tag: Tag, place: number) => (
                  <Acts tag={tag} group={group} place={place} onDialog={onDialog} onMove={onMove} />
                ),
              },
            ]
          : []),
      ]}
    />
  );
}

function Name({ tag, group }: { tag: Tag; group: Group }) {
  const { t } = useTranslation();
  return (
    <span className="tags-name">
      <span className={tag.archived ? "tags-off" : ""} title={tag.name}>
        {tag.name}
      </span>
      {tag.lock === "other" && group.lock !== "other" && (
        <Lock size={13} strokeWidth={1.75} role="img" aria-label={t("tags.locked")} />
      )}
      {tag.merged_into ? (
        <span className="meta">
          {t("tags.mergedInto", { group: tag.merged_into.group, name: tag.merged_into.name })}
        </span>
      ) : (
        tag.archived && <span className="meta">{t("tags.archivedMark")}</span>
      )}
    </span>
  );
}

interface ActsProps {
  tag: Tag;
  group: Group;
  place: number;
  onDialog: (dialog: Dialog) => void;
  onMove: (tag: Tag, by: -1 | 1) => void;
}

function Acts({ tag, group, place, onDialog, onMove }: ActsProps) {
  const { t } = useTranslation();
  const change = useChangeTag();
  const locked = tag.lock !== "none";
  const fixed = group.items.some((one) => one.lock !== "none");
  const theirs: NonNullable<MenuProps["items"]> = [
    {
      key: "rename",
      label: t("tags.menu.rename"),
      disabled: locked,
      onClick: () => onDialog({ kind: "rename", tag }),
    },
    {
      key: "up",
      label: t("tags.menu.up"),
      disabled: fixed || place === 0,
      onClick: () => onMove(tag, -1),
    },
    {
      key: "down",
      label: t("tags.menu.down"),
      disabled: fixed || place === group.items.length - 1,
      onClick: () => onMove(tag, 1),
    },
    {
      key: "delete",
      danger: true,
      label: t("tags.menu.delete"),
      disabled: locked,
      onClick: () => onDialog({ kind: "delete", tag }),
    },
  ];
  const why = tag.lock === "none" ? "someLocked" : tag.lock;
  const items: MenuProps["items"] = [
    ...(group.kind === "own"
      ? [
          {
            key: "move",
            label: t("tags.menu.move"),
            onClick: () => onDialog({ kind: "move", tag }),
          },
        ]
      : []),
    {
      key: "merge",
      label: t("tags.menu.merge"),
      disabled: tag.merged_into !== null,
      onClick: () => onDialog({ kind: "merge", tag }),
    },
    {
      key: "archive",
      label: t(tag.archived ? "tags.menu.unarchive" : "tags.menu.archive"),
      disabled: tag.merged_into !== null,
      onClick: () => change.mutate({ id: tag.id, archived: !tag.archived }),
    },
    fixed
      ? { type: "group", key: "why", label: t(`tags.why.${why}`), children: theirs }
      : { type: "divider" },
    ...(fixed ? [] : theirs),
  ];
  return (
    <Dropdown menu={{ items }} trigger={["click"]}>
      <Button
        type="text"
        loading={change.isPending}
        icon={<Ellipsis size={16} strokeWidth={1.75} />}
        aria-label={t("tags.menu.ofTag", { name: tag.name })}
      />
    </Dropdown>
  );
}
