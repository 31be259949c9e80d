import { expect, test } from 'vitest';
import { languageOf } from './language.ts';

test.each([
  ['en', 'The group has claimed responsibility for the attack on a convoy.'],
  ['fr', 'Le groupe a revendiqué la responsabilité de l’attaque dans une vidéo.'],
  ['ur', 'کالعدم تنظیم نے حملے کی ذمہ داری قبول کر لی ہے۔'],
  ['ps', 'د ډلې غړو پر پوستې برید وکړ.'],
  ['ar', 'أعلنت الجماعة مسؤوليتها عن الهجوم'],
  ['hi', 'समूह ने हमले की जिम्मेदारी ली है।'],
  ['en', 'US designates BLA'],
  ['und', '12345 — 678'],
])('%s', (language, text) => {
  expect(languageOf(text)).toBe(language);
});
