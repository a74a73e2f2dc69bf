import { useQuery } from "@tanstack/react-query";
import { ProblemError } from "@yutang/api";
import { count } from "@yutang/ui";
import { useState } from "react";
import en from "../../../locales/en/later-watch.json";
import zh from "../../../locales/zh-CN/later-watch.json";
import { Failure } from "../../../shared/Failure.tsx";
import { Loading } from "../../../shared/Loading.tsx";
import { Notice } from "../../../shared/Notice.tsx";
import { learn, spoken, t } from "../../../shared/words.ts";
import { type Kind, type Sheet, sheetQuery } from "../api/watch.ts";
import "./watch.css";

learn({ "zh-CN": zh, en });

const KINDS = ["silence", "doubles", "renewal", "group_code"] as const;

/** Which sheet the address asks for: /m/watch/renewal/7. */
function asked(): { kind: Kind; of: number } | undefined {
  const [name, id] = location.pathname.split("/").slice(3);
  const kind = KINDS.find((one) => one === name);
  const of = Number(id);
  return kind && Number.isSafeInteger(of) && of > 0 ? { kind, of } : undefined;
}

type Text = Sheet["title"];
const said = (text: Text) => (spoken() === "en" ? text.en : text.zh);

/** What is behind a task about one's groups: why, text to paste, whom it is about. */
export function WatchPage() {
  const which = asked();
  const { data, error, refetch, isFetching } = useQuery({
    ...sheetQuery(which?.kind ?? "silence", which?.of ?? 0),
    enabled: which !== undefined,
    retry: false,
  });
  if (!which) return <Notice title={t("watch.unknown.title")} text={t("watch.unknown.text")} />;
  if (!data) {
    if (!error || isFetching) return <Loading />;
    const gone = error instanceof ProblemError && error.problem.status === 404;
    return gone ? (
      <Notice title={t("watch.unknown.title")} text={t("watch.unknown.text")} />
    ) : (
      <Failure error={error} retry={() => void refetch()} />
    );
  }
  return (
    <>
      <section className="card">
        <h1>{said(data.title)}</h1>
        <p>{said(data.about)}</p>
      </section>
      {data.texts.map((one) => (
        <Ready key={one.title.zh} title={said(one.title)} text={said(one.text)} />
      ))}
      {data.total > 0 ? <People sheet={data} /> : null}
    </>
  );
}

function Ready({ title, text }: { title: string; text: string }) {
  const [told, setTold] = useState<string>();
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setTold(t("watch.copied"));
    } catch {
      setTold(t("watch.notCopied"));
    }
  };
  return (
    <section className="card watch-ready">
      <header>
        <h2>{title}</h2>
        <button
          type="button"
          className="quiet"
          aria-label={t("watch.copyLabel", { title })}
          onClick={() => void copy()}
        >
          {t("watch.copy")}
        </button>
      </header>
      <p>{text}</p>
      <p className="meta" aria-live="polite">
        {told}
      </p>
    </section>
  );
}

function People({ sheet }: { sheet: Sheet }) {
  return (
    <section className="card">
      <header>
        <h2>{t("watch.people")}</h2>
        <span className="meta num">
          {t("watch.done", { done: count(sheet.done), total: count(sheet.total) })}
        </span>
      </header>
      <ul className="rows">
        {sheet.people.map((person, at) => (
          // Two persons of one name may be in one group.
          <li key={`${person.name} ${person.group} ${at}`} className={person.done ? "off" : ""}>
            <div className="grow">
              <p className="cutline">{person.name || t("shell.nameless")}</p>
              {person.group ? (
                <p className="meta">
                  {t("watch.from", {
                    group: person.group || t("watch.nameless"),
                    keep: person.keep || t("watch.nameless"),
                  })}
                </p>
              ) : null}
            </div>
            <span className="meta">{t(person.done ? "watch.isDone" : "watch.waits")}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
