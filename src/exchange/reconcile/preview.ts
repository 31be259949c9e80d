import type { FtmEntity } from '../ftm/index.ts';
import { wordsOf } from '../ftm-model/index.ts';
import { describe } from './service.ts';

const SHOWN = ['alias', 'weakAlias', 'birthDate', 'nationality', 'country', 'program', 'notes'] as const;
const MOST_VALUES = 4;
const LONGEST = 200;

/** A small page about an entity, to be shown in a frame. Every value is escaped; nothing is loaded or run. */
export function previewPage(entity: FtmEntity): string {
  const rows = SHOWN.flatMap((name) => {
    const values = (entity.properties[name] ?? [])
      .slice(0, MOST_VALUES)
      .map((value) => value.slice(0, LONGEST));
    return values.length === 0
      ? []
      : [`<dt>${wordsOf(name)}</dt><dd><bdi>${values.map(escaped).join('</bdi>; <bdi>')}</bdi></dd>`];
  });
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>${escaped(entity.caption)}</title>
<body><h1><bdi>${escaped(entity.caption)}</bdi></h1><p>${escaped(wordsOf(entity.schema))}${
    entity.target ? ', listed' : ''
  } · ${escaped(entity.datasets.join(', '))}</p><dl>${rows.join('')}</dl></body></html>`;
}

/** A line about an entity, a type or a property, for a flyout. */
export function flyoutHtml(name: string, text: string): string {
  return `<p><strong>${escaped(name)}</strong></p><p>${escaped(text)}</p>`;
}

/** The line of an entity. */
export function flyoutOf(entity: FtmEntity): string {
  return flyoutHtml(entity.caption, describe(entity));
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`);
}
