/**
 * News agencies, with the letters by which bylines and credits name them. Source: their own pages. A name that says
 * what it is ("… News Agency") needs no row.
 */
export const AGENCIES: readonly (readonly [name: string, letters: string])[] = [
  ['Press Trust of India', 'PTI'],
  ['Asian News International', 'ANI'],
  ['Indo-Asian News Service', 'IANS'],
  ['United News of India', 'UNI'],
  ['Associated Press of Pakistan', 'APP'],
  ['Pakistan Press International', 'PPI'],
  ['Reuters', 'REUTERS'],
  ['Agence France-Presse', 'AFP'],
  ['Associated Press', 'AP'],
  ['Deutsche Presse-Agentur', 'DPA'],
  ['Agencia EFE', 'EFE'],
  ['Xinhua', 'XINHUA'],
  ['TASS', 'TASS'],
  ['Interfax', 'INTERFAX'],
  ['Anadolu Agency', 'AA'],
  ['Kyodo News', 'KYODO'],
  ['Yonhap', 'YONHAP'],
  ['Khaama Press', 'KHAAMA'],
  ['Islamic Republic News Agency', 'IRNA'],
  ['Bangladesh Sangbad Sangstha', 'BSS'],
  ['United News of Bangladesh', 'UNB'],
];
