import { useQuery } from '@tanstack/react-query';
import type { OperationAction, SessionAnswer } from '../../../src/contract/index.ts';
import { AskFailed, keepCsrf } from './ask.ts';

const ADDRESS = '/api/v1/session';

async function askSession(
  method: 'GET' | 'POST',
  body?: unknown,
  signal?: AbortSignal,
): Promise<SessionAnswer> {
  const response = await fetch(ADDRESS, {
    method,
    credentials: 'same-origin',
    headers: {
      accept: 'application/json',
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    ...(signal === undefined ? {} : { signal }),
  }).catch((cause: unknown) => {
    throw new AskFailed(0, null, { cause });
  });
  const answer = await response.json();
  if (!response.ok) throw new AskFailed(response.status, answer);
  keepCsrf(answer.csrf);
  return answer;
}

/** Who is asking, and what they may do here. */
export function useSession() {
  return useQuery({
    queryKey: ['session'],
    queryFn: ({ signal }) => askSession('GET', undefined, signal),
    staleTime: 60_000,
  });
}

/** Whether the one who asks may do so; not before the server has said so: what is refused would be entered in its log. */
export function useMay(action: OperationAction): boolean {
  return useSession().data?.actions.includes(action) ?? false;
}

/** Signs in. Throws {@link AskFailed}: with 401 when name, password or code is wrong, 429 when it must wait. */
export function signIn(given: { name: string; password: string; code?: string }): Promise<SessionAnswer> {
  return askSession('POST', given);
}

/** Signs out. */
export async function signOut(csrf: string | null): Promise<void> {
  await fetch(ADDRESS, {
    method: 'DELETE',
    credentials: 'same-origin',
    headers: csrf === null ? {} : { 'x-csrf-token': csrf },
  });
  keepCsrf(null);
}
