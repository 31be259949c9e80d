/** A news agency: others print its reports. */
export interface Agency {
  readonly name: string;
  /** Names in full, which say it anywhere in a page's head or foot. */
  readonly names: readonly string[];
  /** Letters that say it only in a dateline, a byline or a sign-off. */
  readonly letters: readonly string[];
}

/** News agencies. Source: their own pages. */
export const AGENCIES: readonly Agency[] = [
  ['Press Trust of India', 'PTI'],
  ['Asian News International', 'ANI'],
  ['Indo-Asian News Service', 'IANS'],
  ['United News of India', 'UNI'],
  ['Associated Press of Pakistan', 'APP'],
  ['Pakistan Press International', 'PPI'],
  ['Online News Network', 'ONLINE'],
  ['Reuters', 'REUTERS'],
  ['Agence France-Presse', 'AFP'],
  ['Associated Press', 'AP'],
  ['Deutsche Presse-Agentur', 'DPA'],
  ['Agencia EFE', 'EFE'],
  ['Bloomberg', 'BLOOMBERG'],
  ['Xinhua', 'XINHUA'],
  ['TASS', 'TASS'],
  ['Interfax', 'INTERFAX'],
  ['Anadolu Agency', 'AA'],
  ['Kyodo News', 'KYODO'],
  ['Yonhap', 'YONHAP'],
  ['Islamic Republic News Agency', 'IRNA'],
  ['Tasnim News Agency', 'TASNIM'],
  ['Bakhtar News Agency', 'BAKHTAR'],
  ['Khaama Press', 'KHAAMA'],
  ['Bangladesh Sangbad Sangstha', 'BSS'],
  ['United News of Bangladesh', 'UNB'],
  ['Rastriya Samachar Samiti', 'RSS'],
  ['Emirates News Agency', 'WAM'],
  ['Saudi Press Agency', 'SPA'],
  ['Qatar News Agency', 'QNA'],
  ['AsiaNet', 'ASIANET'],
].map(([name = '', letters = '']) => ({ name, names: [name], letters: [letters] }));
