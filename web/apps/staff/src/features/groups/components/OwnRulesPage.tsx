import { useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { Failure } from "../../../shared/Failure.tsx";
import { Loading } from "../../../shared/Loading.tsx";
import { t } from "../../../shared/words.ts";
import { ownRulesQuery } from "../api/rules.ts";
import { Todo } from "./Rules.tsx";

const MOST = 100;

/** The member's own groups in which notice or name are otherwise than the rules say. */
export function OwnRulesPage() {
  const { data, error, refetch } = useQuery(ownRulesQuery);
  useEffect(() => {
    document.title = t("rules.own.title");
  }, []);
  if (!data) return error ? <Failure error={error} retry={() => void refetch()} /> : <Loading />;
  return (
    <>
      <section className="card">
        <h1>{t("rules.own.title")}</h1>
        <p className="meta">{t(data.items.length > 0 ? "rules.own.about" : "rules.own.none")}</p>
        {data.items.length === MOST ? <p className="meta">{t("rules.own.more")}</p> : null}
      </section>
      {data.items.map((one) =>
        one.standing ? (
          <section key={one.standing.id} className="card">
            <header>
              <h2>{one.standing.name || t("group.nameless")}</h2>
              <span className="meta">{one.standing.rules.name}</span>
            </header>
            <Todo of={one} standing={one.standing} />
          </section>
        ) : null,
      )}
    </>
  );
}
