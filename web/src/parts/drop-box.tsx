import { Button, Fieldset, FileButton, Group, Text } from '@mantine/core';
import { type ReactNode, useState } from 'react';

/** A place for files: by a button, or dropped on it. The browser opens none of them. */
export function DropBox({
  label,
  button,
  what,
  accept,
  take,
  busy = false,
  children,
}: {
  readonly label: string;
  readonly button: string;
  readonly what: ReactNode;
  readonly accept?: string;
  readonly take: (file: File) => void;
  readonly busy?: boolean;
  readonly children?: ReactNode;
}) {
  const [over, setOver] = useState(false);
  return (
    <Fieldset
      className="no-print"
      legend={label}
      mb="sm"
      style={over ? { outline: '2px dashed var(--mantine-color-anchor)' } : {}}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        const [file] = event.dataTransfer.files;
        if (file !== undefined && !busy) take(file);
      }}
    >
      <Group gap="sm">
        <FileButton
          onChange={(file) => file !== null && take(file)}
          {...(accept === undefined ? {} : { accept })}
        >
          {(props) => (
            <Button variant="default" loading={busy} {...props}>
              {button}
            </Button>
          )}
        </FileButton>
        <Text size="sm" c="dimmed">
          {what}
        </Text>
      </Group>
      {children}
    </Fieldset>
  );
}
