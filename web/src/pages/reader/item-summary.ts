import type { ItemJson } from './document-json.ts';

/**
 * What an item says of itself beyond its words, in one line: its plain fields, a person's corrections over them. Each
 * text once: who acts and who says so are often the same; of yes and no the name of what is so.
 */
export function summaryOf({ value, correction }: Pick<ItemJson, 'value' | 'correction'>): string {
  const fields = { ...value, ...correction };
  const told = plainFields(fields)
    .filter(([name]) => !['id', 'event', 'entity', 'confidence'].includes(name) && fields[name] !== false)
    .map(([name, text]) => (fields[name] === true ? name : text));
  return [...new Set(told)].join(' · ');
}

/** The fields of an item that a person can read and correct: texts, numbers, and yes or no. */
export function plainFields(
  value: Readonly<Record<string, unknown>>,
): readonly (readonly [string, string])[] {
  return Object.entries(value).flatMap(([name, field]): readonly (readonly [string, string])[] => {
    if (typeof field === 'string' || typeof field === 'number' || typeof field === 'boolean')
      return [[name, String(field)]];
    if (typeof field === 'object' && field !== null && 'text' in field && typeof field.text === 'string')
      return [[name, field.text]];
    if (Array.isArray(field) && field.length > 0 && field.every((one) => typeof one === 'string'))
      return [[name, field.join(', ')]];
    return [];
  });
}
