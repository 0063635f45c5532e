// Adds the base URL and the key to the requests of orval's clients, which set neither.
import { HEADERS, URL } from "./probe";

export async function fetcher<T>(path: string, options?: RequestInit): Promise<T> {
  const response = await fetch(`${URL}${path}`, { ...options, headers: { ...options?.headers, ...HEADERS } });
  const text = await response.text();
  return { status: response.status, data: text ? JSON.parse(text) : undefined, headers: response.headers } as T;
}
