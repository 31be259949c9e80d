/**
 * States and bodies of states as news names them: ISO 3166-1 alpha-2 (`XK` and the rest of the user range not
 * used; `UN`, `EU`, `NATO` for bodies), names, demonyms, and the capitals that stand for the government
 * ("Islamabad rejected"). A table of usage, not of recognition. Source: ISO 3166-1; UN M49 country names.
 *
 * Columns: code | names | demonyms | capitals that stand for the government.
 */
const ROWS = `
AE|United Arab Emirates,UAE|Emirati|Abu Dhabi
AF|Afghanistan|Afghan|Kabul
AM|Armenia|Armenian|Yerevan
AR|Argentina|Argentine,Argentinian|Buenos Aires
AT|Austria|Austrian|Vienna
AU|Australia|Australian|Canberra
AZ|Azerbaijan|Azerbaijani,Azeri|Baku
BD|Bangladesh|Bangladeshi|Dhaka
BE|Belgium|Belgian|
BF|Burkina Faso|Burkinabe|Ouagadougou
BH|Bahrain|Bahraini|Manama
BR|Brazil|Brazilian|Brasilia
BT|Bhutan|Bhutanese|Thimphu
CA|Canada|Canadian|Ottawa
CD|Democratic Republic of the Congo,DR Congo,DRC|Congolese|Kinshasa
CH|Switzerland|Swiss|Bern
CM|Cameroon|Cameroonian|Yaounde
CN|China,People's Republic of China,PRC|Chinese|Beijing
CO|Colombia|Colombian|Bogota
CU|Cuba|Cuban|Havana
CZ|Czech Republic,Czechia|Czech|Prague
DE|Germany|German|Berlin
DJ|Djibouti|Djiboutian|
DK|Denmark|Danish|Copenhagen
DZ|Algeria|Algerian|Algiers
EG|Egypt|Egyptian|Cairo
ER|Eritrea|Eritrean|Asmara
ES|Spain|Spanish|Madrid
ET|Ethiopia|Ethiopian|Addis Ababa
FI|Finland|Finnish|Helsinki
FR|France|French|Paris
GB|United Kingdom,UK,U.K.,Britain,Great Britain|British|London
GE|Georgia|Georgian|Tbilisi
GH|Ghana|Ghanaian|Accra
GR|Greece|Greek|Athens
HU|Hungary|Hungarian|Budapest
ID|Indonesia|Indonesian|Jakarta
IE|Ireland|Irish|Dublin
IL|Israel|Israeli|Jerusalem,Tel Aviv
IN|India,Republic of India|Indian|New Delhi,Delhi
IQ|Iraq|Iraqi|Baghdad
IR|Iran,Islamic Republic of Iran|Iranian|Tehran
IT|Italy|Italian|Rome
JO|Jordan|Jordanian|Amman
JP|Japan|Japanese|Tokyo
KE|Kenya|Kenyan|Nairobi
KG|Kyrgyzstan,Kyrgyz Republic|Kyrgyz|Bishkek
KP|North Korea,DPRK|North Korean|Pyongyang
KR|South Korea,Republic of Korea|South Korean|Seoul
KW|Kuwait|Kuwaiti|
KZ|Kazakhstan|Kazakh|Astana
LB|Lebanon|Lebanese|Beirut
LK|Sri Lanka|Sri Lankan|Colombo
LY|Libya|Libyan|Tripoli
MA|Morocco|Moroccan|Rabat
ML|Mali|Malian|Bamako
MM|Myanmar,Burma|Burmese|Naypyidaw
MN|Mongolia|Mongolian|Ulaanbaatar
MV|Maldives|Maldivian|
MX|Mexico|Mexican|Mexico City
MY|Malaysia|Malaysian|Kuala Lumpur
MZ|Mozambique|Mozambican|Maputo
NE|Niger|Nigerien|Niamey
NG|Nigeria|Nigerian|Abuja
NL|Netherlands|Dutch|The Hague
NO|Norway|Norwegian|Oslo
NP|Nepal|Nepali,Nepalese|Kathmandu
NZ|New Zealand||Wellington
OM|Oman|Omani|Muscat
PH|Philippines|Philippine,Filipino|Manila
PK|Pakistan,Pak,Islamic Republic of Pakistan|Pakistani|Islamabad
PL|Poland|Polish|Warsaw
PS|Palestine,State of Palestine|Palestinian|Ramallah
PT|Portugal|Portuguese|Lisbon
QA|Qatar|Qatari|Doha
RO|Romania|Romanian|Bucharest
RS|Serbia|Serbian|Belgrade
RU|Russia,Russian Federation|Russian|Moscow
RW|Rwanda|Rwandan|Kigali
SA|Saudi Arabia|Saudi|Riyadh
SD|Sudan|Sudanese|Khartoum
SE|Sweden|Swedish|Stockholm
SG|Singapore|Singaporean|
SN|Senegal|Senegalese|Dakar
SO|Somalia|Somali|Mogadishu
SS|South Sudan|South Sudanese|Juba
SY|Syria|Syrian|Damascus
TD|Chad|Chadian|N'Djamena
TH|Thailand|Thai|Bangkok
TJ|Tajikistan|Tajik|Dushanbe
TM|Turkmenistan|Turkmen|Ashgabat
TN|Tunisia|Tunisian|Tunis
TR|Turkey,Turkiye,Türkiye|Turkish|Ankara
TZ|Tanzania|Tanzanian|Dodoma
UA|Ukraine|Ukrainian|Kyiv
UG|Uganda|Ugandan|Kampala
US|United States,United States of America,US,U.S.,USA,U.S.A.,America|American|Washington,Washington DC,Washington D.C.
UZ|Uzbekistan|Uzbek|Tashkent
VN|Vietnam|Vietnamese|Hanoi
YE|Yemen|Yemeni|Sanaa
ZA|South Africa|South African|Pretoria
UN|United Nations,UN,U.N.,United Nations Security Council,UN Security Council,UNSC,Security Council||
EU|European Union,EU||Brussels
NATO|NATO||
SCO|Shanghai Cooperation Organisation,Shanghai Cooperation Organization,SCO||
FATF|Financial Action Task Force,FATF||
`;

/** How a text names a state. */
export interface CountryName {
  readonly text: string;
  readonly country: string;
  readonly use: 'name' | 'demonym' | 'capital';
}

/** All names of the table. */
export const COUNTRY_NAMES: readonly CountryName[] = ROWS.trim()
  .split('\n')
  .flatMap((row) => {
    const [country = '', names = '', demonyms = '', capitals = ''] = row.split('|');
    const list = (text: string, use: CountryName['use']) =>
      text === '' ? [] : text.split(',').map((name) => ({ text: name, country, use }));
    return [...list(names, 'name'), ...list(demonyms, 'demonym'), ...list(capitals, 'capital')];
  });
