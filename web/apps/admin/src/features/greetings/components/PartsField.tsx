import { Button, Input, Upload } from "antd";
import { ArrowDown, ArrowUp, Plus, X } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useUpload } from "../../../shared/files.ts";
import { KINDS } from "../api/greetings.ts";
import { type Draft, MOST_PARTS, newPart, type PartDraft, partLacks } from "./draft.ts";
import { Field } from "./Field.tsx";
import { useWords } from "./words.ts";

interface Props {
  draft: Draft;
  /** Whether what is missing is marked. */
  shown: boolean;
  onChange: (more: Partial<Draft>) => void;
}

/** Up to nine attachments, in the order in which they are sent. */
export function PartsField({ draft, shown, onChange }: Props) {
  const { t } = useTranslation();
  const { parts } = draft;
  const put = (next: PartDraft[]) => onChange({ parts: next });
  const full = parts.length >= MOST_PARTS;
  const swap = (at: number, other: number) => {
    const next = [...parts];
    const [one, two] = [next[at], next[other]];
    if (!one || !two) return;
    next[at] = two;
    next[other] = one;
    put(next);
  };
  return (
    <>
      <h2>{t("greetings.sections.parts")}</h2>
      <ol className="greet-parts">
        {parts.map((part, at) => (
          <li key={part.key} className={shown && partLacks(part) ? "lacks" : ""}>
            <header>
              <b>{t("greetings.part", { n: at + 1, kind: t(`greetings.kinds.${part.kind}`) })}</b>
              <Button
                type="text"
                aria-label={t("greetings.up", { n: at + 1 })}
                disabled={at === 0}
                title={at === 0 ? t("greetings.isFirst") : undefined}
                icon={<ArrowUp size={16} aria-hidden="true" />}
                onClick={() => swap(at, at - 1)}
              />
              <Button
                type="text"
                aria-label={t("greetings.down", { n: at + 1 })}
                disabled={at === parts.length - 1}
                title={at === parts.length - 1 ? t("greetings.isLast") : undefined}
                icon={<ArrowDown size={16} aria-hidden="true" />}
                onClick={() => swap(at, at + 1)}
              />
              <Button
                type="text"
                aria-label={t("greetings.drop", { n: at + 1 })}
                icon={<X size={16} aria-hidden="true" />}
                onClick={() => put(parts.filter((one) => one.key !== part.key))}
              />
            </header>
            <PartFields
              part={part}
              onChange={(more) =>
                put(parts.map((one) => (one.key === part.key ? { ...one, ...more } : one)))
              }
            />
          </li>
        ))}
      </ol>
      <div className="greet-adds">
        {KINDS.map((kind) => (
          <Button
            key={kind}
            disabled={full}
            title={full ? t("greetings.full") : undefined}
            icon={<Plus size={14} aria-hidden="true" />}
            onClick={() => put([...parts, newPart(kind)])}
          >
            {t(`greetings.kinds.${kind}`)}
          </Button>
        ))}
        <span className="meta num">{t("greetings.chosen", { n: parts.length })}</span>
      </div>
    </>
  );
}

interface PartProps {
  part: PartDraft;
  onChange: (more: Partial<PartDraft>) => void;
}

const FIELDS = {
  link: ["title", "url", "description", "pictureUrl"],
  mini_program: ["title", "appid", "page"],
  image: [],
  video: [],
  file: [],
} as const;

function PartFields({ part, onChange }: PartProps) {
  const { t } = useTranslation();
  return (
    <>
      {FIELDS[part.kind].map((name) => (
        <Field
          key={name}
          of={`greet-${part.key}-${name}`}
          label={t(`greetings.partFields.${name}`)}
        >
          <Input
            id={`greet-${part.key}-${name}`}
            value={part[name]}
            placeholder={name === "url" || name === "pictureUrl" ? "https://" : ""}
            onChange={(event) => onChange({ [name]: event.target.value })}
          />
        </Field>
      ))}
      <FileField part={part} onChange={onChange} />
    </>
  );
}

function FileField({ part, onChange }: PartProps) {
  const { t } = useTranslation();
  const words = useWords();
  const { kind, file } = part;
  const { fault, busy, picker } = useUpload(kind, words, ({ id, name }, chosen) =>
    onChange({
      file: { id, name, url: kind === "file" ? undefined : URL.createObjectURL(chosen) },
    }),
  );
  return (
    <div className="greet-file">
      <Upload {...picker}>
        <Button loading={busy}>
          {t(file ? "greetings.otherFile" : `greetings.choose.${kind}`)}
        </Button>
      </Upload>
      <span className="cut" title={file?.name}>
        {file?.name}
      </span>
      {file && kind === "link" && (
        <Button type="link" onClick={() => onChange({ file: undefined })}>
          {t("greetings.dropCover")}
        </Button>
      )}
      <span className="meta">{t(`greetings.bounds.${kind}`)}</span>
      {fault && (
        <span className="over" role="alert">
          {fault}
        </span>
      )}
    </div>
  );
}
