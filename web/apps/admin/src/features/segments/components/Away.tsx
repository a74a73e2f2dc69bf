import { Alert, Button } from "antd";
import { useTranslation } from "react-i18next";
import { isAway, typeOf, useTrouble } from "./trouble.ts";

interface Props {
  error: Error;
  onAgain: () => unknown;
}

/** Why there is no number: the engine is away, with what to do; or another trouble. */
export function NoCount({ error, onAgain }: Props) {
  const { t } = useTranslation();
  const trouble = useTrouble();
  const away = isAway(error);
  return (
    <Alert
      type={away ? "warning" : "error"}
      showIcon
      title={trouble(error)}
      {...(typeOf(error) === "audience.away" ? { description: t("segments.away.do") } : {})}
      action={
        <Button size="small" onClick={() => onAgain()}>
          {t("common.again")}
        </Button>
      }
    />
  );
}
