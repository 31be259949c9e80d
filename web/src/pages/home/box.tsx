import { Title } from '@mantine/core';
import type { ReactNode } from 'react';

/** One part of the page of today: its title, and what stands under it. */
export function Box({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section aria-label={title}>
      <Title order={2} size="h4" mb={6}>
        {title}
      </Title>
      {children}
    </section>
  );
}

/** The lines of a part, as a plain list. */
export function Lines({ children }: { readonly children: ReactNode }) {
  return <ul style={{ margin: 0, paddingInlineStart: 18 }}>{children}</ul>;
}
