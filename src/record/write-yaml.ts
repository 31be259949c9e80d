/** Plain data: text, lists and maps. */
export type YamlValue = string | readonly YamlValue[] | { readonly [key: string]: YamlValue };

/** A text that YAML reads as itself without quotes in the places where the record writes one. */
const PLAIN = /^[A-Za-z0-9](?:[A-Za-z0-9 ._/()-]*[A-Za-z0-9.)])?$/;

/**
 * Plain data as block YAML 1.2: maps and lists by indentation, every text that is not plain in double quotes, which
 * are JSON's. What `parseYaml` reads back to an equal value.
 */
export function writeYaml(value: YamlValue): string {
  return block(value, '');
}

function block(value: YamlValue, indent: string): string {
  if (typeof value === 'string') return `${scalar(value)}\n`;
  if (isList(value)) return value.map((item) => `${indent}- ${inside(item, `${indent}  `)}`).join('');
  return Object.entries(value)
    .map(([key, held]) => {
      const name = `${indent}${scalar(key)}:`;
      if (typeof held === 'string') return `${name} ${scalar(held)}\n`;
      if (isList(held) && held.every((item) => typeof item === 'string')) {
        return `${name} [${held.map(scalar).join(', ')}]\n`;
      }
      return `${name}\n${block(held, `${indent}  `)}`;
    })
    .join('');
}

/** An item of a list: its first line follows the hyphen. */
function inside(value: YamlValue, indent: string): string {
  return block(value, indent).replace(indent, '');
}

function isList(value: YamlValue): value is readonly YamlValue[] {
  return Array.isArray(value);
}

function scalar(text: string): string {
  return PLAIN.test(text) ? text : JSON.stringify(text);
}
