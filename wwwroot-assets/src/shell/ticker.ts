// Durations count on in the page, once a second; the server renders each of them once.
const house = 'Europe/Paris';

export function spokenDuration(milliseconds: number): string {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000));
  const two = (value: number) => String(value).padStart(2, '0');
  return seconds >= 3600
    ? `${Math.floor(seconds / 3600)} h ${two(Math.floor((seconds % 3600) / 60))} min`
    : `${Math.floor(seconds / 60)} min ${two(seconds % 60)} s`;
}

function write(element: Element, text: string): void {
  const node = element.firstChild;
  // Blazor holds on to its text node: change it in place, never replace it.
  if (node && node.nodeValue !== text) node.nodeValue = text;
}

function tick(ahead: number): void {
  for (const element of document.querySelectorAll('[data-since]')) {
    write(element, spokenDuration(Date.now() - ahead - Number(element.getAttribute('data-since'))));
  }
}

function localTimes(): void {
  for (const element of document.querySelectorAll('time[data-clock]')) {
    const at = new Date(element.getAttribute('datetime') ?? '');
    const time: Intl.DateTimeFormatOptions = { hour: '2-digit', minute: '2-digit', hour12: false };
    const shape = element.getAttribute('data-clock') === 'day' ? { ...time, day: '2-digit', month: '2-digit', year: 'numeric' } as const : time;
    write(element, at.toLocaleString(document.documentElement.lang, shape).replace(',', ''));
  }
}

export function startTicker(): void {
  // How far this machine's clock is ahead of the server's, so that durations agree with everyone else's.
  const server = Number(document.body.dataset.now ?? Date.now());
  const ahead = Date.now() - server;
  const elsewhere = Intl.DateTimeFormat().resolvedOptions().timeZone !== house;
  setInterval(() => {
    tick(ahead);
    if (elsewhere) localTimes();
  }, 1000);
}
