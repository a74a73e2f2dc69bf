import { count } from "@yutang/ui";
import { Button, Segmented, Skeleton } from "antd";
import { useTranslation } from "react-i18next";
import { Failed } from "../../../shared/Failed.tsx";
import { STATES, type State, useConflicts } from "../api/persons.ts";
import { ConflictCard } from "./ConflictCard.tsx";
import "./words.ts";
import "./persons.css";

interface Props {
  zone: string;
  state: State;
  mayWrite: boolean;
  mayPhones: boolean;
  onState: (state: State) => void;
}

const MOST = 1_000;

/** Ids that two people have by what messages say: who decides sees both side by side. */
export function ConflictsPage({ zone, state, mayWrite, mayPhones, onState }: Props) {
  const { t } = useTranslation();
  const conflicts = useConflicts(state);
  const rows = conflicts.data?.pages.flatMap((page) => page.items) ?? [];
  const open = conflicts.data?.pages[0]?.open;
  return (
    <>
      <header className="page-head">
        <div>
          <h1>{t("persons.title")}</h1>
          <p className="meta">{t("persons.about")}</p>
        </div>
      </header>
      <div className="filters">
        <Segmented<State>
          aria-label={t("persons.which")}
          value={state}
          onChange={onState}
          options={STATES.map((value) => ({
            value,
            label:
              value === "open" && open
                ? `${t("persons.states.open")} ${count(open)}${open >= MOST ? "+" : ""}`
                : t(`persons.states.${value}`),
          }))}
        />
      </div>
      {conflicts.isPending && <Skeleton active paragraph={{ rows: 8 }} />}
      {conflicts.isError && (
        <Failed title={t("persons.failed")} onAgain={() => conflicts.refetch()} />
      )}
      {conflicts.isSuccess && rows.length === 0 && (
        <p className="empty">{t(`persons.empty.${state}`)}</p>
      )}
      <ul className="conflicts" aria-label={t("persons.title")}>
        {rows.map((one) => (
          <li key={one.id}>
            <ConflictCard conflict={one} zone={zone} mayWrite={mayWrite} mayPhones={mayPhones} />
          </li>
        ))}
      </ul>
      {conflicts.hasNextPage && (
        <div className="more">
          <Button loading={conflicts.isFetchingNextPage} onClick={() => conflicts.fetchNextPage()}>
            {t("persons.more")}
          </Button>
        </div>
      )}
    </>
  );
}
