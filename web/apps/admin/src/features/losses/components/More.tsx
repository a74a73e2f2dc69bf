import { Button } from "antd";
import { useTranslation } from "react-i18next";

interface Props {
  found: { hasNextPage: boolean; isFetchingNextPage: boolean; fetchNextPage: () => unknown };
}

/** The next rows, below those that are there. */
export function More({ found }: Props) {
  const { t } = useTranslation();
  if (!found.hasNextPage) return null;
  return (
    <nav className="pages">
      <Button onClick={() => found.fetchNextPage()} loading={found.isFetchingNextPage}>
        {t("common.more")}
      </Button>
    </nav>
  );
}
