import { HttpTransportType, HubConnectionBuilder, HubConnectionState, LogLevel, type HubConnection } from '@microsoft/signalr';
import { MessagePackHubProtocol } from '@microsoft/signalr-protocol-msgpack';

export interface SessionState {
  state: 'waiting' | 'live' | 'silent' | 'ended';
  why: string | null;
  epoch: number;
  since: string;
}

interface LinkEvents {
  audio(bytes: Uint8Array): void;
  state(state: SessionState): void;
  reconnecting(): void;
  /** The session cannot be had any more: refused, or the connection stayed away for two seconds. */
  lost(code: string): void;
}

const RESUME_WITHIN_MS = 2_000;
const UNUSED_FOR_MS = 60_000;

/** The hub connection for sound. Opened before it is needed, joined when a session is there, given up after two seconds without. */
export class Link {
  private connection: HubConnection | null = null;
  private opening: Promise<HubConnection> | null = null;
  private session: string | null = null;
  private giveUp: ReturnType<typeof setTimeout> | undefined;
  private unused: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly url: URL, private readonly events: LinkEvents) {}

  open(): Promise<HubConnection> {
    if (this.connection?.state === HubConnectionState.Connected) return Promise.resolve(this.connection);
    this.opening ??= this.start().finally(() => (this.opening = null));
    if (!this.session) this.closeWhenUnused();
    return this.opening;
  }

  async join(session: string): Promise<void> {
    this.session = session;
    clearTimeout(this.unused);
    try {
      const connection = await this.open();
      const answer = await connection.invoke<{ accepted: boolean; code: string | null }>('Join', session);
      if (!answer.accepted && this.session === session) this.drop(answer.code ?? 'SessionNotFound');
    } catch {
      if (this.session === session) this.drop('Connection');
    }
  }

  async leave(): Promise<void> {
    if (!this.session) return;
    this.session = null;
    await this.connection?.invoke('Leave').catch(() => {});
    this.closeWhenUnused();
  }

  played(sequence: number): void {
    if (this.session && this.connection?.state === HubConnectionState.Connected) {
      void this.connection.send('Played', sequence).catch(() => {});
    }
  }

  private async start(): Promise<HubConnection> {
    void this.connection?.stop();
    const connection = new HubConnectionBuilder()
      .withUrl(this.url.href, { transport: HttpTransportType.WebSockets, skipNegotiation: true })
      .withHubProtocol(new MessagePackHubProtocol())
      .withAutomaticReconnect({ nextRetryDelayInMilliseconds: ({ elapsedMilliseconds }) => (elapsedMilliseconds < RESUME_WITHIN_MS ? 150 : null) })
      .configureLogging(LogLevel.Error)
      .build();
    this.connection = connection;
    connection.on('Audio', (bytes: Uint8Array) => this.session && this.events.audio(bytes));
    connection.on('State', (state: SessionState) => {
      if (!this.session) return;
      if (state.state === 'ended') this.session = null;
      this.events.state(state);
    });
    connection.onreconnecting(() => {
      if (!this.session) return;
      this.events.reconnecting();
      // An attempt that hangs counts as well as one that fails.
      this.giveUp = setTimeout(() => this.drop('Connection'), RESUME_WITHIN_MS);
    });
    connection.onreconnected(() => {
      clearTimeout(this.giveUp);
      if (this.session) void this.join(this.session);
    });
    connection.onclose(() => {
      if (this.connection === connection) this.drop('Connection');
    });
    await connection.start();
    return connection;
  }

  private drop(code: string): void {
    clearTimeout(this.giveUp);
    const had = this.session;
    this.session = null;
    const connection = this.connection;
    this.connection = null;
    void connection?.stop();
    if (had) this.events.lost(code);
  }

  private closeWhenUnused(): void {
    clearTimeout(this.unused);
    this.unused = setTimeout(() => {
      if (!this.session) this.drop('Unused');
    }, UNUSED_FOR_MS);
  }
}
