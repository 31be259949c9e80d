/** A page that the navigation names: its address, the letter after `g` that goes there, and its text's key. */
export interface Place {
  readonly to:
    | '/'
    | '/screen'
    | '/screen/files'
    | '/read'
    | '/documents'
    | '/incidents'
    | '/matrix'
    | '/dialogues'
    | '/changes'
    | '/review'
    | '/lists'
    | '/watch'
    | '/audit'
    | '/people'
    | '/settings';
  readonly key: string;
  readonly text: string;
  readonly group: 'ask' | 'record' | 'work' | 'house';
}

/** The pages, in the order of the navigation. */
export const PLACES: readonly Place[] = [
  { to: '/', key: 'h', text: 'place.home', group: 'ask' },
  { to: '/screen', key: 's', text: 'place.screen', group: 'ask' },
  { to: '/screen/files', key: 'f', text: 'place.files', group: 'ask' },
  { to: '/read', key: 'd', text: 'place.read', group: 'ask' },
  { to: '/documents', key: 'o', text: 'place.documents', group: 'record' },
  { to: '/incidents', key: 'i', text: 'place.incidents', group: 'record' },
  { to: '/matrix', key: 'm', text: 'place.matrix', group: 'record' },
  { to: '/dialogues', key: 'e', text: 'place.dialogues', group: 'record' },
  { to: '/changes', key: 'c', text: 'place.changes', group: 'work' },
  { to: '/watch', key: 'w', text: 'place.watch', group: 'work' },
  { to: '/review', key: 'r', text: 'place.review', group: 'work' },
  { to: '/lists', key: 'l', text: 'place.lists', group: 'work' },
  { to: '/audit', key: 'a', text: 'place.audit', group: 'house' },
  { to: '/people', key: 'p', text: 'place.people', group: 'house' },
  { to: '/settings', key: 't', text: 'place.settings', group: 'house' },
];

/** The groups of the navigation, in order. */
export const PLACE_GROUPS: readonly Place['group'][] = ['ask', 'record', 'work', 'house'];
