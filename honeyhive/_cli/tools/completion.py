"""`honeyhive completion`: shell completion of commands, flags and choices."""

import click

from ..terminal.help_pages import COMPLETION_VARIABLE
from ..terminal.lazy_group import CONTEXT


@click.command(context_settings=CONTEXT)
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]), metavar="SHELL")
@click.pass_context
def completion(ctx: click.Context, shell: str) -> None:
    """Print the completion script of a shell: bash, zsh or fish.

    Example: eval "$(honeyhive completion bash)"

    The script completes commands, flags and choices. Add the line for your shell to the shell's startup file:

    \b
    bash: eval "$(honeyhive completion bash)"           in ~/.bashrc
    zsh:  eval "$(honeyhive completion zsh)"            in ~/.zshrc
    fish: honeyhive completion fish | source            in ~/.config/fish/config.fish
    """
    from click.shell_completion import get_completion_class

    from ..terminal.shell_words import install

    install()
    kind = get_completion_class(shell)
    if kind is None:
        raise click.ClickException(f"the installed version of click does not support completion in {shell}")
    made = kind(ctx.find_root().command, {}, "honeyhive", COMPLETION_VARIABLE)
    click.echo(made.source_template % made.source_vars())
