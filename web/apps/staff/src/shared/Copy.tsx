import { useState } from "react";
import { t } from "./words.ts";

/** Older web views keep the clipboard from scripts, yet copy what is selected. */
function copySelected(text: string): boolean {
  const box = document.createElement("textarea");
  box.value = text;
  box.readOnly = true;
  document.body.append(box);
  box.select();
  const done = document.execCommand("copy");
  box.remove();
  return done;
}

/** Puts a text where it can be pasted from. */
export function Copy({ text, word }: { text: string; word: string }) {
  const [copied, setCopied] = useState<boolean | null>(null);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setCopied(true);
    } catch {
      setCopied(copySelected(text));
    }
  };
  return (
    <>
      <button type="button" className="quiet" onClick={copy}>
        {t(word)}
      </button>
      <span className="meta" role="status">
        {copied === null ? "" : t(copied ? "rules.copied" : "rules.byHand")}
      </span>
    </>
  );
}
