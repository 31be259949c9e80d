import type { ChannelKind } from '../../reading.ts';

/** Words by which a text tells how a claim reached the world, most telling first (GTD: mode of claim). */
export const CHANNELS: readonly (readonly [kind: ChannelKind, words: readonly string[]])[] = [
  ['video', ['video', 'videos', 'footage']],
  ['audio', ['audio', 'recording', 'cassette']],
  ['messaging', ['telegram', 'whatsapp', 'signal', 'channel', 'channels']],
  ['social-media', ['twitter', 'facebook', 'social', 'tweet', 'post', 'x']],
  ['website', ['website', 'online', 'internet', 'site', 'magazine', 'newsletter', 'amaq', 'nashir']],
  ['e-mail', ['email', 'e-mail', 'emailed', 'e-mailed', 'mail']],
  ['call', ['telephone', 'telephoned', 'phone', 'phoned', 'caller', 'callers']],
  [
    'letter',
    [
      'letter',
      'letters',
      'pamphlet',
      'pamphlets',
      'leaflet',
      'leaflets',
      'note',
      'poster',
      'posters',
      'handbill',
    ],
  ],
  ['radio', ['radio', 'broadcast']],
  ['statement', ['statement', 'statements', 'communique', 'communiqué', 'message', 'release']],
];
