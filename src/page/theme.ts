/** Dark and light: as the reader's system has it, unless they choose. */

export const THEMES = [
  { value: 'system', text: 'As the system' },
  { value: 'dark', text: 'Dark' },
  { value: 'light', text: 'Light' },
] as const;

const KEY = 'theme';

export function storedTheme(): string {
  const stored = localStorage.getItem(KEY);
  return THEMES.find(({ value }) => value === stored)?.value ?? 'system';
}

export function applyTheme(theme: string): void {
  localStorage.setItem(KEY, theme);
  document.documentElement.dataset.theme = theme;
}
