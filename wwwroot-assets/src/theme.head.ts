import { startTheme } from './shell/theme';

startTheme();
