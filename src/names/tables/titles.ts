/**
 * Words before or after a person's name that say a rank, a calling or a pilgrimage. They weigh little and
 * never contradict: one list prints `Haji`, the next does not.
 *
 * Rule: only words that are seldom a person's own name. `Said`, `Amir`, `Imam`, `Malik`, `Agha` and `Khan`
 * are names too often to stand here.
 */
export const TITLES: ReadonlySet<string> = new Set(
  [
    'mr mrs ms miss dr prof professor sir dame lord lady monsieur madame mme herr frau don dona senor senora',
    'president prasident presidente minister ambassador hon honorable',
    'general gen colonel col major maj captain capt lieutenant lt brigadier brig admiral commander cmdr sgt',
    'haji hajji hajj haj hadji hadj alhaj',
    'mullah mulla mollah mula molla maulvi maulavi mawlawi mawlavi moulvi molvi mawlana maulana molana moulana',
    'qari kari qazi kazi mufti hafiz hafez ustad ustadh ustaz',
    'sheikh shaikh shaykh sheik cheikh shekh sheykh ayatollah hojatoleslam hojjatoleslam',
    'sayyid sayed syed sayyed seyed seyyed saiyed',
    'akhund akhundzada akhond engineer eng brother jr sr junior senior phd',
    'اخوند مولانا حاجي ملا مولوي قاري شيخ سيد دكتر دكتور حاج  مفتي استاد',
    'доктор господин',
  ]
    .join(' ')
    .split(' '),
);

/** Words of honour before the person that a body is named after: `Shahid Babaie Industries`. */
export const BODY_TITLES: ReadonlySet<string> = new Set(['shahid', 'shaheed', 'chahid', 'شهيد']);

/** What a ship is, as it is put before her name: motor vessel, motor tanker, steamship (ITU, ship station lists). */
export const CRAFT_TITLES: ReadonlySet<string> = new Set(['mv', 'mt', 'ss', 'msv']);
