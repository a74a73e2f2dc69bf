import { count } from "@yutang/ui";
import { Button, Tag } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { SelectionBar } from "../../../shared/SelectionBar.tsx";
import { AT_ONCE, type Stay } from "../api/groups.ts";
import { InsiderDialog, RolesDialog } from "./RolesDialog.tsx";

interface Props {
  group: number;
  picked: readonly Stay[];
  onClear: () => void;
}

/** What can be done with the picked members. */
export function RolesBar({ group, picked, onClear }: Props) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  if (picked.length === 0) return null;
  const over = picked.length > AT_ONCE;
  return (
    <>
      <div className="group-bar-room" />
      <SelectionBar
        label={t("groupwatch.roles.bar")}
        picked={t("groupwatch.roles.picked", { count: picked.length, n: count(picked.length) })}
        clear={t("groups.bar.clear")}
        onClear={onClear}
      >
        <button
          type="button"
          disabled={over}
          title={over ? t("groupwatch.roles.tooMany", { n: AT_ONCE }) : undefined}
          onClick={() => setOpen(true)}
        >
          {t("groupwatch.roles.name")}
        </button>
      </SelectionBar>
      {open && (
        <RolesDialog
          group={group}
          picked={picked}
          onClose={() => setOpen(false)}
          onDone={() => {
            setOpen(false);
            onClear();
          }}
        />
      )}
    </>
  );
}

/** As WeCom has him, and what he is by our own word; a member's own WeChat is shown as staff. */
export function RoleCell({ row, mayWrite }: { row: Stay; mayWrite: boolean }) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState(false);
  const word = row.insider ? t("groups.roles.staff") : t(`groups.roles.${row.role}`);
  const person = row.role === "person" && row.customer !== null;
  return (
    <>
      {person && mayWrite ? (
        <Button
          type="link"
          size="small"
          className="watch-role"
          title={t("groupwatch.insider.open")}
          onClick={() => setAsking(true)}
        >
          {word}
        </Button>
      ) : (
        word
      )}
      {row.own_role && <Tag variant="filled">{t(`groupwatch.roles.${row.own_role}`)}</Tag>}
      {row.insider && (
        <span className="meta group-second">
          {t("groupwatch.insider.is", { name: row.insider.name })}
        </span>
      )}
      {asking && <InsiderDialog stay={row} onClose={() => setAsking(false)} />}
    </>
  );
}
