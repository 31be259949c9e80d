import type { IncomingMessage, ServerResponse } from 'node:http';
import { StreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/streamableHttp.js';
import type { Desk } from './desk.ts';
import { makeMcpServer } from './make-server.ts';

/**
 * Answers one request of the streamable HTTP transport for a desk: stateless, so that every request is decided by
 * its own key, and answered as JSON. The server mounts it at `/mcp` behind its own keys, caps and origin checks;
 * `body` is the request's JSON, already read.
 */
export async function answerHttp(
  request: IncomingMessage,
  response: ServerResponse,
  body: unknown,
  desk: Desk,
  version: string,
): Promise<void> {
  const server = makeMcpServer(desk, version);
  const transport = new StreamableHTTPServerTransport({ enableJsonResponse: true });
  response.once('close', () => void server.close());
  await server.connect(transport as Parameters<typeof server.connect>[0]);
  await transport.handleRequest(request, response, body);
}
