import { count } from "@yutang/ui";
import { Button, Input } from "antd";
import type { TextAreaRef } from "antd/es/input/TextArea";
import { useRef } from "react";
import { useTranslation } from "react-i18next";
import {
  type Draft,
  FALLEN_BACK,
  freeBytes,
  holds,
  PLACES,
  type Place,
  room,
  unknownPlaces,
} from "./draft.ts";
import { Field } from "./Field.tsx";

interface Props {
  draft: Draft;
  onChange: (more: Partial<Draft>) => void;
}

/** What is said, and what stands where nobody knows a word. */
export function TextFields({ draft, onChange }: Props) {
  const { t } = useTranslation();
  const named = holds(draft.text, "name");
  const all = named ? draft.text + draft.nameless : draft.text;
  return (
    <>
      <h2>{t("greetings.sections.what")}</h2>
      <TextField
        id="greet-text"
        label={t("greetings.fields.text")}
        value={draft.text}
        places={PLACES}
        onChange={(text) => onChange({ text })}
      />
      {named && (
        <TextField
          id="greet-nameless"
          label={t("greetings.fields.nameless")}
          about={t("greetings.fields.namelessHelp")}
          value={draft.nameless}
          places={PLACES.filter((place) => place !== "name")}
          onChange={(nameless) => onChange({ nameless })}
        />
      )}
      {FALLEN_BACK.filter((place) => holds(all, place)).map((place) => (
        <Field
          key={place}
          of={`greet-${place}`}
          label={t(`greetings.fallbacks.${place}`)}
          help={t(`greetings.fallbackHelp.${place}`)}
        >
          <Input
            id={`greet-${place}`}
            maxLength={30}
            value={draft.fallbacks[place]}
            onChange={(event) =>
              onChange({ fallbacks: { ...draft.fallbacks, [place]: event.target.value } })
            }
          />
        </Field>
      ))}
    </>
  );
}

interface TextProps {
  id: string;
  label: string;
  about?: string;
  value: string;
  places: readonly Place[];
  onChange: (text: string) => void;
}

function TextField({ id, label, about, value, places, onChange }: TextProps) {
  const { t } = useTranslation();
  const field = useRef<TextAreaRef>(null);
  const wrong = unknownPlaces(value);
  const free = freeBytes(value);
  const insert = (place: Place) => {
    const area = field.current?.resizableTextArea?.textArea;
    const at = area?.selectionStart ?? value.length;
    onChange(`${value.slice(0, at)}{${place}}${value.slice(area?.selectionEnd ?? at)}`);
    area?.focus();
  };
  return (
    <Field
      of={id}
      label={label}
      help={
        <>
          <span className="greet-places">
            {t("greetings.fields.insert")}
            {places.map((place) => (
              <Button key={place} type="link" size="small" onClick={() => insert(place)}>
                {t(`greetings.places.${place}`)}
              </Button>
            ))}
            <span className={free < 0 ? "greet-room over" : "greet-room"} aria-live="polite">
              {free < 0
                ? t("greetings.fields.over", { count: -free, n: count(-free) })
                : t("greetings.fields.room", { n: count(room(value)) })}
            </span>
          </span>
          {about && <span>{about}</span>}
          {wrong.length > 0 && (
            <span className="over">{t("greetings.fields.wrongPlace", { what: wrong[0] })}</span>
          )}
        </>
      }
    >
      <Input.TextArea
        ref={field}
        id={id}
        autoSize={{ minRows: 3, maxRows: 12 }}
        status={free < 0 || wrong.length > 0 ? "error" : ""}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </Field>
  );
}
