import { useTranslation } from 'react-i18next';
import classes from './timeline.module.css';

/** Months with the number of incidents in each: a picture of what the table lists. */
export function Timeline({ incidents }: { readonly incidents: readonly { readonly date: string | null }[] }) {
  const { t, i18n } = useTranslation();
  const months = new Map<string, number>();
  for (const { date } of incidents) {
    const month = /^\d{4}-\d{2}/.exec(date ?? '')?.[0];
    if (month !== undefined) months.set(month, (months.get(month) ?? 0) + 1);
  }
  const sorted = [...months].sort(([a], [b]) => a.localeCompare(b)).slice(-36);
  if (sorted.length < 2) return null;
  const most = Math.max(...sorted.map(([, count]) => count));
  const format = new Intl.DateTimeFormat(i18n.language, { month: 'short', year: '2-digit', timeZone: 'UTC' });
  return (
    <ol className={classes.timeline} aria-label={t('incidents.timeline')} dir="ltr">
      {sorted.map(([month, count]) => (
        <li key={month}>
          <span className={classes.count}>{count}</span>
          <span className={classes.bar} style={{ blockSize: `${(count / most) * 60}px` }} />
          <span className={classes.month}>{format.format(new Date(`${month}-15T00:00:00Z`))}</span>
        </li>
      ))}
    </ol>
  );
}
