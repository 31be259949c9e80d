/**
 * Legal forms of organisations, each as its short form and the ways to write it, as folded words. Two names
 * that differ only here are names of one firm as far as the name goes. Sources: the forms printed on the OFAC,
 * UN, UK and EU lists; ISO 20275 (Entity Legal Forms) for what they abbreviate.
 *
 * Rule: the word says the form and nothing else. `group`, `holding`, `bank` and `trust` say what a firm is and
 * stay words.
 */
const FORMS: Readonly<Record<string, string>> = {
  ltd: 'ltd|limited|ltda|limitada|limitee|pvt ltd|private limited|pte ltd|pty ltd|co ltd|company limited|co limited|corporation limited|ltd co|ltd sti|limited sirketi|pvt|pte|pty|private limited company|private ltd',
  plc: 'plc|public limited company|public ltd co',
  llc: 'llc|limited liability company|limited liability co|societatea cu raspundere limitata|wll|ooo|ооо|fzc|fzco|fze|fz llc|fzllc|dmcc|obshchestvo s ogranichennoi otvetstvennostyu|общество с ограниченнои ответственностью',
  llp: 'llp|limited liability partnership|lp|limited partnership',
  jsc: 'jsc|joint stock company|ao|ао|aktsionernoe obshchestvo|акционерное общество|joint stock co|joynt stock company|pao|пао|pjsc|ojsc|oao|оао|zao|зао|cjsc|open joint stock company|closed joint stock company|public joint stock company|private joint stock company|open joint stock co|sherkat sahami',
  inc: 'inc|incorporated|incorporation',
  corp: 'corp|corporation|corporacion|corporacao',
  co: 'co|company|compania|compagnie|cie|companhia|kompaniya|компания|sherkat|شركت|شركه|sirketi',
  gmbh: 'gmbh|mbh|ges mbh|gesellschaft mit beschrankter haftung|gmbh co kg|kg|ohg',
  ag: 'ag|aktiengesellschaft|akg',
  sa: 'sa|sociedad anonima|societe anonyme|sociedade anonima|s a|sa de cv|sapi de cv|s de rl de cv|sa de c v',
  sarl: 'sarl|suarl|eurl|sas|sasu|societe a responsabilite limitee',
  srl: 'srl|s de rl|societa a responsabilita limitata|sociedad de responsabilidad limitada|eirl',
  spa: 'spa|societa per azioni',
  bv: 'bv|nv|besloten vennootschap|naamloze vennootschap',
  ab: 'ab|oy|oyj|as|a s|asa|aps|aktiebolag',
  spzoo:
    'sp z oo|spolka z ograniczona odpowiedzialnoscia|spzoo|sp zoo|doo|d o o|dd|sro|s r o|kft|ood|eood|ead',
  as: 'anonim sirketi|as ve tic|sanayi ve ticaret',
  pt: 'pt|cv|tbk|sdn bhd|bhd|berhad|sendirian berhad',
  kk: 'kk|kabushiki kaisha|kabushiki gaisha',
  est: 'est|establishment',
};

/** A legal form as the words that spell it out, and the short form that stands for it. */
export interface LegalForm {
  readonly words: readonly string[];
  readonly form: string;
}

/** All spellings by their first word, longest first. */
export const LEGAL_FORMS: ReadonlyMap<string, readonly LegalForm[]> = (() => {
  const byFirst = new Map<string, LegalForm[]>();
  for (const [form, spellings] of Object.entries(FORMS)) {
    for (const spelling of spellings.split('|')) {
      const words = spelling.split(' ');
      const first = words[0] ?? '';
      byFirst.set(first, [...(byFirst.get(first) ?? []), { words, form }]);
    }
  }
  for (const list of byFirst.values()) list.sort((a, b) => b.words.length - a.words.length);
  return byFirst;
})();
