import { State, type Tone } from "@yutang/ui";
import { Button, Segmented } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ClockField } from "../../../shared/ClockField.tsx";
import { useChannelOptions, useStaffOptions } from "../../../shared/choices.ts";
import { Failed } from "../../../shared/Failed.tsx";
import { OneOf } from "../../../shared/OneOf.tsx";
import { useWhich, type Which, type Why } from "../api/greetings.ts";
import { usePhrases } from "./words.ts";

const tones: Record<Why, Tone> = {
  applies: "ok",
  less_exact: "info",
  farther: "info",
  other_hours: "off",
  other_people: "off",
};

const optionOf = ({ id, name }: { id: number; name: string }) => ({ value: id, label: name });

/** Which welcome goes out for an add, and why the others do not. */
export function WhichPanel({ onOpen }: { onOpen: (id: number) => void }) {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState<number>();
  const [channel, setChannel] = useState<number>();
  const [at, setAt] = useState("10:00");
  const [standing, setStanding] = useState<"new" | "returning">("new");
  const anybody = useStaffOptions("").options[0];
  // Until one is chosen the first member is an example.
  const staff = chosen ?? anybody?.value;
  const told = useWhich(staff === undefined ? undefined : { staff, channel, at, standing });
  return (
    <section className="which" aria-label={t("greetings.which.title")}>
      <h2>{t("greetings.which.title")}</h2>
      <div className="which-asked">
        <OneOf
          className="greet-select"
          label={t("greetings.which.staff")}
          value={staff}
          known={told.data && optionOf(told.data.staff)}
          useFound={useStaffOptions}
          onChange={setChosen}
        />
        <OneOf
          className="greet-select"
          label={t("greetings.which.channel")}
          value={channel}
          known={told.data?.channel ? optionOf(told.data.channel) : undefined}
          clearable
          useFound={useChannelOptions}
          onChange={setChannel}
        />
        <ClockField label={t("greetings.which.at")} value={at} onChange={setAt} />
        <Segmented
          aria-label={t("greetings.which.standing")}
          value={standing}
          options={(["new", "returning"] as const).map((value) => ({
            value,
            label: t(`greetings.standing.${value}`),
          }))}
          onChange={setStanding}
        />
      </div>
      {told.isError && (
        <Failed title={t("greetings.which.failed")} onAgain={() => told.refetch()} />
      )}
      {told.data && <Told which={told.data} onOpen={onOpen} />}
    </section>
  );
}

function Told({ which, onOpen }: { which: Which; onOpen: (id: number) => void }) {
  const { t } = useTranslation();
  const phrases = usePhrases();
  const applies = which.steps.find((step) => step.why === "applies")?.greeting;
  return (
    <>
      <p className="which-answer" aria-live="polite">
        {applies
          ? t("greetings.which.answer", {
              reach: phrases.reach(applies),
              when: phrases.when(applies),
            })
          : t("greetings.which.none")}
      </p>
      <p className="meta">
        {t("greetings.which.way", {
          name: which.staff.name,
          way: which.departments.map((one) => one.name).join(" → ") || t("greetings.which.nowhere"),
        })}
      </p>
      <ol className="which-steps">
        {which.steps.map(({ greeting, why }) => (
          <li key={greeting.id} className={why === "applies" ? "on" : ""}>
            <State tone={tones[why]} word={t(`greetings.why.${why}`)} />
            <Button type="link" className="greet-name" onClick={() => onOpen(greeting.id)}>
              {phrases.reach(greeting)}
            </Button>
            <span className="meta">{phrases.when(greeting)}</span>
            <span className="cut which-gist" title={phrases.gist(greeting)}>
              {phrases.gist(greeting)}
            </span>
          </li>
        ))}
      </ol>
    </>
  );
}
