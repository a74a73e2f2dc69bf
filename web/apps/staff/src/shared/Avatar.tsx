import { initial } from "@yutang/ui";
import { useState } from "react";

/** The person's picture, or the first letter of the name when there is none or it fails. */
export function Avatar({
  name,
  picture,
  large,
}: {
  name: string;
  picture?: string;
  large?: boolean;
}) {
  const [broken, setBroken] = useState(false);
  return (
    <span className={large ? "face large" : "face"} aria-hidden="true">
      {picture && !broken ? (
        <img src={picture} alt="" loading="lazy" onError={() => setBroken(true)} />
      ) : (
        initial(name)
      )}
    </span>
  );
}
