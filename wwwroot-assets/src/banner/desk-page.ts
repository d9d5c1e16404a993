import type { BannerSnapshot, Words } from './contract';
import type { View } from './state';
import { clockTime, say } from './state';

export interface DeskPageState {
  snapshot: BannerSnapshot | null;
  view: View;
  popout: boolean;
  staysOnTop: boolean;
  tone: boolean;
}

/** Fills the live parts of the desk page, where it is open. Everything here also works when the Blazor circuit is gone. */
export function showOnDesk(page: ParentNode, state: DeskPageState, words: Words): void {
  const { snapshot, view } = state;
  const call = snapshot?.call ?? null;
  const ready = snapshot?.ready ?? false;
  show(page, 'ready', ready);
  show(page, 'not-ready', !ready);
  show(page, 'popout-gone', ready && !state.popout);
  show(page, 'popout-plain', !state.staysOnTop);
  show(page, 'call', call !== null);
  show(page, 'no-call', call === null);
  show(page, 'heard', (snapshot?.sessions.length ?? 0) > 0 && view.stoppable);
  write(page, 'lines', view.lines.map((line) => line.text).join(' · '));
  write(page, 'tone', say(words, state.tone ? 'ToneOn' : 'ToneOff'));
  write(page, 'queue', call?.queue || '—');
  write(page, 'state', call ? words[`state_${call.state}`] ?? call.state : '');
  write(page, 'since', call ? clockTime(call.since, words['locale'] ?? 'fr-FR') : '');
}

function show(page: ParentNode, name: string, shown: boolean): void {
  page.querySelectorAll<HTMLElement>(`[data-desk-show="${name}"]`).forEach((part) => {
    if (part.hidden === shown) part.hidden = !shown;
  });
}

function write(page: ParentNode, name: string, text: string): void {
  page.querySelectorAll<HTMLElement>(`[data-desk-text="${name}"]`).forEach((part) => {
    if (part.textContent !== text) part.textContent = text;
  });
}
