import { count } from "@yutang/ui";
import { Alert, Button, Input, Modal } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
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
    <Modal
      open
      width={480}
      title={t("channels.deleteTitle", { name: channel.name })}
      onCancel={onClose}
      footer={[
        <Button key="cancel" onClick={onClose} autoFocus={!many}>
          {t("common.cancel")}
        </Button>,
        <Button
          key="delete"
          danger
          type="primary"
          disabled={many && typed !== channel.name}
          loading={remove.isPending}
          onClick={() => remove.mutate(channel.id, { onSuccess: onGone })}
        >
          {t("channels.delete")}
        </Button>,
      ]}
    >
      <p>{t("channels.deleteBreaks")}</p>
      <p>{t("channels.deleteBody", { n: count(channel.adds_total) })}</p>
      {many && (
        <label>
          {t("channels.deleteType", { name: channel.name })}
          <Input autoFocus value={typed} onChange={(event) => setTyped(event.target.value)} />
        </label>
      )}
      {remove.isError && <Alert type="error" showIcon title={t("channels.deleteFailed")} />}
    </Modal>
  );
}
