export { absolute, hostOf, siteOf } from './address.ts';
export { CAPS } from './caps.ts';
export { intakeError } from './errors.ts';
export { type OriginalText, originalText } from './original.ts';
export { receive, receiveAll } from './receive.ts';
export {
  type Delivery,
  type Extent,
  type FeedHead,
  FORMATS,
  type Format,
  type FoundFeed,
  type Received,
  type ReceivedDate,
  type ReceivedOrigin,
  type ReceiveHints,
  type Unread,
  type VersionSignal,
} from './received.ts';
export { withoutLabel } from './signal.ts';
