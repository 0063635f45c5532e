// Shared by the TypeScript programs in this folder: the values to send, and the printing of the results.
export const START = 1767323045123;
export const KEY = env("HH_API_KEY");
export const URL = env("HH_V1_URL");
export const RUN_IDS = env("HH_RUN_IDS").split(",");
export const MISSING = env("HH_MISSING_EVENT");
export const HEADERS = { Authorization: `Bearer ${KEY}` };

export function env(name: string): string {
  const value = process.env[name];
  if (value === undefined) throw new Error(`${name} is not set`);
  return value;
}

export interface Report {
  created: number | null | undefined;
  runs: (string | undefined)[];
  found: (string | null | undefined)[];
  error: [number | undefined, string | undefined];
}

export function report(probe: () => Promise<Report>): void {
  probe().then(
    (seen) => console.log(JSON.stringify(seen)),
    (error: unknown) => {
      console.error(error);
      process.exitCode = 1;
    },
  );
}
