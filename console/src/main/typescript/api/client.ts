import { apiKey, keyWanted, userName } from "../app/identity";

/** What the API refused, in the words of its problem document (RFC 9457). */
export class ApiError extends Error {
  constructor(
    /** The HTTP status; 0 if there was no answer. */
    readonly status: number,
    message: string,
    /** Further members of the problem: `parameter`, `field`, `line`, `column`, `etag` … */
    readonly problem: Readonly<Record<string, unknown>> = {},
    /** So many seconds later it may be asked again; 0 if that was not said. */
    readonly retryAfter = 0,
  ) {
    super(message);
    this.name = "ApiError";
  }

  /** Whether it may go by itself. */
  get passing(): boolean {
    return this.status === 0 || this.status === 429 || this.status >= 500;
  }
}

export type Query = Record<string, string | number | boolean | readonly string[] | null | undefined>;

type Options = {
  query?: Query;
  /** Sent as JSON. */
  body?: unknown;
  headers?: Record<string, string>;
  signal?: AbortSignal;
};

/** Parameters behind "?", those without a value left out. */
export function queryString(query: Query = {}): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value === null || value === undefined || value === "") continue;
    for (const one of Array.isArray(value) ? value : [value]) params.append(name, String(one));
  }
  const text = params.toString();
  return text === "" ? "" : `?${text}`;
}

/** Headers that tell who asks. */
export function callerHeaders(): Record<string, string> {
  const headers: Record<string, string> = {};
  if (apiKey.value !== "") headers["X-Api-Key"] = apiKey.value;
  if (userName.value !== "") headers["X-Vedette-User"] = encodeHeader(userName.value);
  return headers;
}

/**
 * Asks the API.
 *
 * @throws ApiError for every answer but 2xx, and for none
 * @throws DOMException named AbortError if the signal says so
 */
export async function ask(method: string, path: string, options: Options = {}): Promise<Response> {
  const headers: Record<string, string> = { Accept: "application/json", ...callerHeaders(), ...options.headers };
  const init: RequestInit = { method, headers, cache: "no-store", credentials: "omit" };
  if (options.body !== undefined) {
    headers["Content-Type"] = "application/json";
    init.body = JSON.stringify(options.body);
  }
  if (options.signal) init.signal = options.signal;
  let response: Response;
  try {
    response = await fetch(path + queryString(options.query), init);
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") throw error;
    throw new ApiError(0, "Vedette does not answer. It may be starting again, or the network is down.");
  }
  if (!response.ok) throw await refusal(response);
  return response;
}

/** Asks for JSON. */
export async function get<T>(path: string, query?: Query, signal?: AbortSignal): Promise<T> {
  const response = await ask("GET", path, { ...(query && { query }), ...(signal && { signal }) });
  return (await response.json()) as T;
}

/** Sends JSON and reads JSON; undefined where the answer has no body. */
export async function send<T>(method: "POST" | "PUT" | "DELETE", path: string, options: Options = {}): Promise<T> {
  const response = await ask(method, path, options);
  const text = await response.text();
  return (text === "" ? undefined : JSON.parse(text)) as T;
}

async function refusal(response: Response): Promise<ApiError> {
  if (response.status === 401) keyWanted.value = true;
  let problem: Record<string, unknown> = {};
  try {
    problem = (await response.json()) as Record<string, unknown>;
  } catch {
    // some proxy's own page
  }
  const said = problem.detail ?? problem.title;
  const words = typeof said === "string" ? said : `the answer was ${response.status}`;
  return new ApiError(response.status, words, problem, Number(response.headers.get("Retry-After")) || 0);
}

/** A header takes Latin letters only; other names go as an extended value of RFC 8187. */
function encodeHeader(text: string): string {
  return /^[\x20-\x7e]*$/.test(text) ? text : `UTF-8''${encodeURIComponent(text)}`;
}
