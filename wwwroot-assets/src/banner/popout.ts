import type { Desk } from './desk';
import { Surface } from './surface';

declare global {
  interface Window {
    documentPictureInPicture?: { requestWindow(options: { width: number; height: number }): Promise<Window> };
  }
}

/** The banner in an always-on-top window of its own, one click per page load. It has its own document, frames and visibility. */
export class Popout {
  private window: Window | null = null;

  constructor(
    private readonly desk: Desk, private readonly page: HTMLElement,
    private readonly listen: (target: Document) => void, private readonly changed: () => void,
  ) {
  }

  /** Without the API a plain small window is opened; it does not stay on top, and the desk says so. */
  static get staysOnTop(): boolean {
    return 'documentPictureInPicture' in window;
  }

  get isOpen(): boolean {
    return this.window !== null && !this.window.closed;
  }

  async open(): Promise<void> {
    if (this.isOpen) {
      this.window?.focus();
      return;
    }

    const opened = Popout.staysOnTop
      ? await window.documentPictureInPicture!.requestWindow({ width: 360, height: 120 })
      : window.open('', 'listening-banner', 'popup,width=360,height=120');
    if (!opened) return;
    this.window = opened;
    const banner = this.furnish(opened);
    const surface = new Surface('popout', banner, this.desk);
    opened.addEventListener('pagehide', () => {
      this.desk.remove(surface);
      this.window = null;
      this.changed();
    });
    this.listen(opened.document);
    await this.desk.add(surface);
    this.changed();
  }

  close(): void {
    this.window?.close();
  }

  private furnish(opened: Window): HTMLElement {
    const source = this.page.ownerDocument;
    const target = opened.document;
    target.documentElement.lang = source.documentElement.lang;
    target.documentElement.className = source.documentElement.className;
    target.title = source.title;
    target.head.replaceChildren(...[...source.querySelectorAll<HTMLLinkElement>('link[rel=stylesheet]')].map((link) => {
      const copy = target.createElement('link');
      copy.rel = 'stylesheet';
      copy.href = link.href;
      return copy;
    }));
    const banner = target.importNode(this.page, true);
    banner.removeAttribute('id');
    banner.classList.add('banner-popout');
    banner.querySelectorAll('[data-banner-tools],[data-banner-live]').forEach((part) => part.remove());
    // There the stop is answered in the page's own words; a plain post would leave the window without a banner.
    banner.querySelector('form')?.setAttribute('target', '_blank');
    target.body.className = 'banner-popout-body';
    target.body.replaceChildren(banner);
    return banner;
  }
}
