import { Alert, Button, Skeleton } from "antd";
import { useTranslation } from "react-i18next";

/** A skeleton, or what went wrong with the way to try again. */
export function Loading({ failed, onAgain }: { failed: boolean; onAgain: () => unknown }) {
  const { t } = useTranslation();
  return failed ? (
    <Alert
      type="error"
      showIcon
      title={t("definitions.loadFailed")}
      action={<Button onClick={onAgain}>{t("common.again")}</Button>}
    />
  ) : (
    <Skeleton active paragraph={{ rows: 6 }} />
  );
}
