/**
 * The media type of a `Content-Type` header (RFC 9110, 8.3) in lower case and without parameters, or `null` when
 * there is none that can be read.
 */
export function mediaTypeOf(header: string | null): string | null {
  const type = /^\s*([\w!#$&^.+-]{1,127}\/[\w!#$&^.+-]{1,127})\s*(?:;|$)/.exec(header ?? '')?.[1];
  return type?.toLowerCase() ?? null;
}

/** The `charset` parameter of a `Content-Type` header in lower case, or `null`. */
export function charsetOf(header: string | null): string | null {
  const charset = /;\s*charset\s*=\s*"?([\w.:+-]{1,40})"?/i.exec(header ?? '')?.[1];
  return charset?.toLowerCase() ?? null;
}
