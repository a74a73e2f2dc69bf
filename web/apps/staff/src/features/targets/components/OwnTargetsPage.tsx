import { useQuery } from "@tanstack/react-query";
import { clock } from "@yutang/ui";
import { useEffect } from "react";
import en from "../../../locales/en/later-targets.json";
import zh from "../../../locales/zh-CN/later-targets.json";
import { Failure } from "../../../shared/Failure.tsx";
import { Loading } from "../../../shared/Loading.tsx";
import { learn, t } from "../../../shared/words.ts";
import { type OwnTarget, ownTargetsQuery } from "../api/targets.ts";

learn({ "zh-CN": zh, en });

/** My number, my place, how far it is, and the two who are just ahead. */
export function OwnTargetsPage({ zone }: { zone: string }) {
  const { data, error, refetch } = useQuery(ownTargetsQuery);
  useEffect(() => {
    document.title = t("targets.title");
  }, []);
  if (!data) return error ? <Failure error={error} retry={() => void refetch()} /> : <Loading />;
  return (
    <>
      <section className="card">
        <h1>{t("targets.title")}</h1>
        <p className="meta">{t(data.items.length > 0 ? "targets.about" : "targets.none")}</p>
      </section>
      {data.items.map((one) => (
        <Own key={`${one.first}-${one.last}`} one={one} />
      ))}
      <p className="fresh">{t("shell.asOf", { time: clock(data.as_of, zone) })}</p>
    </>
  );
}

function Own({ one }: { one: OwnTarget }) {
  return (
    <section className="card">
      <header>
        <h2>{one.left === 0 ? t("targets.reached") : t("targets.left", { n: one.left })}</h2>
        <span className="meta num">
          {one.first.slice(5)} ~ {one.last.slice(5)}
        </span>
      </header>
      <p className="score">
        <b className="num">{one.kept}</b>
        <span className="num"> / {one.aim}</span>
        <span className="meta">{t(`targets.kept.${one.kept_days}`)}</span>
      </p>
      <progress max={one.aim} value={Math.min(one.kept, one.aim)} aria-label={t("targets.title")} />
      {one.pending > 0 ? <p className="meta">{t("targets.pending", { n: one.pending })}</p> : null}
      {one.of > 1 ? <p>{t("targets.rank", { n: one.rank, of: one.of })}</p> : null}
      {one.above.length > 0 ? (
        <ul className="rows">
          {one.above.map((other) => (
            <li key={`${other.name}-${other.kept}`}>
              <span className="grow">{other.name}</span>
              <b className="num">{other.kept}</b>
            </li>
          ))}
        </ul>
      ) : null}
    </section>
  );
}
