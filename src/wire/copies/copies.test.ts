import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareTexts } from './compare-texts.ts';
import { CopyIndex } from './copy-index.ts';
import { copyWords } from './copy-words.ts';
import { packSketch, sketchOf, trigramsOf, unpackSketch } from './sketch.ts';

const STORY = `QUETTA: At least 31 people were killed on Tuesday when gunmen stopped a passenger train in the Bolan pass and held hundreds of travellers, railway officials said.
The train had left Quetta for Peshawar in the morning with more than four hundred people on board when the track was blown up near Mushkaf.
The Balochistan Liberation Army claimed responsibility in a message to reporters. "Our fighters hold the train and everyone in uniform aboard it," its spokesman said.
Doctors at the civil hospital in Sibi said that they had received eleven bodies and some thirty wounded by nightfall, among them two railway guards.
Helicopters were seen over the valley. The interior minister told parliament that a rescue was under way and asked for patience.`;

const AGENCY_CUT = STORY.split('\n').slice(0, 3).join('\n');

const EDITED = `Quetta, March 11: At least 31 people were killed Tuesday when gunmen stopped a passenger train in the Bolan pass and took hundreds of travellers hostage, railway officials said.
The train had left Quetta for Peshawar in the morning with over four hundred people on board when the track was blown up near Mushkaf.
The Balochistan Liberation Army claimed responsibility in a message sent to reporters. "Our fighters hold the train and everyone in uniform aboard it," its spokesman said.
Doctors at the civil hospital in Sibi said they had received eleven bodies and about thirty wounded by nightfall, among them two railway guards.
(This story has not been edited by our staff.)`;

const OTHER_REPORT = `A hijacked express stood in a tunnel of the Bolan pass for a second day on Wednesday as soldiers moved from coach to coach. "Our fighters hold the train and everyone in uniform aboard it," the group had told newsrooms the evening before. Relatives waited at the station in Quetta, where a hall had been laid out with chairs, tea and a list of names that grew by the hour. A colonel, who would not be named, counted forty-eight dead.`;

const PATTERN = (count: string, place: string, district: string, name: string) =>
  `RAWALPINDI: Security forces killed ${count} militants in an intelligence-based operation in ${place}, ${district} district, the military's media wing said on Friday. During the conduct of the operation own troops effectively engaged the militants' location and after an intense exchange of fire ${count} were sent to hell. Weapons and ammunition were recovered from the dead, who had remained actively involved in numerous activities. Sanitisation of the area was being carried out. Officials named the leader as ${name}.`;

const kind = (a: string, b: string) => compareTexts(copyWords(a), copyWords(b)).kind;

