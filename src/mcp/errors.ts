import { errorTable } from '../kernel/index.ts';

/** The errors of the tools. */
export const mcpError = errorTable({
  ENT_MCP_DENIED: {
    status: 'refused',
    doc: "The roles of the account, or the scopes of its key, do not hold the tool's action.",
    text: (d: { tool: string; action: string }) =>
      `your roles or this key's scopes do not hold "${d.action}", which the tool ${d.tool} needs`,
  },
  ENT_MCP_MARKED: {
    status: 'refused',
    doc: 'An answer is made from the whole record, and parts of it are marked beyond the clearance of the account.',
    text: () => 'this answer is made from parts of the record that are not yours to see',
  },
  ENT_MCP_KEY: {
    status: 'refused',
    doc: 'The store has accounts, and ENTENTE_KEY holds no valid key of one.',
    text: () => 'this store has accounts: put a valid API key into ENTENTE_KEY ("entente key add" makes one)',
  },
});
