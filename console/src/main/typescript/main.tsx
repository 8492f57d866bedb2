import { render } from "preact";
import { LocationProvider } from "preact-iso/router";
import { Shell } from "./app/Shell";
import { applyTheme } from "./app/theme";

applyTheme();
const root = document.getElementById("console");
if (root === null) throw new Error("the page has no element for the console");
root.replaceChildren();
render(
  <LocationProvider scope={/^\/(?!(api|console|health|metrics)\b)/}>
    <Shell />
  </LocationProvider>,
  root,
);
