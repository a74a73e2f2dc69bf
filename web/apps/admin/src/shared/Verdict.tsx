import { CircleAlert, CircleCheck } from "lucide-react";
import "./shared.css";

/** The answer of a page, first of all. */
export function Verdict({ calm, text }: { calm: boolean; text: string }) {
  const Icon = calm ? CircleCheck : CircleAlert;
  return (
    <p className={calm ? "verdict calm" : "verdict"} aria-live="polite">
      <Icon size={18} strokeWidth={1.75} aria-hidden="true" />
      <span>{text}</span>
    </p>
  );
}
