import { ProblemError } from "@yutang/api";
import { Alert, Button, Form, Input } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useConfirmAddress, useForgetAddress, useSetAddress } from "../api/doors.ts";
import type { Choices } from "../api/notices.ts";

const TOLD: readonly string[] = [
  "mail.not_set_up",
  "mail.refused",
  "mail.failed",
  "notices.too_many_mails",
  "notices.bad_confirmation",
];

interface Props {
  mail: Choices["mail"];
  /** Of the link in the mail, where the page was opened by it. */
  token: string | undefined;
  onConfirmed: () => void;
}

/** Where my mail goes: given, proved by a link, taken back. */
export function MailAddress({ mail, token, onConfirmed }: Props) {
  const { t, i18n } = useTranslation();
  const keep = useSetAddress();
  const confirm = useConfirmAddress();
  const forget = useForgetAddress();
  const [address, setAddress] = useState(mail.address ?? "");
  const error = confirm.error ?? keep.error ?? forget.error;
  const trouble = (): string => {
    if (!(error instanceof ProblemError)) return t("common.offline");
    const { type, detail } = error.problem;
    return TOLD.includes(type)
      ? t(`byDoor.troubles.${type.replace(".", "_")}`)
      : t("byDoor.troubles.other", { detail });
  };
  if (!mail.set_up) return <Alert type="info" showIcon title={t("byDoor.mail.notSetUp")} />;
  const language = i18n.language === "en" ? ("en" as const) : ("zh-CN" as const);
  return (
    <div className="told-mail">
      {token && (
        <Alert
          type="info"
          showIcon
          title={t("byDoor.mail.toConfirm")}
          action={
            <Button
              type="primary"
              loading={confirm.isPending}
              onClick={() => confirm.mutate(token, { onSuccess: onConfirmed })}
            >
              {t("byDoor.mail.confirm")}
            </Button>
          }
        />
      )}
      <Form
        layout="vertical"
        onFinish={() => keep.mutate({ address: address.trim(), language })}
        className="told-hours"
      >
        <Form.Item label={t("byDoor.mail.address")} htmlFor="mail-address">
          <Input
            id="mail-address"
            type="email"
            required
            maxLength={254}
            value={address}
            onChange={(event) => setAddress(event.target.value)}
          />
        </Form.Item>
        <Button
          htmlType="submit"
          loading={keep.isPending}
          disabled={!address.trim() || (mail.confirmed && address.trim() === mail.address)}
        >
          {t("byDoor.mail.send")}
        </Button>
        {mail.address && (
          <Button
            type="text"
            loading={forget.isPending}
            onClick={() => forget.mutate(undefined, { onSuccess: () => setAddress("") })}
          >
            {t("byDoor.mail.forget")}
          </Button>
        )}
      </Form>
      <p className="meta" role="status">
        {mail.address
          ? t(mail.confirmed ? "byDoor.mail.confirmed" : "byDoor.mail.waits", {
              address: mail.address,
            })
          : t("byDoor.mail.none")}
      </p>
      {error && <Alert type="error" showIcon title={trouble()} />}
    </div>
  );
}
