import { Alert, App, Button, Tag as Chip, Dropdown, type MenuProps, Skeleton } from "antd";
import { Ellipsis, Lock } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Failed } from "../../../shared/Failed.tsx";
import {
  type Group,
  type GroupChange,
  type Library,
  type Tag,
  useChangeGroup,
  useCheckGroup,
  useGroup,
  useMoveGroup,
  useOrderTags,
} from "../api/tags.ts";
import { DeleteDialog } from "./DeleteDialog.tsx";
import type { Dialog } from "./dialog.ts";
import { MergeDialog } from "./MergeDialog.tsx";
import { MoveDialog } from "./MoveDialog.tsx";
import { AddDialog, RenameDialog } from "./NameDialogs.tsx";
import { TagTable } from "./TagTable.tsx";
import { useTrouble } from "./trouble.ts";

interface Props {
  id: number;
  zone: string;
  mayWrite: boolean;
  limit: Library["room"];
  onGone: () => void;
  onCustomers: (tag: number) => void;
}

/** One group: who may change it, its rules, its tags. */
export function GroupPanel({ id, zone, mayWrite, limit, onGone, onCustomers }: Props) {
  const { t } = useTranslation();
  const trouble = useTrouble();
  const found = useGroup(id);
  const [dialog, setDialog] = useState<Dialog | undefined>();
  const order = useOrderTags(id);
  const { message } = App.useApp();
  const group = found.data;
  if (found.isError)
    return (
      <section className="tags-panel">
        <Failed title={trouble(found.error)} onAgain={() => found.refetch()} />
      </section>
    );
  if (!group)
    return (
      <section className="tags-panel">
        <Skeleton active paragraph={{ rows: 5 }} />
      </section>
    );
  const close = () => setDialog(undefined);
  const move = (tag: Tag, by: -1 | 1) => {
    const ids = group.items.map((one) => one.id);
    const place = ids.indexOf(tag.id);
    const other = ids[place + by];
    if (other === undefined) return;
    ids[place] = other;
    ids[place + by] = tag.id;
    order.mutate(ids, { onError: (error) => message.error(trouble(error), 6) });
  };
  return (
    <section className="tags-panel" aria-label={group.name}>
      <Head group={group} mayWrite={mayWrite} onDialog={setDialog} />
      {group.kind === "wecom" && <Locked group={group} mayWrite={mayWrite} />}
      {group.sensitive && <p className="tags-note">{t("tags.sensitiveNote")}</p>}
      {(group.doubles ?? 0) > 0 && (
        <p className="tags-note">{t("tags.doubles", { count: group.doubles ?? 0 })}</p>
      )}
      <TagTable
        group={group}
        zone={zone}
        mayWrite={mayWrite}
        isBusy={order.isPending}
        onDialog={setDialog}
        onMove={move}
        onCustomers={onCustomers}
      />
      {mayWrite && (
        <Button className="tags-add" onClick={() => setDialog({ kind: "add" })}>
          {t("tags.addTags")}
        </Button>
      )}
      {dialog?.kind === "add" && <AddDialog group={group} room={limit} onClose={close} />}
      {dialog?.kind === "renameGroup" && <RenameDialog group={group} onClose={close} />}
      {dialog?.kind === "rename" && <RenameDialog group={group} tag={dialog.tag} onClose={close} />}
      {dialog?.kind === "move" && <MoveDialog group={group} tag={dialog.tag} onClose={close} />}
      {dialog?.kind === "merge" && <MergeDialog group={group} tag={dialog.tag} onClose={close} />}
      {dialog?.kind === "delete" && (
        <DeleteDialog group={group} tag={dialog.tag} onClose={close} onGone={close} />
      )}
      {dialog?.kind === "deleteGroup" && (
        <DeleteDialog group={group} onClose={close} onGone={onGone} />
      )}
    </section>
  );
}

