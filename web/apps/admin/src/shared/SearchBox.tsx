import { Input } from "antd";
import { Search } from "lucide-react";
import { useEffect, useState } from "react";
import "./shared.css";

interface Props {
  label: string;
  text: string;
  /** Told, without spaces around it, when the typing rests. */
  onSearch: (text: string) => void;
  maxLength?: number;
  className?: string;
}

const TYPING_MS = 300;

/** Searches while one types; the address holds the text. */
export function SearchBox({ label, text, onSearch, maxLength = 64, className }: Props) {
  const [typed, setTyped] = useState(text);
  useEffect(() => setTyped(text), [text]);
  useEffect(() => {
    if (typed.trim() === text) return;
    const timer = setTimeout(() => onSearch(typed.trim()), TYPING_MS);
    return () => clearTimeout(timer);
  });
  return (
    <Input
      className={className ?? "search-box"}
      aria-label={label}
      placeholder={label}
      prefix={<Search size={14} aria-hidden="true" />}
      allowClear
      maxLength={maxLength}
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
    />
  );
}
