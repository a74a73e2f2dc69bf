import { Button, Skeleton } from "antd";
import { useTranslation } from "react-i18next";
import { Failed } from "../../../shared/Failed.tsx";
import { SessionRows } from "../../../shared/SessionRows.tsx";
import { type Person, useEndSessions, useSessionsOf } from "../api/people.ts";

interface Props {
  person: Person;
  zone: string;
  mayEnd: boolean;
}

/** Where somebody is signed in. */
export function SessionsOf({ person, zone, mayEnd }: Props) {
  const { t } = useTranslation();
  const found = useSessionsOf(person.id);
  const end = useEndSessions(person.id);
  const items = found.data?.items ?? [];
  return (
    <section className="person-sessions" aria-labelledby="person-sessions">
      <header>
        <h2 id="person-sessions">{t("sessions.title")}</h2>
        {mayEnd && items.length > 1 && (
          <Button size="small" loading={end.isPending} onClick={() => end.mutate(undefined)}>
            {t("sessions.endAll")}
          </Button>
        )}
      </header>
      {found.isPending && <Skeleton active paragraph={{ rows: 2 }} />}
      {found.isError && <Failed title={t("sessions.loadFailed")} onAgain={() => found.refetch()} />}
      {found.data && items.length === 0 && <p className="meta">{t("sessions.none")}</p>}
      <SessionRows
        sessions={items}
        zone={zone}
        mayEnd={mayEnd}
        ending={end.isPending ? end.variables : undefined}
        onEnd={(id) => end.mutate(id)}
      />
    </section>
  );
}
