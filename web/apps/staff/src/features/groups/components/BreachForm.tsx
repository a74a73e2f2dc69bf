import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { Copy } from "../../../shared/Copy.tsx";
import { spoken, t } from "../../../shared/words.ts";
import { type Breach, KINDS, type Kind, membersQuery, recordBreach } from "../api/rules.ts";
import "../../../shared/later-forms.css";

interface Props {
  chatId: string;
  onDone: () => void;
}

/** Writes down who broke the rules; then tells what to say, or how he is removed. */
export function BreachForm({ chatId, onDone }: Props) {
  const queries = useQueryClient();
  const [q, setQ] = useState("");
  const [who, setWho] = useState<number | null>(null);
  const [kind, setKind] = useState<Kind | null>(null);
  const [note, setNote] = useState("");
  const found = useQuery(membersQuery(chatId, q.trim()));
  const record = useMutation({
    mutationFn: () =>
      recordBreach({
        chat_id: chatId,
        customer_id: who ?? 0,
        kind: kind ?? "other",
        note: note.trim(),
      }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ["group", chatId] }),
  });
  if (record.data) return <Recorded breach={record.data} onDone={onDone} />;
  const ready = who !== null && kind !== null && !record.isPending;
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (ready) record.mutate();
  };
  return (
    <section className="card">
      <header>
        <h2>{t("rules.breach.add")}</h2>
        <button type="button" className="plain" onClick={onDone}>
          {t("rules.breach.cancel")}
        </button>
      </header>
      <form onSubmit={send}>
        <label className="field">
          <span className="meta">{t("rules.breach.who")}</span>
          <input
            type="search"
            value={q}
            placeholder={t("rules.breach.search")}
            onChange={(event) => {
              setQ(event.target.value);
              setWho(null);
            }}
          />
        </label>
        <fieldset className="choices rules-people" aria-label={t("rules.breach.who")}>
          {(found.data?.items ?? []).map((one) => (
            <button
              key={one.customer_id}
              type="button"
              className={one.customer_id === who ? "pick on" : "pick"}
              aria-pressed={one.customer_id === who}
              onClick={() => setWho(one.customer_id === who ? null : one.customer_id)}
            >
              {one.name || t("shell.nameless")}
              {one.nickname && one.nickname !== one.name ? ` · ${one.nickname}` : ""}
              {one.breaches > 0 ? ` · ${t("rules.breach.once", { count: one.breaches })}` : ""}
            </button>
          ))}
          {found.data?.items.length === 0 ? (
            <p className="meta">{t("rules.breach.nobody")}</p>
          ) : null}
        </fieldset>
        <fieldset className="choices">
          <legend className="meta">{t("rules.breach.kind")}</legend>
          {KINDS.map((one) => (
            <button
              key={one}
              type="button"
              className={one === kind ? "pick on" : "pick"}
              aria-pressed={one === kind}
              onClick={() => setKind(one === kind ? null : one)}
            >
              {t(`rules.breach.kinds.${one}`)}
            </button>
          ))}
        </fieldset>
        <label className="field">
          <span className="meta">{t("rules.breach.note")}</span>
          <input maxLength={200} value={note} onChange={(event) => setNote(event.target.value)} />
        </label>
        {record.isError ? (
          <p className="problem" role="alert">
            {t("rules.breach.failed")}
          </p>
        ) : null}
        <button type="submit" className="primary wide" disabled={!ready}>
          {t("rules.breach.save")}
        </button>
      </form>
    </section>
  );
}

function Recorded({ breach, onDone }: { breach: Breach; onDone: () => void }) {
  const words = breach.word ?? breach.announcement;
  const text = words ? (spoken() === "en" ? words.en : words.zh) : "";
  return (
    <section className="card" role="status">
      <header>
        <h2>
          {breach.person_name} · {t("rules.breach.done", { n: breach.ordinal })}
        </h2>
      </header>
      <p className="strong">{t(`rules.breach.${breach.word ? "told" : "to_remove"}`)}</p>
      {breach.word ? null : <p>{t("rules.breach.steps")}</p>}
      <p className="rules-text">{text}</p>
      <p className="rules-acts">
        <Copy text={text} word="rules.copyWord" />
      </p>
      <button type="button" className="quiet wide" onClick={onDone}>
        {t("rules.breach.close")}
      </button>
    </section>
  );
}
