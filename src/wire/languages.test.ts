import { describe, expect, test } from 'vitest';
import { gazetteer } from './gazetteer/gazetteer.ts';
import { readReport } from './read-report.ts';

/** A group with its names in the scripts of the region, as the record holds them. */
const NAMES = gazetteer([
  {
    entity: 'vlf',
    caption: 'Valley Liberation Front',
    kind: 'group',
    countries: ['PK'],
    names: [
      { text: 'Valley Liberation Front', kind: 'primary', strength: 'strong' },
      { text: 'Front de libération de la vallée', kind: 'alias', strength: 'strong' },
      { text: 'وادی لبریشن فرنٹ', kind: 'original', strength: 'strong' },
      { text: 'جبهة تحرير الوادي', kind: 'original', strength: 'strong' },
      { text: 'घाटी मुक्ति मोर्चा', kind: 'original', strength: 'strong' },
      { text: 'د درې د ازادۍ ډله', kind: 'original', strength: 'strong' },
    ],
  },
]);

describe('texts in other languages: detected, split, names linked, no events read', () => {
  test.each([
    ['ur', 'پولیس نے کہا کہ وادی لبریشن فرنٹ نے حملہ کیا۔ کوئی ہلاک نہیں ہوا۔'],
    ['ar', 'قالت الشرطة إن جبهة تحرير الوادي نفذت الهجوم. ولم يقتل أحد.'],
    ['hi', 'पुलिस ने कहा कि घाटी मुक्ति मोर्चा ने हमला किया। कोई नहीं मारा गया।'],
    ['ps', 'پوليسو وويل چې د درې د ازادۍ ډله برید کړی دی. هیڅوک ونه وژل شول.'],
    [
      'fr',
      'La police a déclaré que le Front de libération de la vallée a mené une attaque dans la ville. Il n’y a pas de victimes.',
    ],
  ])('%s', (language, text) => {
    const reading = readReport(text, { gazetteer: NAMES });
    expect(reading.document.language).toBe(language);
    expect(reading.mentions.map(({ entity }) => entity)).toContain('vlf');
    for (const { span } of reading.mentions) expect(text.slice(span.start, span.end)).toBe(span.quote);
    expect(reading.events).toEqual([]);
    expect(reading.document.warnings).toContain('only-names-are-read-in-this-language');
  });
});
