import { describe, expect, it } from 'vitest';
import { namesAdded, readTitle } from './title.ts';

const told = (title: string) => {
  const read = readTitle(title);
  return read === null
    ? null
    : [
        read.action,
        read.programmes.join('+'),
        ...read.targets.map(({ name, others }) => [name, ...others.map(({ text }) => text)].join(' = ')),
      ];
};

describe('the title of a notice', () => {
  it.each([
    [
      'In the Matter of the Designation of Quay Front (and Other Aliases) as a Foreign Terrorist Organization Pursuant to Section 219 of the Immigration and Nationality Act, as Amended',
      ['designation', 'FTO', 'Quay Front'],
    ],
    [
      'In the Matter of the Amendment of the Designation of Quay, Also Known as Pier, Also Known as QP, as a Foreign Terrorist Organization Pursuant to Section 219',
      ['amendment', 'FTO', 'Quay = Pier = QP'],
    ],
    [
      'In the Matter of the Review of the Designation of Quay (Quay and Other Aliases) as a Foreign Terrorist Organization',
      ['review', 'FTO', 'Quay (Quay)'],
    ],
    [
      'Review of the Designation of Quay (aka Pier and Other Aliases) as a Foreign Terrorist Organization',
      ['review', 'FTO', 'Quay = Pier'],
    ],
    [
      'In the Matter of the Revocation of the Designation of the Quay Party as a Foreign Terrorist Organization',
      ['revocation', 'FTO', 'Quay Party'],
    ],
    ['Foreign Terrorist Organization Designation of Quay', ['designation', 'FTO', 'Quay']],
    [
      'Designation of Quay and Pier as Foreign Terrorist Organizations and Specially Designated Global Terrorists',
      ['designation', 'FTO+SDGT', 'Quay', 'Pier'],
    ],
    [
      'Designation of Osko Vellaran, also known as Osko Tam, as a Specially Designated Global Terrorist pursuant to Section 1(b) of Executive Order 13224',
      ['designation', 'SDGT', 'Osko Vellaran = Osko Tam'],
    ],
  ])('%s', (title, expected) => {
    expect(told(title)).toEqual(expected);
  });

  it.each(['Notice of Public Meeting', 'Designation of a Harbour', ''])(
    '%j is about no such designation',
    (title) => {
      expect(readTitle(title)).toBeNull();
    },
  );
});

describe('the names that a notice adds', () => {
  it.each([
    ['to include the following new aliases: Pier, Mole, and KRF. It is maintained.', ['Pier', 'Mole', 'KRF']],
    [
      'the following aliases for Quay: Pier, Inc.; <span class="match">Mole</span>; and Dock',
      ['Pier, Inc.', 'Mole', 'Dock'],
    ],
    ['No aliases are added.', []],
  ])('%s', (text, expected) => {
    expect(namesAdded(text)).toEqual(expected);
  });
});
