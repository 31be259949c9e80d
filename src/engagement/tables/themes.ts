/**
 * What statements about counter-terrorism speak of, beyond the wide topics of a reading: a row a theme. A stem
 * matches the beginning of a word; a stem with a space matches words in a row, each by its beginning, and `=`
 * asks for the whole word. `general` themes stand in every statement: they help to match promises and are no
 * news when they come or go. Source: usage of joint statements of several pairs of states; the choice is ours.
 */
export interface Theme {
  readonly id: string;
  readonly label: string;
  readonly general: boolean;
  readonly stems: readonly string[];
}

const ROWS = `
information-sharing|sharing information and intelligence|information shar,shar information,shar of information,exchang of information,exchang information,information exchang,intelligence,hotline,early warning,real-time information
expertise|expertise and best practices|best practice,good practice,expertise,lessons learn,exchang experience,shar experience,exchang of experience
training|training|train,workshop,course,exercise
capacity|capacity building|capacit,capabilit
institutions|institutions and frameworks|institution
equipment|equipment and infrastructure|equip,infrastructure,provision of,procure
border-security|border security|border secur,border manag,border control,border force,frontier,border infrastructure,secur border,border
maritime|maritime security|maritime,coast,=sea,=seas,port secur
aviation|aviation security and passenger data|aviation,airport,airline,passenger name,passenger data,advance passenger
law-enforcement|law enforcement and police|law enforc,police,polic,first respond,frontline respond
prosecution|investigation and prosecution|prosecut,investigat,judicia,judiciary,justice,accountab,perpetrator,convict
legal-assistance|extradition and legal assistance|extradit,mutual legal,legal assist
violent-extremism|violent extremism|extremis,radicali,deradicali,counter-narrative,counter narrative
terrorist-financing|terrorist financing and money laundering|financ,money launder,fundrais,=hawala,=aml,=cft
virtual-assets|virtual assets|virtual asset,crypto,digital currenc,digital asset,blockchain
emerging-technologies|emerging technologies|emerging technolog,new technolog,advanced technolog,new and emerging,artificial intelligence,machine learning,=ai
unmanned-systems|unmanned systems|unmanned,=drone,=drones,=uav,=uavs,=uas
online|the internet and cyberspace|cyber,internet,online,social media,encrypt,digital platform
foreign-fighters|foreign fighters and returnees|foreign fighter,foreign terrorist fighter,repatriat,returnee,reintegrat,rehabilitat
prisons|prisons and detention|prison,detention,detain,displaced persons camp
terrorist-travel|terrorist travel and watch lists|terrorist travel,watchlist,watch list,watch-list,biometric,travel document,=visa
designations|designations and sanctions|designat,sanction,proscri,blacklist,listing
cross-border-terrorism|cross-border terrorism|cross-border,cross border,trans-border
proxies|proxies and sponsorship|proxies,proxy,sponsor,state-sponsored
safe-havens|safe havens and use of territory|safe haven,safe-haven,sanctuar,territory,shelter,harbour,harbor
multilateral|work in multilateral fora|multilateral,international organi,international fora,international forum,international forums
whole-of-government|whole-of-government approaches|whole-of-government,whole of government,whole-of-society,whole of society
human-rights|human rights and law|human right,international law,humanitarian,rule of law
victims|victims|victim
mass-destruction|weapons of mass destruction|mass destruction,chemical,biological,radiological,nuclear,=cbrn
arms|arms and explosives|small arm,weapon,explosive,=ied,=ieds,=arms
critical-infrastructure|critical infrastructure and soft targets|critical infrastructure,soft target,crowded place,vulnerable target
organised-crime|organised crime and trafficking|organi crime,narco,drug,traffick,smuggl
hostages|hostages and kidnapping|hostage,kidnap,ransom
women-youth|women and youth|women,youth,young people,gender
working-group|working groups and points of contact|working group,task force,point of contact,points of contact,focal point,liaison
next-round|the next round|next round,next session,next meeting,reconven,convene the next,next dialogue
assistance|assistance programmes|assistance,=aid,programme of assist
trade|trade and the economy|trade,econom,invest in,investment
military|military cooperation|military,defence,defense,armed forces,joint patrol,joint exercise
resilience|resilience of communities|resilien,communit
=cooperation|cooperation|cooperat,collaborat,coordinat,partner,work together,work closely,join efforts,joint effort,convergence
=dialogue|dialogue|dialogue,communicat,consult,engagement,talks,exchang view
=threats|threats|threat,challenge,landscape
=stability|security and stability|stabilit,peace,regional,security
=terrorism|terrorism|terror,counterterror,counter-terror,militan
=change|doing more|strengthen,deepen,expand,enhanc,increas,boost,further,improv,intensif,broaden,accelerat
`;

/** Every theme, the narrow ones first. */
export const THEMES: readonly Theme[] = ROWS.trim()
  .split('\n')
  .map((row) => {
    const [name = '', label = '', stems = ''] = row.split('|');
    const general = name.startsWith('=');
    return { id: general ? name.slice(1) : name, label, general, stems: stems.split(',') };
  });

/** What a theme is called. */
export const THEME_LABELS: ReadonlyMap<string, string> = new Map(THEMES.map(({ id, label }) => [id, label]));
