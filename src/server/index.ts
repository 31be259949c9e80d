export { authError } from './auth/index.ts';
export { serverError } from './errors.ts';
export { listen, type Running } from './listen.ts';
export { makeServer, type Server, type ServerOptions } from './server.ts';
export { type Settings, settingsOf } from './settings.ts';
