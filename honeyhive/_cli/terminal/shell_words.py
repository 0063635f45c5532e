"""Completion of values after an equals sign, as in --output=js, for shells that split words differently."""

from typing import Any

from click.shell_completion import (
    BashComplete,
    CompletionItem,
    FishComplete,
    ShellComplete,
    ZshComplete,
    add_completion_class,
)


class SplitWordsComplete(BashComplete):
    """Joins the words that bash splits at an equals sign."""

    def get_completion_args(self) -> tuple[list[str], str]:
        """Return the words before the cursor, and the beginning of the word at the cursor."""
        words, incomplete = super().get_completion_args()
        joined: list[str] = []
        for word in words:
            if word == "=" and joined and joined[-1].startswith("-"):
                continue  # click takes a flag and its value as two words
            if joined and not joined[-1].startswith("-") and (word == "=" or joined[-1].endswith("=")):
                joined[-1] += word
            else:
                joined.append(word)
        return joined, incomplete


class _WholeWordsComplete(ShellComplete):
    """Offers a flag and its value as one word, for shells that do not split words at an equals sign."""

    def get_completions(self, args: list[str], incomplete: str) -> "list[CompletionItem[Any]]":
        flag, equals, _ = incomplete.partition("=")
        found = super().get_completions(args, incomplete)
        if equals and flag.startswith("--"):
            for item in found:
                item.value = f"{flag}={item.value}"
        return found


class WholeWordsZshComplete(_WholeWordsComplete, ZshComplete):
    """Completion for zsh, also if the user's startup file does not load zsh's completion system."""

    source_template = ZshComplete.source_template.replace(
        "    compdef ", "    (( $+functions[compdef] )) || { autoload -Uz compinit && compinit }\n    compdef "
    )


class WholeWordsFishComplete(_WholeWordsComplete, FishComplete):
    """Completion for fish."""

    def format_completion(self, item: "CompletionItem[Any]") -> str:
        """Return the line for the shell script without commas, because the script cuts a description at a comma."""
        item.help = item.help and item.help.replace(",", ";")
        return super().format_completion(item)


def install() -> None:
    """Register these classes with click."""
    for one in (SplitWordsComplete, WholeWordsZshComplete, WholeWordsFishComplete):
        add_completion_class(one)
