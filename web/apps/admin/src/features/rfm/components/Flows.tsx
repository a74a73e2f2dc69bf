import { count, shortMoment } from "@yutang/ui";
import { Select, Skeleton } from "antd";
import { ArrowRight } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Failed } from "../../../shared/Failed.tsx";
import { CLASSES, type Flow, useFlows, useHistory } from "../api/rfm.ts";
import { useWords } from "./words.ts";

const SHOWN = 8;
const OLDER = 13;

/** Who went from which class into which since an older reckoning, the largest streams first. */
export function Flows({ run, zone }: { run: number; zone: string }) {
  const { t } = useTranslation();
  const words = useWords();
  const [before, setBefore] = useState<number>();
  const [whole, setWhole] = useState(false);
  const flows = useFlows(run, before);
  const older = useHistory(run)
    .data?.items.map((one) => one.run)
    .filter((one) => one.id !== run)
    .slice(-OLDER)
    .reverse();
  const read = flows.data;
  const moved = (read?.items ?? [])
    .filter((one) => one.before !== one.after)
    .sort((a, b) => b.people - a.people);
  return (
    <section className="rfm-panel" aria-label={t("rfm.flows.title")}>
      <div className="part-head">
        <h2>{t("rfm.flows.title")}</h2>
        {read?.before && older && older.length > 0 && (
          <Select<number>
            size="small"
            aria-label={t("rfm.flows.since")}
            value={read.before.id}
            popupMatchSelectWidth={false}
            onChange={setBefore}
            options={older.map((one) => ({
              value: one.id,
              label: t("rfm.flows.sinceRun", { time: shortMoment(one.at, zone) }),
            }))}
          />
        )}
      </div>
      {flows.isPending && <Skeleton active paragraph={{ rows: 5 }} />}
      {flows.isError && <Failed title={words(flows.error)} onAgain={() => flows.refetch()} />}
      {read && !read.before && <p className="meta">{t("rfm.flows.first")}</p>}
      {read?.before && moved.length === 0 && <p className="meta">{t("rfm.flows.none")}</p>}
      {moved.length > 0 && (
        <>
          <ul className="rfm-flows">
            {moved.slice(0, SHOWN).map((flow) => (
              <Stream
                key={`${flow.before}-${flow.after}`}
                flow={flow}
                most={moved[0]?.people ?? 1}
              />
            ))}
          </ul>
          <button type="button" className="link" onClick={() => setWhole(!whole)}>
            {t(whole ? "rfm.flows.less" : "rfm.flows.matrix")}
          </button>
          {whole && <Matrix flows={read?.items ?? []} />}
        </>
      )}
    </section>
  );
}

function useName() {
  const { t } = useTranslation();
  return (key: Flow["before"]) => t(key === null ? "rfm.flows.nobody" : `rfm.classes.${key}`);
}

function Stream({ flow, most }: { flow: Flow; most: number }) {
  const { t } = useTranslation();
  const name = useName();
  const rank = (key: Flow["before"]) => (key === null ? CLASSES.length : CLASSES.indexOf(key));
  const up = rank(flow.after) < rank(flow.before);
  return (
    <li>
      <span>
        {name(flow.before)} <ArrowRight size={14} aria-label={t("rfm.flows.to")} />{" "}
        {name(flow.after)}
      </span>
      <b className="num">{count(flow.people)}</b>
      <span className="rfm-share" aria-hidden="true">
        <i className={up ? "up" : "down"} style={{ width: `${(100 * flow.people) / most}%` }} />
      </span>
    </li>
  );
}

function Matrix({ flows }: { flows: readonly Flow[] }) {
  const { t } = useTranslation();
  const name = useName();
  const keys: Flow["before"][] = [...CLASSES, null];
  const people = (before: Flow["before"], after: Flow["after"]) =>
    flows.find((one) => one.before === before && one.after === after)?.people;
  return (
    <section className="rfm-scroll" aria-label={t("rfm.flows.matrix")} tabIndex={0}>
      <table className="rfm-matrix num">
        <thead>
          <tr>
            <th scope="col">{t("rfm.flows.corner")}</th>
            {keys.map((key) => (
              <th key={key} scope="col">
                {name(key)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {keys.map((before) => (
            <tr key={before}>
              <th scope="row">{name(before)}</th>
              {keys.map((after) => (
                <td key={after} className={before === after ? "same" : undefined}>
                  {count(people(before, after) ?? 0)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
