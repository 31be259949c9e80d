import { SourceChip } from '../../parts/source-chip.tsx';
import type { Dossier } from './dossier.ts';

/** The documents behind a fact, and the copy that was read where that is another. */
export function Cited({ sources }: { readonly sources: Dossier['series'][number]['sources'] }) {
  return (
    <>
      {sources.map(({ via: _, ...source }) => (
        <SourceChip key={`${source.publisher} ${source.title}`} id="" source={{ id: '', ...source }} />
      ))}
    </>
  );
}
