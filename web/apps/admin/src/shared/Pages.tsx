import { Button } from "antd";
import { useTranslation } from "react-i18next";

interface Props<P, N> {
  label: string;
  /** Where the page before begins; null and undefined: there is none. */
  previous: P | null | undefined;
  next: N | null | undefined;
  onPrevious: (place: P) => void;
  onNext: (place: N) => void;
  /** Draw nothing where there is but one page. */
  sparse?: boolean;
}

/** The page before and the next one of a list. */
export function Pages<P, N>(props: Props<P, N>) {
  const { t } = useTranslation();
  const previous = props.previous ?? null;
  const next = props.next ?? null;
  if (props.sparse && previous === null && next === null) return null;
  return (
    <nav className="pages" aria-label={props.label}>
      <Button
        disabled={previous === null}
        onClick={() => previous !== null && props.onPrevious(previous)}
      >
        {t("common.previous")}
      </Button>
      <Button disabled={next === null} onClick={() => next !== null && props.onNext(next)}>
        {t("common.next")}
      </Button>
    </nav>
  );
}