function Head({
  group,
  mayWrite,
  onDialog,
}: {
  group: Group;
  mayWrite: boolean;
  onDialog: (dialog: Dialog) => void;
}) {
  const { t } = useTranslation();
  const trouble = useTrouble();
  const { message } = App.useApp();
  const change = useChangeGroup(group.id);
  const move = useMoveGroup();
  const failed = { onError: (error: unknown) => void message.error(trouble(error), 6) };
  const set = (body: GroupChange) => change.mutate(body, failed);
  const locked = group.lock === "other" || group.lock === "unknown";
  const theirs: NonNullable<MenuProps["items"]> = [
    {
      key: "rename",
      label: t("tags.menu.renameGroup"),
      disabled: locked,
      onClick: () => onDialog({ kind: "renameGroup" }),
    },
    {
      key: "up",
      label: t("tags.menu.up"),
      disabled: locked,
      onClick: () => move.mutate({ row: group, by: -1 }, failed),
    },
    {
      key: "down",
      label: t("tags.menu.down"),
      disabled: locked,
      onClick: () => move.mutate({ row: group, by: 1 }, failed),
    },
    {
      key: "delete",
      danger: true,
      label: t("tags.menu.deleteGroup"),
      disabled: locked,
      onClick: () => onDialog({ kind: "deleteGroup" }),
    },
  ];
  const items: MenuProps["items"] = [
    {
      key: "exclusive",
      label: t(group.exclusive ? "tags.menu.notExclusive" : "tags.menu.exclusive"),
      onClick: () => set({ exclusive: !group.exclusive }),
    },
    {
      key: "ordered",
      label: t(group.ordered ? "tags.menu.notOrdered" : "tags.menu.ordered"),
      onClick: () => set({ ordered: !group.ordered }),
    },
    {
      key: "archive",
      label: t(group.archived ? "tags.menu.unarchive" : "tags.menu.archive"),
      onClick: () => set({ archived: !group.archived }),
    },
    locked
      ? { type: "group", key: "why", label: t(`tags.why.${group.lock}`), children: theirs }
      : { type: "divider" },
    ...(locked ? [] : theirs),
  ];
  return (
    <header className="tags-panel-head">
      <h2 title={group.name}>{group.name}</h2>
      <Chip>{t(`tags.kinds.${group.kind}`)}</Chip>
      {group.exclusive && <Chip>{t("tags.exclusiveMark")}</Chip>}
      {group.ordered && <Chip>{t("tags.orderedMark")}</Chip>}
      {group.sensitive && <Chip color="warning">{t("tags.sensitiveMark")}</Chip>}
      {group.archived && <Chip>{t("tags.archivedMark")}</Chip>}
      {mayWrite && (
        <Dropdown menu={{ items }} trigger={["click"]}>
          <Button
            className="tags-more"
            loading={change.isPending || move.isPending}
            icon={<Ellipsis size={16} strokeWidth={1.75} />}
            aria-label={t("tags.menu.ofGroup", { name: group.name })}
          />
        </Dropdown>
      )}
    </header>
  );
}

/** What WeCom does not let us change, why, and what can be done instead. */
function Locked({ group, mayWrite }: { group: Group; mayWrite: boolean }) {
  const { t } = useTranslation();
  const trouble = useTrouble();
  const check = useCheckGroup(group.id);
  const locks = [group.lock, ...group.items.map((tag) => tag.lock)];
  if (locks.includes("unknown"))
    return (
      <Alert
        type="info"
        showIcon
        className="tags-lock"
        title={t("tags.unknownMaker")}
        action={
          mayWrite && (
            <Button loading={check.isPending} onClick={() => check.mutate(undefined)}>
              {t("tags.check")}
            </Button>
          )
        }
        description={check.isError ? trouble(check.error) : undefined}
      />
    );
  if (!locks.includes("other")) return null;
  return (
    <p className="tags-note">
      <Lock size={14} strokeWidth={1.75} aria-hidden />
      {t(group.lock === "other" ? "tags.otherMaker" : "tags.someOthers")}
    </p>
  );
}
