import { HttpTransportType, HubConnectionBuilder, HubConnectionState, LogLevel } from '@microsoft/signalr';
import type { DeskConnection } from './desk';

/** The real line to /hubs/desk: WebSocket only, so that a closed socket is known at once on both sides. */
export function deskConnection(url = '/hubs/desk'): DeskConnection {
  const hub = new HubConnectionBuilder()
    .withUrl(url, { skipNegotiation: true, transport: HttpTransportType.WebSockets })
    .configureLogging(LogLevel.None)
    .build();
  hub.keepAliveIntervalInMilliseconds = 2_000;
  hub.serverTimeoutInMilliseconds = 8_000;
  return {
    start: () => hub.start(),
    stop: () => hub.stop(),
    invoke: (method, ...args) => hub.invoke(method, ...args),
    send: (method, ...args) => hub.send(method, ...args),
    on: (method, handler) => hub.on(method, handler as (...args: unknown[]) => void),
    onclose: (handler) => hub.onclose(handler),
    get isOpen() {
      return hub.state === HubConnectionState.Connected;
    },
  };
}
