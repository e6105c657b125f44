import { useState } from "preact/hooks";
import { words } from "../words";
import { Icon } from "./Icon";
import { Menu, type Choice } from "./Menu";

interface Props {
  choices: (tell: (done: string) => void) => Choice[];
  onOpen?: () => void;
}

/** The menu of what can be taken away, with a word on what has been done. */
export function OutputMenu({ choices, onOpen }: Props) {
  const [done, setDone] = useState("");
  return (
    <>
      <span role="status">{done}</span>
      <Menu
        label={
          <>
            <Icon name="save" />
            {words.value.outputs.heading}
          </>
        }
        choices={choices(setDone)}
        onOpen={() => {
          setDone("");
          onOpen?.();
        }}
      />
    </>
  );
}
