import type { BannerSnapshot, Words } from './contract';
import { say } from './state';

const TONE_SETTING = 'qualityhub.banner.tone';

/** What tells an agent who is looking elsewhere: spoken words, a short tone, the title, the icon, a system notification. */
export class Alerts {
  private known = new Set<string>();
  private title: string | null = null;
  private icon: string | null = null;
  private flash = 0;
  private audio: AudioContext | null = null;

  constructor(private readonly banner: HTMLElement, private readonly words: Words) {
  }

  get tone(): boolean {
    return localStorage.getItem(TONE_SETTING) !== 'off';
  }

  set tone(on: boolean) {
    localStorage.setItem(TONE_SETTING, on ? 'on' : 'off');
  }

  show(snapshot: BannerSnapshot | null, stopped: boolean): void {
    const sessions = stopped ? [] : snapshot?.sessions ?? [];
    const fresh = sessions.filter((session) => !this.known.has(session.id));
    const over = sessions.length === 0 && this.known.size > 0;
    this.known = new Set(sessions.map((session) => session.id));
    if (fresh.length > 0) {
      const words = say(this.words, 'AnnounceStart', { name: sessions.map((session) => session.listener).join(', ') });
      this.speak('alert', words);
      this.speak('status', '');
      this.notify(words);
      if (this.tone) void this.play();
    }

    if (over) {
      this.speak('alert', '');
      this.speak('status', say(this.words, 'AnnounceEnd'));
    }

    this.flashing(sessions.length > 0);
  }

  /** Browsers allow sound only after a gesture: the desk check is that gesture. */
  async allowSound(): Promise<boolean> {
    this.audio ??= new AudioContext();
    await Promise.race([this.audio.resume(), new Promise((done) => setTimeout(done, 1_000))]);
    return this.audio.state === 'running';
  }

  async play(): Promise<void> {
    if (!(await this.allowSound().catch(() => false)) || !this.audio) return;
    const sound = this.audio.createOscillator();
    const volume = this.audio.createGain();
    const start = this.audio.currentTime;
    sound.frequency.value = 660;
    volume.gain.setValueAtTime(0, start);
    volume.gain.linearRampToValueAtTime(0.15, start + 0.02);
    volume.gain.linearRampToValueAtTime(0, start + 0.25);
    sound.connect(volume).connect(this.audio.destination);
    sound.start(start);
    sound.stop(start + 0.3);
  }

  private speak(role: 'alert' | 'status', words: string): void {
    const region = this.banner.querySelector(`[role=${role}]`);
    if (region && region.textContent !== words) region.textContent = words;
  }

  private notify(words: string): void {
    if ('Notification' in window && Notification.permission === 'granted') {
      try {
        new Notification(words, { tag: 'qualityhub-banner' });
      } catch {
        // Some browsers only notify from a service worker; the banner itself is what counts.
      }
    }
  }

  private flashing(live: boolean): void {
    const link = document.querySelector<HTMLLinkElement>('link[rel~=icon]');
    if (!live) {
      if (this.title !== null) {
        document.title = this.title;
        if (link && this.icon !== null) link.href = this.icon;
      }

      this.title = null;
      this.icon = null;
      return;
    }

    const marked = say(this.words, 'TitleLive');
    if (document.title !== marked && !document.title.startsWith('●')) this.title = document.title;
    this.title ??= document.title;
    this.flash++;
    document.title = this.flash % 2 === 0 ? marked : `● ${this.title}`;
    if (link) {
      this.icon ??= link.href;
      link.href = this.flash % 2 === 0 ? LIVE_ICON : this.icon;
    }
  }
}

const LIVE_ICON = 'data:image/svg+xml,' + encodeURIComponent(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><circle cx="8" cy="8" r="8" fill="#B45309"/></svg>');
