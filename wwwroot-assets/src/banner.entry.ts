import { Alerts } from './banner/alerts';
import { deskConnection } from './banner/connection';
import type { Words } from './banner/contract';
import { Desk } from './banner/desk';
import { showOnDesk } from './banner/desk-page';
import { Popout } from './banner/popout';
import { Surface } from './banner/surface';

/** F9 is the stop; where a soft-phone takes it, Ctrl+Alt+F (as in "fin") does the same. */
const isStopKey = (event: KeyboardEvent): boolean =>
  event.key === 'F9' || (event.ctrlKey && event.altKey && event.key.toLowerCase() === 'f');

const banner = document.getElementById('listening-banner');
if (banner) start(banner);

function start(banner: HTMLElement): void {
  const words = JSON.parse(banner.dataset['words'] ?? '{}') as Words;
  const alerts = new Alerts(banner, words);
  const desk = new Desk(deskConnection(), words, (changed) => {
    keepInPlace(banner);
    alerts.show(changed.snapshot(), changed.view().tone === 'ended');
    tell();
  });
  const popout = new Popout(desk, banner, listen, tell);

  function listen(target: Document): void {
    target.addEventListener('keydown', (event) => {
      if (!isStopKey(event) || !desk.view().stoppable) return;
      event.preventDefault();
      void desk.stop();
    }, { capture: true });
    target.addEventListener('submit', (event) => {
      if (!(event.target as Element).matches('[data-banner-stop]')) return;
      event.preventDefault();
      void desk.stop();
    });
    target.addEventListener('click', (event) => {
      const action = (event.target as Element).closest?.('[data-banner-action]')?.getAttribute('data-banner-action');
      if (action) void act(action);
    });
  }

  async function act(action: string): Promise<void> {
    if (action === 'stop') await desk.stop();
    if (action === 'popout') await popout.open();
    if (action === 'tone') {
      alerts.tone = !alerts.tone;
      if (alerts.tone) await alerts.play();
    }

    if (action === 'check') await check();
    tell();
  }

  /** The start of a shift, from one click: sound and notifications allowed, banner out, and a sample of it seen. */
  async function check(): Promise<void> {
    const popped = popout.open().catch(() => undefined);
    const sound = await alerts.allowSound().catch(() => false);
    if (sound) await alerts.play();
    await popped;
    if ('Notification' in window && Notification.permission === 'default') await Notification.requestPermission().catch(() => undefined);
    await desk.check({ sound, popout: popout.isOpen });
  }

  listen(document);
  measure(banner);
  guard(banner, () => desk.redraw());
  void desk.add(new Surface('page', banner, desk));
  void desk.start();
  setInterval(() => desk.tick(), 1_000);

  addEventListener('pagehide', () => desk.leave());
  addEventListener('pageshow', (event) => {
    if (event.persisted) void desk.start();
  });
  document.addEventListener('freeze', () => desk.leave());
  document.addEventListener('resume', () => void desk.start());

  function tell(): void {
    showOnDesk(document, {
      snapshot: desk.snapshot(),
      view: desk.view(),
      popout: popout.isOpen,
      staysOnTop: Popout.staysOnTop,
      tone: alerts.tone,
    }, words);
  }
}

/** The page moves down by what the banner takes; other sticky bars read this. */
function measure(banner: HTMLElement): void {
  const tell = (): void => document.documentElement.style.setProperty('--banner-height', `${banner.offsetHeight}px`);
  new ResizeObserver(tell).observe(banner);
  tell();
}

/** Whatever alters or removes the banner, it is drawn again within a frame. */
function guard(banner: HTMLElement, redraw: () => void): void {
  let wanted = false;
  const again = (): void => {
    if (wanted) return;
    wanted = true;
    requestAnimationFrame(() => {
      wanted = false;
      redraw();
    });
  };
  new MutationObserver(again).observe(banner, { attributes: true, childList: true, characterData: true, subtree: true });
  new MutationObserver(() => {
    if (!banner.isConnected) again();
  }).observe(document, { childList: true, subtree: true });
}

function keepInPlace(banner: HTMLElement): void {
  if (document.body.firstElementChild !== banner) document.body.prepend(banner);
}
