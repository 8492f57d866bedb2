import { useState } from "preact/hooks";
import { type Zone, zone } from "../time/zone";
import { Dialog } from "../ui/Dialog";
import { badge, beep, type Sound, sound } from "./attention";
import { apiKey, keyWanted, useKey, userName } from "./identity";
import { type Theme, theme } from "./theme";

/** Who sits here, with which key, and how the page looks. */
export function Settings({ close }: { close: () => void }) {
  const [name, setName] = useState(userName.value);
  const [key, setKey] = useState(apiKey.value);
  const save = (event: Event) => {
    event.preventDefault();
    userName.value = name.trim();
    if (key !== apiKey.value || keyWanted.value) useKey(key);
    close();
  };
  return (
    <Dialog title={keyWanted.value ? "A key is needed" : "Settings"} close={close} class="settings">
      <form onSubmit={save}>
        <label>
          <span>Your name</span>
          <input
            value={name}
            maxLength={100}
            autocomplete="name"
            onInput={(event) => setName(event.currentTarget.value)}
          />
          <small>Others see it beside what you acknowledge, reject and silence.</small>
        </label>
        <label>
          <span>API key</span>
          <input
            type="password"
            value={key}
            autocomplete="off"
            onInput={(event) => setKey(event.currentTarget.value)}
          />
          <small>
            Only where the server asks for one; kept until this tab is closed. <code>vedette key create</code> makes
            keys.
          </small>
        </label>
        <label>
          <span>Theme</span>
          <select value={theme.value} onChange={(event) => (theme.value = event.currentTarget.value as Theme)}>
            <option value="system">as this machine</option>
            <option value="dark">dark</option>
            <option value="light">light</option>
          </select>
        </label>
        <label>
          <span>Times</span>
          <select value={zone.value} onChange={(event) => (zone.value = event.currentTarget.value as Zone)}>
            <option value="utc">UTC</option>
            <option value="local">of this machine</option>
          </select>
        </label>
        <label>
          <span>Sound for new alerts</span>
          <select
            value={sound.value}
            onChange={(event) => {
              sound.value = event.currentTarget.value as Sound;
              if (sound.value !== "off") beep(sound.value);
            }}
          >
            <option value="off">none</option>
            <option value="CRITICAL">critical ones</option>
            <option value="WARNING">warnings and critical ones</option>
            <option value="INFO">all</option>
          </select>
        </label>
        <label class="check">
          <input
            type="checkbox"
            checked={badge.value}
            onChange={(event) => (badge.value = event.currentTarget.checked)}
          />
          <span>Count in the tab's title what comes while nobody looks</span>
        </label>
        <div class="form-actions">
          <button type="submit" class="primary">
            Save
          </button>
        </div>
      </form>
    </Dialog>
  );
}
