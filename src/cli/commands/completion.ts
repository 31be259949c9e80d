import type { Command, Option } from 'commander';
import type { WithContext } from '../context.ts';

/** `entente completion`: a script that completes commands and options in a shell. */
export function completionCommand(root: Command, withContext: WithContext): void {
  root
    .command('completion')
    .description('print a shell completion script')
    .addArgument(root.createArgument('<shell>', 'the shell').choices(['bash', 'zsh', 'fish']))
    .addHelpText('after', '\nExample:\n  $ source <(entente completion bash)')
    .action((shell: string, _options: unknown, command: Command) => {
      const context = withContext(command);
      const script =
        shell === 'fish'
          ? fish(root)
          : shell === 'zsh'
            ? `autoload -U +X bashcompinit && bashcompinit\n${bash(root)}`
            : bash(root);
      context.answer({ shell, script }, () => script);
    });
}

function optionsOf(command: Command): readonly string[] {
  return command.options.flatMap((option: Option) => option.long ?? []);
}

function bash(root: Command): string {
  const common = [...optionsOf(root), '--help'];
  const cases = root.commands.map(
    (command) => `    ${command.name()}) words="${[...optionsOf(command), ...common].join(' ')}" ;;`,
  );
  return `# entente completion for bash
_entente() {
  local word="\${COMP_WORDS[COMP_CWORD]}" words="${root.commands.map((command) => command.name()).join(' ')} ${common.join(' ')}"
  case "\${COMP_WORDS[1]}" in
${cases.join('\n')}
  esac
  if [[ $COMP_CWORD -gt 1 && $word != -* ]]; then COMPREPLY=($(compgen -f -- "$word")); else COMPREPLY=($(compgen -W "$words" -- "$word")); fi
}
complete -o filenames -F _entente entente
`;
}

function fish(root: Command): string {
  const quote = (text: string) => `'${text.replace(/[\\']/g, '\\$&')}'`;
  const lines = root.commands.flatMap((command) => [
    `complete -c entente -n __fish_use_subcommand -a ${command.name()} -d ${quote(command.description())}`,
    ...command.options.map(
      (option) =>
        `complete -c entente -n '__fish_seen_subcommand_from ${command.name()}' -l ${(option.long ?? '').slice(2)} -d ${quote(option.description)}`,
    ),
  ]);
  return `# entente completion for fish\n${lines.join('\n')}\n`;
}
