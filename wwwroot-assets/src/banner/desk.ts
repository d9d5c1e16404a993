import type { BannerSnapshot, Link, StopState, Words } from './contract';
import { viewOf, type View } from './state';
import { sendStop } from './stop';
import { Surface, type DeskPort } from './surface';

/** The part of a SignalR connection the desk needs; tests bring their own. */
export interface DeskConnection {
  start(): Promise<void>;
  stop(): Promise<void>;
  invoke<T>(method: string, ...args: unknown[]): Promise<T>;
  send(method: string, ...args: unknown[]): Promise<void>;
  on(method: string, handler: (message: never) => void): void;
  onclose(handler: () => void): void;
  readonly isOpen: boolean;
}

const RETRY_MS = [0, 300, 1_000, 2_000];
/** Pings come every 2 s; after this much silence the banner no longer claims to know anything. */
const SILENCE_MS = 5_000;
/** How long "Écoute terminée" stays before the quiet line comes back. */
const ENDED_MS = 12_000;
const SAMPLE_MS = 4_000;

/** This tab's desk: its connection, its surfaces and what they show. Lives as long as the document. */
export class Desk implements DeskPort {
  private current: BannerSnapshot | null = null;
  private link: Link = 'connecting';
  private stopState: StopState = 'none';
  /** Sessions the agent has ended here; nothing is vouched for while the server still lists one of them. */
  private readonly stopped = new Set<string>();
  private readonly surfaces: Surface[] = [];
  private attempt = 0;
  private lastHeard = 0;
  private stoppedAt = 0;
  private leaving = false;
  private starting = false;
  private sample = false;

  constructor(
    private readonly connection: DeskConnection,
    private readonly words: Words,
    private readonly changed: (desk: Desk) => void,
    private readonly now: () => number = () => Date.now(),
    private readonly later: (work: () => void, ms: number) => void = (work, ms) => void setTimeout(work, ms),
  ) {
    connection.on('Ping', (ping: { nonce: string }) => this.pinged(ping.nonce));
    connection.on('Banner', (snapshot: BannerSnapshot) => this.show(snapshot));
    connection.onclose(() => this.lost());
  }

  view(): View {
    return viewOf({ snapshot: this.current, link: this.link, stop: this.stopState, sample: this.sample }, this.words, this.now());
  }

  snapshot(): BannerSnapshot | null {
    return this.current;
  }

  mayAnswer(): boolean {
    return this.stopState !== 'failed' && this.stopState !== 'sent'
      && !(this.current?.sessions.some((session) => this.stopped.has(session.id)) ?? false);
  }

  get isLinked(): boolean {
    return this.link === 'open';
  }

  send(method: string, ...args: unknown[]): void {
    if (this.connection.isOpen) void this.connection.send(method, ...args).catch(() => undefined);
  }

  invoke<T>(method: string, ...args: unknown[]): Promise<T> {
    return this.connection.invoke<T>(method, ...args);
  }

  async start(): Promise<void> {
    if (this.starting || this.connection.isOpen) return;
    this.leaving = false;
    this.starting = true;
    try {
      await this.connection.start();
      this.attempt = 0;
      this.lastHeard = this.now();
      this.link = 'open';
      await Promise.all(this.surfaces.map((surface) => this.open(surface)));
      this.redraw();
    } catch {
      this.starting = false;
      this.lost();
    } finally {
      this.starting = false;
    }
  }

  /** The page goes away or into the back-forward cache: the socket closes, and with it this tab's lease. */
  leave(): void {
    this.leaving = true;
    this.surfaces.forEach((surface) => surface.closed());
    void this.connection.stop().catch(() => undefined);
  }

  async add(surface: Surface): Promise<void> {
    this.surfaces.push(surface);
    surface.draw();
    if (this.connection.isOpen) await this.open(surface);
  }

  remove(surface: Surface): void {
    const at = this.surfaces.indexOf(surface);
    if (at >= 0) this.surfaces.splice(at, 1);
    if (surface.id) this.send('CloseSurface', surface.id);
    surface.closed();
  }

  /** Shows the sample banner on every surface and reports where it was seen; nothing is reported from a hidden one. */
  async check(allowed: { sound: boolean; popout: boolean }): Promise<void> {
    this.sample = true;
    this.redraw();
    await Promise.all(this.surfaces.map(async (surface) => {
      if (!surface.id) return;
      const nonce = await this.connection.invoke<string>('BeginCheck', surface.id);
      const sampleSeen = await surface.seen();
      await this.connection.invoke('Check', surface.id, nonce, { ...allowed, sampleSeen });
    })).catch(() => undefined);
    this.later(() => {
      this.sample = false;
      this.redraw();
    }, SAMPLE_MS);
  }

  /** Redraws after something else has touched the banner, or time has passed. */
  redraw(): void {
    this.surfaces.forEach((surface) => {
      surface.draw();
      surface.refresh();
    });
    this.changed(this);
  }

  /** Called about once a second: says in words that the line has gone quiet, even before the socket notices. */
  tick(): void {
    if (this.link === 'open' && this.now() - this.lastHeard > SILENCE_MS) {
      this.link = 'lost';
    }

    if (this.stopState === 'done' && this.now() - this.stoppedAt > ENDED_MS && this.mayAnswer()) {
      this.stopState = 'none';
    }

    this.redraw();
  }

  async stop(): Promise<void> {
    if (this.stopState === 'sent') return;
    this.current?.sessions.forEach((session) => this.stopped.add(session.id));
    this.stopState = 'sent';
    this.stoppedAt = this.now();
    this.redraw();
    const done = await sendStop(
      this.current?.stopToken ?? this.formToken(),
      () => (this.connection.isOpen ? this.connection.invoke('Stop') : Promise.reject(new Error('not connected'))));
    this.stopState = done ? 'done' : 'failed';
    this.redraw();
  }

  private formToken(): string | null {
    return this.surfaces[0]?.banner.querySelector<HTMLInputElement>('input[name=token]')?.value || null;
  }

  private pinged(nonce: string): void {
    this.heard();
    this.surfaces.forEach((surface) => surface.pinged(nonce));
  }

  private show(snapshot: BannerSnapshot): void {
    this.heard();
    if (this.current && this.link === 'open' && snapshot.revision < this.current.revision) return;
    this.current = snapshot;
    if (this.stopState === 'done' && (snapshot.sessions.length > 0 || !snapshot.ended) && this.mayAnswer()) {
      this.stopState = 'none';
    }

    this.redraw();
  }

  private heard(): void {
    this.lastHeard = this.now();
    if (this.link === 'lost' && this.connection.isOpen) this.link = 'open';
  }

  private async open(surface: Surface): Promise<void> {
    surface.closed();
    surface.opened(await this.connection.invoke<string>('OpenSurface', surface.kind));
  }

  private lost(): void {
    this.surfaces.forEach((surface) => surface.closed());
    if (this.leaving) return;
    this.link = 'lost';
    // A new connection numbers its snapshots afresh, and what this one said may no longer be true.
    this.current = this.current && { ...this.current, revision: -1 };
    this.redraw();
    const wait = RETRY_MS[Math.min(this.attempt++, RETRY_MS.length - 1)]!;
    this.later(() => void this.start(), wait);
  }
}
