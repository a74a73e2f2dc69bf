import { App, Button } from "antd";
import { Copy as CopyIcon } from "lucide-react";
import { useTranslation } from "react-i18next";

interface Props {
  text: string;
  /** What it is, for who cannot see the text. */
  name: string;
  /** What the button says, where the text itself does not stand beside it. */
  label?: string;
}

/** Puts a text where it can be pasted from. */
export function Copy({ text, name, label }: Props) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  return (
    <Button
      size="small"
      icon={<CopyIcon size={12} aria-hidden="true" />}
      aria-label={t("grouprules.copyOf", { name })}
      onClick={async () => {
        await navigator.clipboard.writeText(text);
        message.success(t("grouprules.copied", { name }));
      }}
    >
      {label ?? t("grouprules.copy")}
    </Button>
  );
}

interface TextProps extends Props {
  title: string;
}

/** A text that somebody takes elsewhere, whole. */
export function Ready({ title, text, name }: TextProps) {
  return (
    <section className="rules-ready">
      <header>
        <h3>{title}</h3>
        <Copy text={text} name={name} />
      </header>
      <p>{text}</p>
    </section>
  );
}
