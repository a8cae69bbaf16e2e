"""What JupyterLab shows of itself: its words, its kernels."""

import re

import psutil

# Words of JupyterLab's interface that would betray it (none is also a French word of a case).
ENGLISH = re.compile(
    r"\b(kernel|cells?|run|file|edit|view|settings|help|save|skip|loading|launcher|restart(ing)?|untitled|click|"
    r"python|trusted|read-only|close|open|dismiss|connecting|error|warning|traceback|tags?|toolbar|notebook)\b",
    re.IGNORECASE,
)


def kernels(server):
    children = psutil.Process(server.process.pid).children(recursive=True)
    return [child for child in children if "ipykernel_launcher" in child.cmdline()]


def visible_words(page):
    """Everything a person can read or hear on the page: text, labels, tooltips, placeholders."""
    labels = page.eval_on_selector_all(
        "[aria-label], [title], [placeholder]",
        "all => all.filter(e => e.checkVisibility())"
        ".flatMap(e => [e.ariaLabel, e.title, e.placeholder]).filter(Boolean).join('\\n')",
    )
    return page.inner_text("body") + "\n" + labels
