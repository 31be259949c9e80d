import { useTranslation } from 'react-i18next';
import { type RecordEvent, RecordEventLine } from '../../parts/record-event.tsx';
import { Empty } from '../../parts/states.tsx';

/** What happened to the entity on every list, newest first. */
export function EntityEvents({ events }: { readonly events: readonly RecordEvent[] }) {
  const { t } = useTranslation();
  if (events.length === 0) return <Empty title={t('entity.noEvents')} />;
  return (
    <ol style={{ listStyle: 'none', padding: 0, margin: 0 }}>
      {[...events]
        .sort((a, b) => (a.seen < b.seen ? 1 : -1))
        .map((event) => (
          <RecordEventLine
            key={`${event.list} ${event.reference} ${event.seen} ${event.kind} ${event.property} ${event.before} ${event.after}`}
            event={event}
          />
        ))}
    </ol>
  );
}
