export type { Desk, DeskRecord } from './desk.ts';
export { mcpError } from './errors.ts';
export { answerHttp } from './http.ts';
export { makeMcpServer } from './make-server.ts';
export { type StdioOptions, serveStdio } from './stdio.ts';
