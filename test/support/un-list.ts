/** An invented group, as the UN list would print it. */
export interface UnGroup {
  readonly reference: string;
  readonly name: string;
  readonly aliases?: readonly { readonly name: string; readonly quality?: string }[];
  readonly listedOn?: string;
  readonly original?: string;
}

/** A UN consolidated list of invented groups, in the publisher's own XML. */
export function unList(groups: readonly UnGroup[], generated = '2026-01-01T00:00:00Z'): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<CONSOLIDATED_LIST xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:noNamespaceSchemaLocation="https://www.un.org/sc/resources/sc-sanctions.xsd" dateGenerated="${generated}">
  <INDIVIDUALS>
  </INDIVIDUALS>
  <ENTITIES>
${groups.map((group) => entity(group)).join('\n')}
  </ENTITIES>
</CONSOLIDATED_LIST>
`;
}

function entity({ reference, name, aliases = [], listedOn = '2015-03-27', original }: UnGroup): string {
  return `    <ENTITY>
      <DATAID>${9_000_000 + 100 * Number(reference.replace(/\D/g, '')) + reference.charCodeAt(0)}</DATAID>
      <VERSIONNUM>1</VERSIONNUM>
      <FIRST_NAME>${name}</FIRST_NAME>
      <UN_LIST_TYPE>Al-Qaida</UN_LIST_TYPE>
      <REFERENCE_NUMBER>${reference}</REFERENCE_NUMBER>
      <LISTED_ON>${listedOn}</LISTED_ON>
${original === undefined ? '' : `      <NAME_ORIGINAL_SCRIPT>${original}</NAME_ORIGINAL_SCRIPT>\n`}      <LIST_TYPE>
        <VALUE>UN List</VALUE>
      </LIST_TYPE>
${aliases.map(({ name: alias, quality = 'a.k.a.' }) => `      <ENTITY_ALIAS>\n        <QUALITY>${quality}</QUALITY>\n        <ALIAS_NAME>${alias}</ALIAS_NAME>\n      </ENTITY_ALIAS>`).join('\n')}
      <ENTITY_ADDRESS>
        <COUNTRY>Erewhon</COUNTRY>
      </ENTITY_ADDRESS>
      <SORT_KEY/>
      <SORT_KEY_LAST_MOD/>
    </ENTITY>`;
}
