// Shared by the programs in this folder: the time that the server has to return unchanged, and the printing of results.
export const START = 1767323045123;

export function env(name: string): string {
  const value = process.env[name];
  if (value === undefined) throw new Error(`${name} is not set`);
  return value;
}

export function tell(seen: object): void {
  console.log(JSON.stringify(seen));
}
