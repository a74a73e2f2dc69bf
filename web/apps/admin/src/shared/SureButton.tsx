import { Button, Popconfirm } from "antd";
import { useTranslation } from "react-i18next";

interface Props {
  /** The question before it, and what will be. */
  ask: string;
  what?: string | undefined;
  act: string;
  loading: boolean;
  onSure: () => void;
}

/** A button for what is not taken back lightly: it asks first. */
export function SureButton({ ask, what, act, loading, onSure }: Props) {
  const { t } = useTranslation();
  return (
    <Popconfirm
      title={ask}
      description={what}
      okText={act}
      cancelText={t("common.cancel")}
      onConfirm={onSure}
    >
      <Button danger loading={loading}>
        {act}
      </Button>
    </Popconfirm>
  );
}
