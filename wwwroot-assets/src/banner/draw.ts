import type { View } from './state';
import { isDrawn } from './drawn';

/** Writes a view into a banner element. Touches only what differs, so that redrawing on every ping costs nothing. */
export function draw(banner: HTMLElement, view: View, stopToken: string | null): void {
  const text = banner.querySelector('[data-banner-lines]');
  if (!text) return;
  setAttribute(banner, 'data-tone', view.tone);
  for (const name of ['hidden', 'style', 'inert', 'aria-hidden', 'popover']) {
    if (banner.hasAttribute(name)) banner.removeAttribute(name);
  }

  while (text.children.length > view.lines.length) text.lastElementChild?.remove();
  view.lines.forEach((line, index) => {
    let row = text.children[index] as HTMLElement | undefined;
    if (!row) {
      row = banner.ownerDocument.createElement('p');
      text.append(row);
    }

    setAttribute(row, 'class', 'banner-line');
    if (row.hasAttribute('style')) row.removeAttribute('style');
    if (line.session) setAttribute(row, 'data-session', line.session);
    else row.removeAttribute('data-session');
    if (row.textContent !== line.text) row.textContent = line.text;
  });

  const form = banner.querySelector<HTMLFormElement>('form');
  if (form) {
    if (form.hidden === view.stoppable) form.hidden = !view.stoppable;
    const token = form.querySelector<HTMLInputElement>('input[name=token]');
    if (token && stopToken && token.value !== stopToken) token.value = stopToken;
  }
}

/** The sessions whose own line is drawn, of those this view holds. */
export function drawnSessions(banner: HTMLElement, view: View): string[] {
  const rows = [...banner.querySelectorAll<HTMLElement>('[data-session]')];
  return view.lines.flatMap((line) => {
    const row = rows.find((candidate) => candidate.dataset['session'] === line.session);
    return line.session && row && row.textContent === line.text && isDrawn(row) ? [line.session] : [];
  });
}

function setAttribute(element: Element, name: string, value: string): void {
  if (element.getAttribute(name) !== value) element.setAttribute(name, value);
}
