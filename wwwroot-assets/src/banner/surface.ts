import type { BannerSnapshot } from './contract';
import { draw, drawnSessions } from './draw';
import { isDrawn } from './drawn';
import type { View } from './state';

/** What a surface asks of the desk that owns it. */
export interface DeskPort {
  view(): View;
  snapshot(): BannerSnapshot | null;
  /** False once the agent has stopped: the lease must fall even if nothing else works. */
  mayAnswer(): boolean;
  send(method: string, ...args: unknown[]): void;
}

/**
 * One place the banner is drawn. Everything it vouches for is said from the second of two animation frames of its own
 * document: frames stop when nothing is painted, while timers, workers and sockets of a hidden tab go on.
 */
export class Surface {
  id: string | null = null;
  private ping: string | null = null;
  private wanted = false;
  private readonly acknowledged = new Set<string>();

  constructor(readonly kind: 'page' | 'popout', readonly banner: HTMLElement, private readonly desk: DeskPort) {
    const document = banner.ownerDocument;
    const window = document.defaultView!;
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'visible') this.refresh();
      else this.hide();
    });
    window.addEventListener('pagehide', () => this.hide());
    document.addEventListener('freeze', () => this.hide());
  }

  opened(id: string): void {
    this.id = id;
    this.refresh();
  }

  /** The server has forgotten this surface: nothing is said until it is opened again. */
  closed(): void {
    this.id = null;
    this.ping = null;
    this.acknowledged.clear();
  }

  pinged(nonce: string): void {
    // Only the newest ping counts: a page that comes back from hiding does not answer for the time it was hidden.
    this.ping = nonce;
    this.refresh();
  }

  refresh(): void {
    if (this.wanted) return;
    this.wanted = true;
    const window = this.window;
    window.requestAnimationFrame(() => {
      this.draw();
      window.requestAnimationFrame(() => {
        this.wanted = false;
        this.vouch();
      });
    });
  }

  /** The start-of-shift check: resolves from an animation frame, with whether the sample banner was really drawn. */
  seen(): Promise<boolean> {
    const window = this.window;
    return new Promise((answer) => window.requestAnimationFrame(() => {
      this.draw();
      window.requestAnimationFrame(() => answer(isDrawn(this.banner)));
    }));
  }

  /** Drawing may happen at any time; it proves nothing by itself. */
  draw(): void {
    draw(this.banner, this.desk.view(), this.desk.snapshot()?.stopToken ?? null);
  }

  private get window(): Window {
    return this.banner.ownerDocument.defaultView ?? window;
  }

  private hide(): void {
    this.ping = null;
    if (this.id) this.desk.send('Hidden', this.id);
  }

  private vouch(): void {
    if (!this.id || !this.desk.mayAnswer()) return;
    const seen = isDrawn(this.banner);
    const sessions = seen ? drawnSessions(this.banner, this.desk.view()) : [];
    for (const session of this.desk.snapshot()?.sessions ?? []) {
      const nonce = session.nonces[this.id];
      if (nonce && sessions.includes(session.id) && !this.acknowledged.has(nonce)) {
        this.acknowledged.add(nonce);
        this.desk.send('Acknowledge', this.id, nonce, true);
      }
    }

    if (this.ping) {
      const ping = this.ping;
      this.ping = null;
      this.desk.send('Answer', this.id, ping, seen, sessions);
    }
  }
}
