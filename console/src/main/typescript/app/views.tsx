import type { AnyComponent } from "preact";
import lazy from "preact-iso/lazy";

/** A view of the console, as the navigation lists it. */
export type ViewEntry = {
  /** Its address; what is behind it in the address is the view's own. */
  path: string;
  title: string;
  /** What follows g to go there. */
  key: string;
  /** Drawn in a box of 24 by 24, stroked. */
  icon: string;
};

type Routed = { path: string; component: AnyComponent };

export const VIEWS: readonly ViewEntry[] = [
  { path: "/alerts", title: "Alerts", key: "a", icon: "M12 3a6 6 0 0 0-6 6v4l-2 4h16l-2-4V9a6 6 0 0 0-6-6zM10 20h4" },
  {
    path: "/map",
    title: "Map",
    key: "m",
    icon: "M12 21s7-6.2 7-11.5a7 7 0 0 0-14 0C5 14.8 12 21 12 21zM12 12a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5z",
  },
  { path: "/trends", title: "Trends", key: "t", icon: "M4 4v16h16M7 15l4-5 3 3 5-7" },
  { path: "/brief", title: "Brief", key: "b", icon: "M6 3h9l4 4v14H6zM14 3v5h5M9 12h7M9 16h7" },
  {
    path: "/search",
    title: "Search",
    key: "f",
    icon: "M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13zM15.5 15.5 21 21",
  },
  {
    path: "/watches",
    title: "Watches",
    key: "w",
    icon: "M12 6C6.5 6 3 12 3 12s3.5 6 9 6 9-6 9-6-3.5-6-9-6zM12 9.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5z",
  },
  {
    path: "/sources",
    title: "Sources",
    key: "o",
    icon: "M5 19a1 1 0 1 0 0-.1M4 12a8 8 0 0 1 8 8M4 5a15 15 0 0 1 15 15",
  },
  {
    path: "/system",
    title: "System",
    key: "y",
    icon: "M3 12h4l2.5-7 4 14 2.5-7H21",
  },
];

/** Every address of the page and what it shows.  Views come when they are asked for. */
export const ROUTES: readonly Routed[] = [
  { path: "/alerts/:id?", component: lazy(() => import("../alerts/AlertsView")) },
  { path: "/map", component: lazy(() => import("../map/MapView")) },
  { path: "/articles/:id", component: lazy(() => import("../article/ArticleView")) },
  { path: "/trends", component: lazy(() => import("../trends/TrendsView")) },
  { path: "/brief", component: lazy(() => import("../brief/BriefView")) },
  { path: "/search", component: lazy(() => import("../search/SearchView")) },
  { path: "/watches/:id?", component: lazy(() => import("../watches/WatchesView")) },
  { path: "/sources/:id?", component: lazy(() => import("../sources/SourcesView")) },
  { path: "/system", component: lazy(() => import("../system/SystemView")) },
];
