/** The address of an incident as it stood at a moment (UTC), whatever is added or judged later. */
export const citeLink = (incident: string, at: string): string =>
  `${window.location.origin}/incidents/${encodeURIComponent(incident)}?at=${at}`
