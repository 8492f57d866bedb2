function e(t){return getComputedStyle(document.documentElement).getPropertyValue(t).trim()}export{e as a};
