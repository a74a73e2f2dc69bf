import { ChevronLeft } from "lucide-react";

interface Props {
  back: string;
  onBack: () => void;
  title: string;
  about: string;
}

/** The way back, and what this page is. */
export function Head({ back, onBack, title, about }: Props) {
  return (
    <>
      <button type="button" className="back" onClick={onBack}>
        <ChevronLeft size={14} aria-hidden="true" />
        {back}
      </button>
      <header className="page-head">
        <div>
          <h1 className="import-title">{title}</h1>
          <p className="meta">{about}</p>
        </div>
      </header>
    </>
  );
}
