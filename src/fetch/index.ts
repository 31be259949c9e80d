export { CAPS, type Caps } from './caps.ts';
export { fetchError } from './errors.ts';
export {
  type Fetched,
  Fetcher,
  type FetchOutcome,
  type FetchRequest,
  type FetchSettings,
  type Unchanged,
  type Validators,
} from './fetcher.ts';
export type { Environment } from './proxy.ts';
export { notPublic } from './public-address.ts';
export type { Progress } from './receive.ts';
export { printableAddress } from './target.ts';
export { TemporaryFile } from './temporary-file.ts';
export { userAgentOf } from './user-agent.ts';
