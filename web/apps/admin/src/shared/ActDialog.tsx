import { Alert, Button, Modal } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

export interface ActDialogProps {
  title: string;
  /** What the button does, in words. */
  act: string;
  width?: number;
  danger?: boolean;
  /** The way out has the focus. */
  focusCancel?: boolean;
  disabled?: boolean;
  loading: boolean;
  /** Why the act failed. */
  trouble?: string | undefined;
  className?: string;
  onAct: () => void;
  onClose: () => void;
  children: ReactNode;
}

/** One act, its question, and the way out of it. */
export function ActDialog({ width = 480, ...props }: ActDialogProps) {
  const { t } = useTranslation();
  return (
    <Modal
      open
      width={width}
      title={props.title}
      onCancel={props.onClose}
      footer={[
        <Button key="cancel" onClick={props.onClose} autoFocus={props.focusCancel ?? false}>
          {t("common.cancel")}
        </Button>,
        <Button
          key="act"
          type="primary"
          danger={props.danger ?? false}
          disabled={props.disabled ?? false}
          loading={props.loading}
          onClick={props.onAct}
        >
          {props.act}
        </Button>,
      ]}
    >
      <div className={props.className}>
        {props.children}
        {props.trouble !== undefined && <Alert type="error" showIcon title={props.trouble} />}
      </div>
    </Modal>
  );
}
