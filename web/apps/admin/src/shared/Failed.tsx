import { Alert, Button } from "antd";
import { useTranslation } from "react-i18next";

/** What could not be read, with the way to try again. */
export function Failed({ title, onAgain }: { title: string; onAgain: () => unknown }) {
  const { t } = useTranslation();
  return (
    <Alert
      type="error"
      showIcon
      title={title}
      action={<Button onClick={() => onAgain()}>{t("common.again")}</Button>}
    />
  );
}
