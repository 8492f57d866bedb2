/** What a colour of the theme is now, for what is painted and not styled. */
export function colour(token: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(token).trim();
}
