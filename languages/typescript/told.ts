// What the programs here share: the time that has to come back, and how they tell what they saw.
export const START = 1767323045123;

export function env(name: string): string {
  const value = process.env[name];
  if (value === undefined) throw new Error(`${name} is not set`);
  return value;
}

export function tell(seen: object): void {
  console.log(JSON.stringify(seen));
}
