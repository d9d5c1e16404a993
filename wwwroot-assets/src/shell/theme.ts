// Runs in the head, before the first paint: what it sets on <html> decides the palette and the width of the rail.
type Theme = 'light' | 'dark' | 'system';
const year = 60 * 60 * 24 * 365;
const root = document.documentElement;
const system = matchMedia('(prefers-color-scheme: dark)');

export function readCookie(name: string, cookies: string): string | undefined {
  return cookies.split('; ').find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1);
}

export function nextTheme(theme: Theme): Theme {
  return theme === 'light' ? 'dark' : theme === 'dark' ? 'system' : 'light';
}

function keep(name: string, value: string): void {
  document.cookie = `${name}=${value}; path=/; max-age=${year}; samesite=lax`;
}

function theme(): Theme {
  const kept = readCookie('qh-theme', document.cookie);
  return kept === 'light' || kept === 'dark' ? kept : 'system';
}

function set(name: string, value: string | null): void {
  if (root.getAttribute(name) === value) return;
  if (value === null) root.removeAttribute(name);
  else root.setAttribute(name, value);
}

function apply(): void {
  const chosen = theme();
  set('data-theme', chosen);
  set('data-dark', chosen === 'dark' || (chosen === 'system' && system.matches) ? '' : null);
  set('data-rail', readCookie('qh-rail', document.cookie) === 'narrow' ? 'narrow' : null);
}

export function startTheme(): void {
  apply();
  system.addEventListener('change', apply);
  // Blazor's page updates compare <html> with what the server sent, and would take our attributes away.
  new MutationObserver(apply).observe(root, { attributeFilter: ['data-theme', 'data-dark', 'data-rail'] });
  document.addEventListener('click', (event) => {
    const pressed = (event.target as Element | null)?.closest('[data-theme-next], [data-rail-toggle]');
    if (!pressed) return;
    if (pressed.hasAttribute('data-rail-toggle')) keep('qh-rail', root.getAttribute('data-rail') === 'narrow' ? 'wide' : 'narrow');
    else keep('qh-theme', nextTheme(theme()));
    apply();
  });
}
