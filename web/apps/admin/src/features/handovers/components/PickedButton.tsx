import { useTranslation } from "react-i18next";
import { PICKED } from "./search.ts";

interface Props {
  /** Those picked; undefined where all that match are taken. */
  ids: readonly number[] | undefined;
  may: boolean;
  onHandOver: (ids: readonly number[]) => void;
}

/** In the bar over picked customers: hand these over. */
export function PickedButton({ ids, may, onHandOver }: Props) {
  const { t } = useTranslation();
  const why = !may
    ? t("handovers.forbidden")
    : ids === undefined || ids.length > PICKED
      ? t("handovers.picked.tooMany", { n: PICKED })
      : "";
  return (
    <button type="button" disabled={why !== ""} title={why} onClick={() => ids && onHandOver(ids)}>
      {t("handovers.picked.act")}
    </button>
  );
}
