import { count } from "@yutang/ui";
import { Input } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ActDialog } from "../../../shared/ActDialog.tsx";
import { type Channel, useDeleteChannel } from "../api/channels.ts";

const TYPE_THE_NAME_ABOVE = 1000;

interface Props {
  channel: Channel;
  onClose: () => void;
  onGone: () => void;
}

/** What breaks and what stays; many customers ask for the name. */
export function DeleteDialog({ channel, onClose, onGone }: Props) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState("");
  const remove = useDeleteChannel();
  const many = channel.adds_total > TYPE_THE_NAME_ABOVE;
  return (
    <ActDialog
      danger
      focusCancel={!many}
      title={t("channels.deleteTitle", { name: channel.name })}
      act={t("channels.delete")}
      disabled={many && typed !== channel.name}
      loading={remove.isPending}
      trouble={remove.isError ? t("channels.deleteFailed") : undefined}
      onAct={() => remove.mutate(channel.id, { onSuccess: onGone })}
      onClose={onClose}
    >
      <p>{t("channels.deleteBreaks")}</p>
      <p>{t("channels.deleteBody", { count: channel.adds_total, n: count(channel.adds_total) })}</p>
      {many && (
        <label>
          {t("channels.deleteType", { name: channel.name })}
          <Input autoFocus value={typed} onChange={(event) => setTyped(event.target.value)} />
        </label>
      )}
    </ActDialog>
  );
}
