// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { BannerSnapshot, Words } from './contract';
import { Desk, type DeskConnection } from './desk';
import { showOnDesk } from './desk-page';
import { viewOf } from './state';
import { Surface } from './surface';

const words: Words = {
  Quiet: "Personne n'écoute cet appel",
  live: 'Cet appel est écouté en direct par {name} · {purpose} · depuis {time}',
  waiting: "L'écoute par {name} commence · {purpose}",
  payment: "Pause paiement : personne n'entend, rien n'est enregistré",
  ConnectionLost: "Liaison perdue : l'écoute a été coupée",
  EndedByAgent: 'Écoute terminée. Cet appel ne sera plus écouté.',
  StopFailed: "L'arrêt n'a pas été confirmé.",
  purpose_evaluation: 'évaluation',
};

class Line implements DeskConnection {
  isOpen = false;
  sent: unknown[][] = [];
  stops: () => Promise<unknown> = () => Promise.resolve();
  private readonly handlers = new Map<string, (message: never) => void>();
  private closed: () => void = () => undefined;
  async start() { this.isOpen = true; }
  async stop() { this.isOpen = false; }
  async invoke<T>(method: string, ...args: unknown[]): Promise<T> {
    this.sent.push([method, ...args]);
    if (method === 'Stop') await this.stops();
    return (method === 'OpenSurface' ? 's1' : method === 'BeginCheck' ? 'check-nonce' : undefined) as T;
  }
  async send(method: string, ...args: unknown[]) { this.sent.push([method, ...args]); }
  on(method: string, handler: (message: never) => void) { this.handlers.set(method, handler); }
  onclose(handler: () => void) { this.closed = handler; }
  arrive(method: string, message: unknown) { this.handlers.get(method)?.(message as never); }
  drop() { this.isOpen = false; this.closed(); }
  of(method: string) { return this.sent.filter(([name]) => name === method); }
}

let frames: (() => void)[];
let visibility: 'visible' | 'hidden';
let covered: boolean;
let line: Line;
let desk: Desk;
let banner: HTMLElement;

function frame(count = 1): void {
  for (let i = 0; i < count; i++) frames.splice(0).forEach((work) => work());
}

function snapshot(changes: Partial<BannerSnapshot> = {}): BannerSnapshot {
  return { revision: 1, stopToken: 'token-1', ready: true, mustConfirm: false, call: null, sessions: [], ended: null, ...changes };
}

const lea = { id: 'a', listener: 'Léa Martin', purpose: 'evaluation', since: '2026-03-02T14:03:00Z', heard: 'live' as const, nonces: { s1: 'n1' } };

beforeEach(async () => {
  frames = [];
  visibility = 'visible';
  covered = false;
  document.body.innerHTML = `<div id="listening-banner"><div role="alert"></div><div role="status"></div>
    <div data-banner-lines></div><form data-banner-stop hidden><input name="token" /><button>Fin</button></form></div>`;
  banner = document.getElementById('listening-banner')!;
  vi.stubGlobal('requestAnimationFrame', (work: () => void) => frames.push(work));
  window.requestAnimationFrame = ((work: () => void) => frames.push(work)) as never;
  Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => visibility });
  HTMLElement.prototype.getBoundingClientRect = () => ({ left: 0, top: 0, right: 800, bottom: 56, width: 800, height: 56 }) as DOMRect;
  document.elementFromPoint = () => (covered ? document.body : banner.querySelector('[data-session]') ?? banner);
  line = new Line();
  desk = new Desk(line, words, () => undefined, () => Date.parse('2026-03-02T14:05:00Z'), () => undefined);
  await desk.add(new Surface('page', banner, desk));
  await desk.start();
  frame(2);
});

describe('the banner', () => {
  it('says who listens, for what and since when, one line each', () => {
    line.arrive('Banner', snapshot({ sessions: [lea, { ...lea, id: 'b', listener: 'Hugo Petit', nonces: {} }] }));
    frame(2);
    const lines = [...banner.querySelectorAll('.banner-line')].map((row) => row.textContent);
    expect(lines).toHaveLength(2);
    expect(lines[0]).toContain('Léa Martin · évaluation · depuis');
    expect(lines[1]).toContain('Hugo Petit');
    expect(banner.dataset['tone']).toBe('live');
    expect(banner.querySelector('form')!.hidden).toBe(false);
  });

  it('acknowledges only after two frames, once, with its own nonce', () => {
    line.arrive('Banner', snapshot({ sessions: [lea] }));
    expect(line.of('Acknowledge')).toEqual([]);
    frame(1);
    expect(line.of('Acknowledge')).toEqual([]);
    frame(1);
    line.arrive('Banner', snapshot({ revision: 2, sessions: [lea] }));
    frame(2);
    expect(line.of('Acknowledge')).toEqual([['Acknowledge', 's1', 'n1', true]]);
  });

  it('never acknowledges a nonce of another surface', () => {
    line.arrive('Banner', snapshot({ sessions: [{ ...lea, nonces: { other: 'n9' } }] }));
    frame(2);
    expect(line.of('Acknowledge')).toEqual([]);
  });

  it('answers a ping with what is drawn', () => {
    line.arrive('Banner', snapshot({ sessions: [lea] }));
    line.arrive('Ping', { nonce: 'p1' });
    frame(2);
    expect(line.of('Answer')).toEqual([['Answer', 's1', 'p1', true, ['a']]]);
  });

  it('owns up when something covers it', () => {
    covered = true;
    line.arrive('Banner', snapshot({ sessions: [lea] }));
    line.arrive('Ping', { nonce: 'p1' });
    frame(2);
    expect(line.of('Acknowledge')).toEqual([]);
    expect(line.of('Answer')).toEqual([['Answer', 's1', 'p1', false, []]]);
  });

  it('owns up when an ancestor is pale', () => {
    document.body.style.opacity = '0.2';
    line.arrive('Ping', { nonce: 'p1' });
    frame(2);
    document.body.style.opacity = '';
    expect(line.of('Answer')).toEqual([['Answer', 's1', 'p1', false, []]]);
  });

  it('is silent while no frame is painted, and answers only the newest ping afterwards', () => {
    line.arrive('Ping', { nonce: 'p1' });
    line.arrive('Ping', { nonce: 'p2' });
    expect(line.of('Answer')).toEqual([]);
    frame(2);
    expect(line.of('Answer').map((answer) => answer[2])).toEqual(['p2']);
  });

  it('says at once that it is hidden, and forgets the ping it was asked', () => {
    line.arrive('Ping', { nonce: 'p1' });
    visibility = 'hidden';
    document.dispatchEvent(new Event('visibilitychange'));
    expect(line.of('Hidden')).toEqual([['Hidden', 's1']]);
    frame(2);
    expect(line.of('Answer')).toEqual([]);
  });

  it('draws itself again when something has emptied it', () => {
    line.arrive('Banner', snapshot({ sessions: [lea] }));
    frame(2);
    banner.querySelector('[data-banner-lines]')!.innerHTML = '';
    banner.style.display = 'none';
    desk.redraw();
    expect(banner.textContent).toContain('Léa Martin');
    expect(banner.style.display).toBe('');
  });

  it('says that the line is lost, and keeps the plain stop at hand', () => {
    line.drop();
    expect(banner.textContent).toContain('Liaison perdue');
    expect(banner.querySelector('form')!.hidden).toBe(false);
  });
});

