import { count } from "@yutang/ui";
import { Button, Skeleton } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Failed } from "../../../shared/Failed.tsx";
import { Pages } from "../../../shared/Pages.tsx";
import { SearchBox } from "../../../shared/SearchBox.tsx";
import { type Person, usePeople, usePerson } from "../api/people.ts";
import { FirstPassword } from "./FirstPassword.tsx";
import { PeopleTable } from "./PeopleTable.tsx";
import { PersonDrawer } from "./PersonDrawer.tsx";
import "./people.css";

export type Who = number | "new";

interface Props {
  zone: string;
  me: number;
  q: string;
  after: string | undefined;
  who: Who | undefined;
  seesAll: boolean;
  mayWrite: boolean;
  mayHandOver: boolean;
  onSearch: (q: string) => void;
  onPage: (after: string | undefined) => void;
  onWho: (who: Who | undefined) => void;
}

interface Shown {
  person: Pick<Person, "name" | "login">;
  password: string | null;
}

/** Who may come in, what he may do, and whom he sees. */
export function PeoplePage(props: Props) {
  const { t } = useTranslation();
  const { q, after, who, onWho } = props;
  const found = usePeople(q, after);
  const one = usePerson(typeof who === "number" ? who : undefined);
  const [shown, setShown] = useState<Shown>();
  const page = found.data;
  return (
    <>
      <header className="page-head">
        <div>
          <h1>{t("people.title")}</h1>
          {page && (
            <p className="meta num">
              {t("people.total", { count: page.total, n: count(page.total) })}
            </p>
          )}
        </div>
        {props.mayWrite && (
          <Button type="primary" onClick={() => onWho("new")}>
            {t("people.invite.open")}
          </Button>
        )}
      </header>
      <div className="filters">
        <SearchBox label={t("people.search")} text={q} onSearch={props.onSearch} />
      </div>
      {found.isPending && <Skeleton active paragraph={{ rows: 6 }} />}
      {found.isError && <Failed title={t("people.loadFailed")} onAgain={() => found.refetch()} />}
      {page && page.items.length === 0 && (
        <div className="empty">
          <p>{t("people.noneMatch", { q })}</p>
          <Button onClick={() => props.onSearch("")}>{t("common.clearFilters")}</Button>
        </div>
      )}
      {page && page.items.length > 0 && (
        <>
          <PeopleTable
            rows={page.items}
            zone={props.zone}
            me={props.me}
            mayWrite={props.mayWrite}
            onOpen={onWho}
            onPassword={(person, password) => setShown({ person, password })}
          />
          <Pages
            label={t("people.pages")}
            previous={after === undefined ? undefined : ""}
            next={page.next}
            onPrevious={() => props.onPage(undefined)}
            onNext={(next) => props.onPage(next)}
            sparse
          />
        </>
      )}
      {(who === "new" || one.data) && (
        <PersonDrawer
          key={who}
          person={who === "new" ? null : (one.data ?? null)}
          zone={props.zone}
          seesAll={props.seesAll}
          mayWrite={props.mayWrite}
          mayHandOver={props.mayHandOver}
          onClose={() => onWho(undefined)}
          onInvited={(person, password) => {
            onWho(undefined);
            setShown({ person, password });
          }}
        />
      )}
      {typeof who === "number" && one.isError && (
        <Failed title={t("people.unknown")} onAgain={() => onWho(undefined)} />
      )}
      {shown && (
        <FirstPassword
          name={shown.person.name}
          login={shown.person.login}
          password={shown.password}
          onClose={() => setShown(undefined)}
        />
      )}
    </>
  );
}
