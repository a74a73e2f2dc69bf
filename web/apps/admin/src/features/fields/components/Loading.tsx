import { Skeleton } from "antd";
import { useTranslation } from "react-i18next";
import { Failed } from "../../../shared/Failed.tsx";

/** A skeleton, or what went wrong with the way to try again. */
export function Loading({ failed, onAgain }: { failed: boolean; onAgain: () => unknown }) {
  const { t } = useTranslation();
  return failed ? (
    <Failed title={t("definitions.loadFailed")} onAgain={onAgain} />
  ) : (
    <Skeleton active paragraph={{ rows: 6 }} />
  );
}
