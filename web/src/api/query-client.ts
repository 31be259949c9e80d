import { QueryClient } from '@tanstack/react-query';
import { AskFailed } from './ask.ts';

/** Answers are kept half a minute; what the server refused is not asked again, what it could not do is, twice. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      // An answer stays the object that its marking was noted for.
      structuralSharing: false,
      refetchOnWindowFocus: false,
      retry: (count, error) => count < 2 && error instanceof AskFailed && error.mayPass,
    },
  },
});
