export { flyoutHtml, flyoutOf, previewPage } from './preview.ts';
export {
  describe,
  exampleOfQuery,
  extend,
  manifestOf,
  proposeProperties,
  suggestProperties,
  suggestTypes,
  typesOf,
} from './service.ts';
export {
  type ExtendAnswer,
  type ExtendQuery,
  extendAnswer,
  extendQuery,
  type Manifest,
  manifest,
  type ReconcileQuery,
  reconcileQueries,
  reconcileQuery,
  reconcileResult,
  suggestAnswer,
} from './wire-format.ts';