describe('printings of one story', () => {
  it('O1 are exact when only case, marks and line breaks differ', () => {
    expect(kind(STORY, STORY.toUpperCase().replace(/\n/g, '  ').replace(/,/g, ' –'))).toBe('exact');
  });

  it('O2 are near copies when one was cut, or edited and given another dateline', () => {
    expect(kind(STORY, AGENCY_CUT)).toBe('near');
    expect(kind(AGENCY_CUT, STORY)).toBe('near');
    expect(kind(STORY, EDITED)).toBe('near');
    expect(kind(AGENCY_CUT, EDITED)).toBe('near');
  });

  it('O3 are told from two reports that quote the same words, and the words are shown', () => {
    const { kind: found, passages } = compareTexts(copyWords(STORY), copyWords(OTHER_REPORT));
    expect(found).toBe('shared-text');
    expect(passages).toHaveLength(1);
    expect(passages[0]?.quoted).toBe(true);
    expect(passages[0]?.here.quote).toBe('Our fighters hold the train and everyone in uniform aboard it');
    expect(OTHER_REPORT.slice(passages[0]?.there.start, passages[0]?.there.end)).toBe(
      passages[0]?.there.quote,
    );
  });

  it('O4 are told from reports of two things that follow one pattern', () => {
    const one = PATTERN('five', 'Spinwam', 'North Waziristan', 'Hamid Zarkun');
    const other = PATTERN('eight', 'Kulachi', 'Dera Ismail Khan', 'Omar Jawand');
    expect(kind(one, other)).not.toBe('near');
    expect(kind(one, one.replace('Friday', 'Friday evening'))).toBe('near');
  });

  it('O2 share nothing with a text on another matter, nor with a text of a few words', () => {
    expect(
      kind(
        STORY,
        'The central bank held its rate at eleven per cent on Monday, as analysts had expected it to.',
      ),
    ).toBe('none');
    expect(kind(STORY, 'At least 31 people')).toBe('none');
  });

  it('O1 are shown by spans of both texts, whatever the texts are', () => {
    const word = fc.constantFrom('alpha', 'Beta', 'gamma', 'delta', '“', '”', '\n', 'ε', '4');
    const text = fc.array(word, { maxLength: 120 }).map((words) => words.join(' '));
    fc.assert(
      fc.property(text, text, (a, b) => {
        const { shares, passages } = compareTexts(copyWords(a), copyWords(b));
        for (const share of shares) expect(share >= 0 && share <= 1).toBe(true);
        for (const { here, there } of passages) {
          expect(a.slice(here.start, here.end)).toBe(here.quote);
          expect(b.slice(there.start, there.end)).toBe(there.quote);
        }
      }),
      { numRuns: 200 },
    );
  });
});

describe('the index of copies', () => {
  const ask = (index: CopyIndex<string>, text: string) => {
    const words = copyWords(text);
    const grams = trigramsOf(words);
    return index.search(sketchOf(words, grams), grams, 5);
  };
  const filler = Array.from({ length: 400 }, (_, n) =>
    PATTERN(`${n + 2}`, `Village${n}`, `District${n % 30}`, `Person${n}`),
  );

  it('finds the story among others, by its copies and by what quotes it', () => {
    const index = new CopyIndex<string>();
    filler.forEach((text, n) => {
      index.add(`f${n}`, sketchOf(copyWords(text)));
    });
    index.add('story', sketchOf(copyWords(STORY)));
    expect(ask(index, EDITED)[0]).toMatchObject({ id: 'story', exact: false });
    expect(ask(index, AGENCY_CUT)[0]?.id).toBe('story');
    expect(ask(index, OTHER_REPORT)[0]?.id).toBe('story');
    expect(ask(index, STORY)[0]).toMatchObject({ id: 'story', exact: true, shares: [1, 1] });
  });

  it('answers the same whether it was filled at once or one by one', () => {
    const rows = [...filler, STORY].map((text, n): [string, ReturnType<typeof sketchOf>] => [
      `d${n}`,
      sketchOf(copyWords(text)),
    ]);
    const [one, other] = [new CopyIndex<string>(), new CopyIndex<string>()];
    for (const [id, sketch] of rows) one.add(id, sketch);
    other.addAll(rows);
    expect(ask(one, EDITED)).toEqual(ask(other, EDITED));
    expect(ask(one, filler[3] ?? '')).toEqual(ask(other, filler[3] ?? ''));
  });

  it('estimates what the comparison then finds', () => {
    const index = new CopyIndex<string>();
    index.add('story', sketchOf(copyWords(STORY)));
    const [found] = ask(index, AGENCY_CUT);
    const { shares } = compareTexts(copyWords(AGENCY_CUT), copyWords(STORY));
    expect(found?.shares[0]).toBeCloseTo(shares[0], 0);
    expect(found?.shares[1]).toBeCloseTo(shares[1], 0);
  });

  it('keeps a sketch as bytes, and asks for one of another form to be made again', () => {
    const sketch = sketchOf(copyWords(STORY.repeat(3)));
    expect(unpackSketch(packSketch(sketch))).toEqual(sketch);
    expect(unpackSketch(new Uint8Array([1, 2, 3]))).toBeNull();
    expect(unpackSketch(new Uint8Array(16))).toBeNull();
  });
});
