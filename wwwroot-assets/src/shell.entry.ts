import { startReconnect } from './shell/reconnect';
import { startTicker } from './shell/ticker';

startTicker();
startReconnect();