describe('the stop', () => {
  it('silences the heartbeats before anything is confirmed', async () => {
    vi.stubGlobal('fetch', () => new Promise(() => undefined));
    line.stops = () => new Promise(() => undefined);
    line.arrive('Banner', snapshot({ sessions: [lea] }));
    frame(2);
    void desk.stop();
    line.arrive('Ping', { nonce: 'p1' });
    frame(2);
    expect(line.of('Answer')).toEqual([]);
    expect(banner.textContent).toContain('Écoute terminée. Cet appel ne sera plus écouté.');
  });

  it('posts its token when the hub is dead', async () => {
    const posts: unknown[][] = [];
    vi.stubGlobal('fetch', (...args: unknown[]) => { posts.push(args); return Promise.resolve({ ok: true }); });
    line.arrive('Banner', snapshot({ sessions: [lea] }));
    line.isOpen = false;
    await desk.stop();
    expect(posts).toHaveLength(1);
    expect(String((posts[0]![1] as RequestInit).body)).toBe('token=token-1');
    expect(desk.view().tone).toBe('ended');
  });

  it('stays silent until reload when every way failed, and says so', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new Error('offline')));
    line.stops = () => Promise.reject(new Error('dead'));
    line.arrive('Banner', snapshot({ sessions: [lea] }));
    frame(2);
    await desk.stop();
    line.arrive('Banner', snapshot({ revision: 3 }));
    line.arrive('Ping', { nonce: 'p1' });
    frame(2);
    expect(line.of('Answer')).toEqual([]);
    expect(banner.textContent).toContain("n'a pas été confirmé");
  });

  it('vouches again once the server no longer lists what was ended', async () => {
    vi.stubGlobal('fetch', () => Promise.resolve({ ok: true }));
    line.arrive('Banner', snapshot({ sessions: [lea] }));
    await desk.stop();
    line.arrive('Ping', { nonce: 'p1' });
    frame(2);
    expect(line.of('Answer')).toEqual([]);
    line.arrive('Banner', snapshot({ revision: 2, ended: { at: '2026-03-02T14:05:00Z', byAgent: true } }));
    line.arrive('Ping', { nonce: 'p2' });
    frame(2);
    expect(line.of('Answer')).toEqual([['Answer', 's1', 'p2', true, []]]);
  });
});

describe('what it says', () => {
  it('is calm when nobody listens', () => {
    const view = viewOf({ snapshot: snapshot(), link: 'open', stop: 'none' }, words, 0);
    expect(view).toEqual({ tone: 'quiet', lines: [{ session: null, text: "Personne n'écoute cet appel" }], stoppable: false });
  });

  it('never lets the sample hide a real notice', () => {
    const view = viewOf({ snapshot: snapshot({ sessions: [lea] }), link: 'open', stop: 'none', sample: true }, words, 0);
    expect(view.tone).toBe('live');
  });
});

describe('the desk page', () => {
  it('shows the call, and asks for the pop-out whenever it is gone', () => {
    document.body.insertAdjacentHTML('beforeend', `<p data-desk-show="ready" hidden></p><p data-desk-show="not-ready"></p>
      <p data-desk-show="popout-gone" hidden></p><p data-desk-show="call" hidden><b data-desk-text="queue"></b></p>`);
    const state = snapshot({ call: { queue: 'Factures', since: '2026-03-02T14:03:00Z', state: 'talking' } });
    const view = viewOf({ snapshot: state, link: 'open', stop: 'none' }, words, 0);
    showOnDesk(document, { snapshot: state, view, popout: false, staysOnTop: true, tone: true }, words);
    const shown = [...document.querySelectorAll<HTMLElement>('[data-desk-show]')].filter((part) => !part.hidden);
    expect(shown.map((part) => part.dataset['deskShow'])).toEqual(['ready', 'popout-gone', 'call']);
    expect(document.querySelector('[data-desk-text=queue]')!.textContent).toBe('Factures');
  });
});
