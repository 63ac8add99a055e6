export const number = (value: number, digits: number): string =>
  Number.isNaN(value) ? 'not measured' : value.toFixed(digits);
export const ms = (value: number): string => `${number(value, value < 10 ? 1 : 0)} ms`;
export const mib = (value: number): string => `${number(value, 0)} MiB`;
export const thousands = (value: number): string => value.toLocaleString('en');
export const seconds = (value: number): string => `${number(value, 1)} s`;
