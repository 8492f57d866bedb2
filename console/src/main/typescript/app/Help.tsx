import { Dialog } from "../ui/Dialog";
import { commandGroups } from "./keys";

/** What the keys do here and everywhere. */
export function Help({ close }: { close: () => void }) {
  return (
    <Dialog title="Keys" close={close} class="help">
      {commandGroups.value.map((group) => (
        <section key={group.title}>
          <h3>{group.title}</h3>
          <dl>
            {group.commands.map(({ keys, does }) => (
              <div key={keys}>
                <dt>
                  {keys.split(" ").map((key) => (
                    <kbd key={key}>{key}</kbd>
                  ))}
                </dt>
                <dd>{does}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </Dialog>
  );
}
