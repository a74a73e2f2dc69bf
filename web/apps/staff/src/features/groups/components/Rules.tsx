import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import en from "../../../locales/en/later-rules.json";
import zh from "../../../locales/zh-CN/later-rules.json";
import { Copy } from "../../../shared/Copy.tsx";
import { learn, spoken, t } from "../../../shared/words.ts";
import { type GroupRules, rulesQuery, type Said, type Standing } from "../api/rules.ts";
import { BreachForm } from "./BreachForm.tsx";
import "./rules.css";

learn({ "zh-CN": zh, en });

export const said = (words: Said): string => (spoken() === "en" ? words.en : words.zh);

/** What the rules say of the group beside whose chat one is, and who broke them. */
export function Rules({ chatId }: { chatId: string }) {
  const { data } = useQuery(rulesQuery(chatId));
  const [open, setOpen] = useState(false);
  if (!data) return null;
  return (
    <>
      <section className="card">
        <header>
          <h2>{t("rules.title")}</h2>
          {data.standing ? (
            <span className="meta">{t("rules.by", { name: data.standing.rules.name })}</span>
          ) : null}
        </header>
        {data.standing ? (
          <>
            <Todo of={data} standing={data.standing} />
            <p className="meta">{t("rules.onlyOwner")}</p>
            <Called of={data} standing={data.standing} />
            {data.rules ? (
              <>
                <p className="rules-text">{data.rules}</p>
                <p className="rules-acts">
                  <Copy text={data.rules} word="rules.copyRules" />
                </p>
              </>
            ) : null}
          </>
        ) : (
          <p className="empty">{t("rules.none")}</p>
        )}
        {open ? null : (
          <button type="button" className="quiet wide" onClick={() => setOpen(true)}>
            {t("rules.breach.add")}
          </button>
        )}
      </section>
      {open ? <BreachForm chatId={chatId} onDone={() => setOpen(false)} /> : null}
    </>
  );
}

/** Notice and name, each with what is to be pasted. */
export function Todo({ of, standing }: { of: GroupRules; standing: Standing }) {
  const otherwise = standing.notice === "differs" || standing.notice === "empty";
  return (
    <ul className="rules-todo">
      {standing.notice === "off" ? null : (
        <li className={otherwise ? "wrong" : ""}>
          <p>{t(`rules.notice.${standing.notice}`)}</p>
          {otherwise ? (
            <>
              <p className="rules-text">{of.wanted_notice}</p>
              <p className="rules-acts">
                <Copy text={of.wanted_notice} word="rules.copyNotice" />
              </p>
            </>
          ) : null}
        </li>
      )}
      {standing.name_state === "off" ? null : (
        <li className={standing.name_state === "wrong" ? "wrong" : ""}>
          <p>{t(`rules.name.${standing.name_state}`, { name: standing.wanted_name ?? "" })}</p>
          {standing.name_state === "wrong" && standing.wanted_name ? (
            <p className="rules-acts">
              <Copy text={standing.wanted_name} word="rules.copyName" />
            </p>
          ) : null}
        </li>
      )}
    </ul>
  );
}

function Called({ of, standing }: { of: GroupRules; standing: Standing }) {
  const counts = standing.nicknames;
  if (!of.nickname_shown || !of.nickname_request || !counts) return null;
  if (counts.differs + counts.nameless === 0) return null;
  return (
    <>
      <p>
        {t("rules.nicknames", {
          differs: counts.differs,
          none: counts.nameless,
          form: said(of.nickname_shown),
        })}
      </p>
      <p className="rules-acts">
        <Copy text={said(of.nickname_request)} word="rules.copyAsk" />
      </p>
    </>
  );
}
