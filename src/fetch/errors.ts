import { errorTable } from '../kernel/index.ts';

/** The errors of fetching. Each names the host and the reason, and never a credential, a path or a query. */
export const fetchError = errorTable({
  ENT_FETCH_ADDRESS: {
    status: 'usage',
    doc: 'A text is not an address that is fetched: not a URL, neither https nor (where allowed) http, or with a user name or password in it.',
    text: (d: { address: string; why: string }) => `cannot fetch ${d.address}: ${d.why}`,
  },
  ENT_FETCH_SETTING: {
    status: 'usage',
    doc: 'A setting of the network is not understood: a host in `ENTENTE_ALLOW_HOSTS`, or the address of a proxy.',
    text: (d: { setting: string; value: string; why: string }) => `${d.setting}: "${d.value}" ${d.why}`,
  },
  ENT_FETCH_PRIVATE: {
    status: 'refused',
    doc: 'A host is, or resolves to, a private, loopback, link-local or otherwise reserved address. `ENTENTE_ALLOW_HOSTS` vouches for hosts of your own network.',
    text: (d: { host: string; what: string }) =>
      `${d.host} is ${d.what}, which is not fetched from (ENTENTE_ALLOW_HOSTS vouches for a host of your own)`,
  },
  ENT_FETCH_UNREACHABLE: {
    status: 'failed',
    doc: 'No connection could be made: the name does not resolve, the host does not answer, or its certificate is not valid.',
    text: (d: { host: string; why: string }) => `${d.host} cannot be reached: ${d.why}`,
  },
  ENT_FETCH_PROXY: {
    status: 'failed',
    doc: 'The proxy of the environment could not be used: it does not answer, wants a password, or does not connect to that host.',
    text: (d: { proxy: string; host: string; why: string }) =>
      `${d.host} cannot be reached through the proxy ${d.proxy}: ${d.why}`,
  },
  ENT_FETCH_TIMEOUT: {
    status: 'failed',
    doc: 'A host took too long: to take the connection, to begin its answer, to go on with it, or for the whole file.',
    text: (d: { host: string; what: string; seconds: number }) =>
      `${d.host} ${d.what} within ${d.seconds} seconds`,
  },
  ENT_FETCH_STATUS: {
    status: 'failed',
    doc: 'A host answered with an HTTP status that brings no file. What may pass (408, 425, 429, 5xx) was tried again first.',
    text: (d: { host: string; status: number; meaning: string }) =>
      `${d.host} answered ${d.status}: ${d.meaning}`,
  },
  ENT_FETCH_LATER: {
    status: 'failed',
    doc: 'A host asks to come back later than is waited for (Retry-After).',
    text: (d: { host: string; status: number; seconds: number }) =>
      `${d.host} answered ${d.status} and asks to come back in ${d.seconds} seconds`,
  },
  ENT_FETCH_REDIRECT: {
    status: 'refused',
    doc: 'A redirect that is not followed: too many of them, from https to http, or to something that is not an address.',
    text: (d: { host: string; why: string }) => `${d.host} redirects ${d.why}`,
  },
  ENT_FETCH_TYPE: {
    status: 'refused',
    doc: 'An answer is of another media type than the file asked for, such as a page with a notice where a list should be.',
    text: (d: { host: string; type: string; expected: readonly string[] }) =>
      `${d.host} sent ${d.type} where ${d.expected.join(' or ')} was expected`,
  },
  ENT_FETCH_TOO_LARGE: {
    status: 'refused',
    doc: 'An answer is larger than is taken, or inflates to many times what was sent.',
    text: (d: { host: string; cap: number; what: string }) =>
      `${d.host} sent more than ${d.cap.toLocaleString('en')} ${d.what}, the most that is taken`,
  },
  ENT_FETCH_BROKEN: {
    status: 'failed',
    doc: 'An answer broke off or cannot be decoded: the connection ended early, or its compression is damaged or unknown.',
    text: (d: { host: string; why: string }) => `the answer of ${d.host} is not whole: ${d.why}`,
  },
  ENT_FETCH_DISK: {
    status: 'store',
    doc: 'What was downloaded could not be written to the temporary folder.',
    text: (d: { why: string }) => `cannot write the download to the temporary folder: ${d.why}`,
  },
});
