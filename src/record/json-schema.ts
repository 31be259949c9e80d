import { z } from 'zod';
import { groupFile } from './group-file.ts';

/** As `biome.json` has it. */
const LINE_WIDTH = 110;

/** The JSON Schema (draft 7, which editors read) of a group file: the text of `record/schema.json`. */
export function groupJsonSchema(): string {
  const schema = z.toJSONSchema(groupFile, { target: 'draft-7', unrepresentable: 'any' });
  return `${format(schema, '')}\n`;
}

/** JSON as the repository's formatter leaves it: a list of plain values stays on one line where the line fits. */
function format(value: unknown, indent: string, lead = indent): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const deeper = `${indent}  `;
  if (Array.isArray(value)) {
    const inline = `[${value.map((item) => JSON.stringify(item)).join(', ')}]`;
    const plain = value.every((item) => typeof item !== 'object');
    if (plain && `${lead}${inline},`.length <= LINE_WIDTH) return inline;
    return `[\n${value.map((item) => deeper + format(item, deeper)).join(',\n')}\n${indent}]`;
  }
  const fields = Object.entries(value).map(([key, item]) => {
    const start = `${deeper}${JSON.stringify(key)}: `;
    return start + format(item, deeper, start);
  });
  return fields.length === 0 ? '{}' : `{\n${fields.join(',\n')}\n${indent}}`;
}
