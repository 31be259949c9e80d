import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { EntError } from '../kernel/index.ts';
import { decide } from '../policy/index.ts';
import { type AuditEvent, hashText, type Json } from '../store/index.ts';
import type { Desk } from './desk.ts';
import { mcpError } from './errors.ts';
import type { Tool } from './tool.ts';
import { TOOLS } from './tools.ts';

const LONGEST_ASKED = 8192;

/** A server of the tools for one desk. Only those are offered that the subject may ask. */
export function makeMcpServer(desk: Desk, version: string): McpServer {
  const server = new McpServer({ name: 'entente', version });
  for (const tool of TOOLS) {
    if (decide(desk.subject, tool.action, null).verdict === 'deny') continue;
    server.registerTool(
      tool.name,
      {
        title: tool.title,
        description: tool.description,
        inputSchema: tool.input,
        outputSchema: tool.output,
        annotations: { readOnlyHint: true, openWorldHint: false },
      },
      (given: unknown) => called(desk, tool, given),
    );
  }
  return server;
}

/** One call: decided, answered, entered, and only then given. */
async function called(desk: Desk, tool: Tool, given: unknown) {
  const decision = decide(desk.subject, tool.action, null);
  if (decision.verdict === 'deny') {
    await desk.audit.append({ ...eventOf(desk, tool, given), verdict: 'deny', reasons: decision.reasons });
    return refused(mcpError('ENT_MCP_DENIED', { tool: tool.name, action: tool.action }));
  }
  try {
    const [record, marked] = [await desk.record(), await desk.marked()];
    const { subject, now } = desk;
    const { answer, entry } = await tool.run(given as never, { subject, record, marked, now });
    // What the schema does not promise is left out: a client refuses it.
    const text = JSON.stringify(tool.output.parse(JSON.parse(JSON.stringify(answer))));
    await desk.audit.append({
      ...eventOf(desk, tool, given),
      basis: record.basis,
      result: { sha256: hashText(text), count: null },
      ...entry,
    });
    return {
      content: [{ type: 'text' as const, text }],
      structuredContent: JSON.parse(text) as Record<string, unknown>,
    };
  } catch (error) {
    if (!(error instanceof EntError)) throw error;
    await desk.audit.append({ ...eventOf(desk, tool, given), reasons: [error.code] });
    return refused(error);
  }
}

function eventOf(desk: Desk, tool: Tool, given: unknown): AuditEvent {
  const { id, name, kind, key } = desk.subject;
  const text = JSON.stringify(given ?? null);
  const asked: Json =
    text.length > LONGEST_ASKED ? { sha256: hashText(text), length: text.length } : JSON.parse(text);
  return {
    at: desk.now().toISOString(),
    subject: { id, name, kind, key },
    channel: 'mcp',
    action: tool.action,
    verdict: 'permit',
    reasons: [],
    asked: { tool: tool.name, given: asked },
    basis: null,
    result: null,
    markings: [],
    request: desk.request,
  };
}

function refused({ message, code }: EntError) {
  return { isError: true, content: [{ type: 'text' as const, text: `${message} [${code}]` }] };
}
